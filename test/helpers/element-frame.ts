import type { KycVerificationElement } from '../../src/index.js';
import { reach } from './element-fixture.js';
import { eventually } from './element-time.js';

export interface OpenFrame {
  readonly node: HTMLIFrameElement;
  /** The frame says a word of Veriff's protocol, without the prefix. */
  say(word: 'HANDSHAKE' | 'STARTED' | 'SUBMITTED' | 'FINISHED' | 'CANCELED'): void;
}

type Speaker = Window & { readonly listens?: true };

/** The frame that is open, above the page or within the element. */
export async function frameOf(element: KycVerificationElement): Promise<OpenFrame> {
  await reach(element, 'verifying');
  const node = document.querySelector<HTMLIFrameElement>(':is(.kyc-verification-dialog, .kyc-verification-frame) iframe');
  if (node === null) throw new Error('No frame.');
  const speaker = (): Speaker | null => node.contentWindow;
  await eventually(() => speaker()?.listens === true, 'the frame has loaded');
  // By a message: for what a function of the frame's says in a call of the page's, WebKit takes the page for the source.
  return { node, say: (word) => speaker()?.postMessage(word, '*') };
}

/** Starts, and waits until the frame has answered. */
export async function openFrame(element: KycVerificationElement): Promise<OpenFrame> {
  void element.start();
  const frame = await frameOf(element);
  const answered = new Promise((resolve) => element.addEventListener('kyc-opened', resolve, { once: true }));
  frame.say('HANDSHAKE');
  await answered;
  return frame;
}
