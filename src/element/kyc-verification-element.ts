import type { EnvironmentReport } from '../core/environment.js';
import type { KycError } from '../core/errors.js';
import type { KycState, VerificationState } from '../core/names.js';
import { BehavingElement } from './behaving-element.js';
import { loadFlowModule } from './behavior-loader.js';
import type { EnvironmentOptions } from './environment-check.js';
import { unknownEnvironment } from './environment-unknown.js';
import { styles } from './kyc-verification.styles.js';

/**
 * Takes a user through identity verification: shows what is needed, opens Veriff, follows the server's verdict.
 *
 * @element kyc-verification
 * @attr {string} lang - BCP 47; else the nearest ancestor’s, else the browser’s, else English; also handed to Veriff.
 *
 * @fires {KycStateChangeEvent} kyc-state-change - Every change of `state`, in order.
 * @fires {KycStartEvent} kyc-start - A start was asked for; cancelable, to stay in the present state.
 * @fires {KycOpenedEvent} kyc-opened - Veriff's frame answered.
 * @fires {KycSubmittedEvent} kyc-submitted - Veriff said that the documents are sent.
 * @fires {KycCanceledEvent} kyc-canceled - The user closed Veriff before sending anything.
 * @fires {KycPendingEvent} kyc-pending - The server confirmed the submission.
 * @fires {KycVerifiedEvent} kyc-verified - The server's verdict: verified.
 * @fires {KycRejectedEvent} kyc-rejected - The server's verdict: not verified.
 * @fires {KycResubmissionEvent} kyc-resubmission - The server's verdict: something is missing or unreadable.
 * @fires {KycExpiredEvent} kyc-expired - The server's verdict: the session ran out or was abandoned.
 * @fires {KycStalledEvent} kyc-stalled - The result can't be followed further by itself.
 * @fires {KycErrorEvent} kyc-error - `state` became `failed`.
 *
 * @slot logo - The partner's logo, above everything.
 * @slot title - Replaces the heading of the guidance.
 * @slot description - Replaces the sentence under it.
 * @slot guidance - Replaces documents, steps and tips.
 * @slot consent - Just above Start.
 * @slot footer - Below everything.
 * @slot reviewing - Own words or links while in review.
 * @slot verified - Own words or links after success.
 * @slot rejected - Own words or links after a rejection, support for one.
 * @slot resubmission - Own words or links when something is missing.
 * @slot expired - Own words or links when the session ran out.
 * @slot failed - Own words or links after an error, support for one.
 *
 * @csspart base - Everything; its `data-state` is the state.
 * @csspart header - Heading and sentence of the guidance.
 * @csspart title - Heading of the guidance.
 * @csspart description - Sentence under the heading of the guidance.
 * @csspart content - Guidance, consent and the button.
 * @csspart guidance - Documents, steps and tips.
 * @csspart section-title - Heading within a screen: above documents, above reasons.
 * @csspart document-list - List of documents.
 * @csspart document - One document.
 * @csspart document-icon - Icon of a document.
 * @csspart document-title - Name of a document.
 * @csspart document-requirements - What counts about a document.
 * @csspart tips - Folded tips for good photos.
 * @csspart tips-title - What unfolds the tips.
 * @csspart tips-list - The tips.
 * @csspart privacy - Quiet line on privacy.
 * @csspart timeline - The steps and how long they take, or where things stand.
 * @csspart timeline-step - One step of them.
 * @csspart timeline-step-done - A step that is done.
 * @csspart timeline-step-current - The present step.
 * @csspart timeline-step-next - A step to come.
 * @csspart timeline-marker - In review, the mark before a step.
 * @csspart timeline-marker-done - The mark before one that is done.
 * @csspart timeline-marker-current - The mark before the present one.
 * @csspart timeline-marker-next - The mark before one to come.
 * @csspart timeline-title - Name of a step.
 * @csspart timeline-title-done - Name of one that is done.
 * @csspart timeline-title-current - Name of the present one.
 * @csspart timeline-title-next - Name of one to come.
 * @csspart timeline-text - How long a step takes, or how it stands.
 * @csspart timeline-text-done - The same of one that is done.
 * @csspart timeline-text-current - The same of the present one.
 * @csspart timeline-text-next - The same of one to come.
 * @csspart status - Icon, heading and sentence of every other state.
 * @csspart status-icon - Icon of how things stand.
 * @csspart status-title - Heading of how things stand.
 * @csspart status-text - Sentence under that heading.
 * @csspart text - Further sentences: times, what to do next.
 * @csspart notice - What became of the last thing that the user asked for.
 * @csspart spinner - Shown on what is busy.
 * @csspart reasons - Why the server did not verify.
 * @csspart reasons-list - The reasons.
 * @csspart error - What went wrong.
 * @csspart error-note - Line for support.
 * @csspart error-code - The error’s code in the line for support.
 * @csspart actions - The buttons.
 * @csspart primary-button - The filled button or link of a screen, whatever it does.
 * @csspart secondary-button - The other button of a screen.
 * @csspart start-button - Start.
 * @csspart continue-button - Continue an unfinished session.
 * @csspart retry-button - Try again, or start again.
 * @csspart check-button - Check now.
 * @csspart link-button - Link to where the flow goes on.
 * @csspart redirect-button - Continue on Veriff’s own page.
 * @csspart phone-button - Continue on a phone.
 * @csspart back-button - Continue on this device after all, or stay on this page.
 * @csspart open-button - Link that opens the page in the device’s browser, out of an app’s.
 * @csspart copy-button - Copy the link.
 * @csspart link-field - The link of this step, to be taken elsewhere.
 * @csspart qr-code - The link as a code for a phone.
 * @csspart footer - Around the slot `footer`.
 *
 * @cssprop {<color>} [--kyc-accent-color=light-dark(#1d4ed8, #8db4ff)] - Buttons, the present step; words and lines in its tint.
 * @cssprop {<color>} [--kyc-on-accent-color] - Text on the accent; black or white by contrast unless it is set.
 * @cssprop {<color>} [--kyc-text-color=light-dark(#14181f, #eef1f6)] - Text.
 * @cssprop {<color>} [--kyc-muted-color=light-dark(#525b6b, #a9b2c0)] - Quiet text.
 * @cssprop {<color>} [--kyc-surface-color=light-dark(#ffffff, #14181f)] - Behind rows and the window around Veriff.
 * @cssprop {<color>} [--kyc-border-color=light-dark(#d5dae3, #39424f)] - Lines.
 * @cssprop {<color>} [--kyc-success-color=light-dark(#15713a, #6ed598)] - Success.
 * @cssprop {<color>} [--kyc-warning-color=light-dark(#8a5200, #f2bd6a)] - Needs attention.
 * @cssprop {<color>} [--kyc-danger-color=light-dark(#b3261e, #ff9d94)] - Errors.
 * @cssprop {<color>} [--kyc-backdrop-color=Canvas] - Behind Veriff while it is open.
 * @cssprop {<length>} [--kyc-radius=12px] - Corners.
 * @cssprop {<length>} [--kyc-space=4px] - One unit of spacing.
 * @cssprop [--kyc-font-family=system-ui, sans-serif] - Font.
 * @cssprop {<length>} [--kyc-font-size=max(1em, 16px)] - Size of text; `em` is the page’s text around the element.
 * @cssprop {<length>} [--kyc-heading-size=1.5em] - Size of headings; `em` is the element’s text.
 * @cssprop [--kyc-focus-ring] - Outline of what has the focus: width, style and colour; 2px solid in a tint of the accent unless it is set.
 * @cssprop {<length>} [--kyc-icon-size=24px] - Size of icons.
 * @cssprop {<length>} [--kyc-max-width=max(36em, 576px)] - Widest it gets.
 *
 * @cssstate idle - Nothing is configured.
 * @cssstate checking - The first read is under way.
 * @cssstate guidance - The user may start.
 * @cssstate requesting - A session is asked for.
 * @cssstate verifying - Veriff is open.
 * @cssstate reviewing - Sent, without a verdict yet.
 * @cssstate verified - Verified.
 * @cssstate rejected - Not verified.
 * @cssstate resubmission - Something is missing or unreadable.
 * @cssstate expired - The session ran out.
 * @cssstate failed - Something went wrong.
 * @cssstate busy - `checking` or `requesting`.
 * @cssstate final - `verified` or `rejected`.
 */
export class KycVerificationElement extends BehavingElement {
  static override styles = styles;

  /** What the browser, the device and the page offer, asked without a prompt. Never rejects. */
  static async checkEnvironment(options: EnvironmentOptions = {}): Promise<EnvironmentReport> {
    return (await loadFlowModule())?.checkEnvironment(options) ?? { ...unknownEnvironment({ secureContext: isSecureContext, supported: true }), warnings: [] };
  }

  /** Where the flow stands. */
  get state(): KycState {
    return this.behavior.state;
  }

  /** The last state that the server said. */
  get verificationState(): VerificationState | undefined {
    return this.behavior.verificationState;
  }

  /** What went wrong, while `state` is `failed`. */
  get error(): KycError | null {
    return this.behavior.error;
  }

  /** Does what the start button does. Never rejects: a failure is `state === 'failed'` and `kyc-error`. */
  start(): Promise<void> {
    return this.ask((flow) => flow.start(), true);
  }

  /** Reads the status now. Never rejects. */
  checkStatus(): Promise<void> {
    return this.ask((flow) => flow.check());
  }

  /** Closes Veriff, as if the user had. */
  close(): void {
    this.behavior.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kyc-verification': KycVerificationElement;
  }
}
