/** The words of the dialog around Veriff's frame: they are of a language, and shown where no element can. */
export interface FrameText {
  /** Names the dialog and the frame. */
  readonly label: string;
  readonly close: string;
  readonly opening: string;
  /** After 10 s without an answer. */
  readonly slow: string;
  /** Asked once before a flow that has started is closed. */
  readonly leaveTitle: string;
  readonly leaveText: string;
  readonly stay: string;
  readonly leave: string;
}
