import type { EnvironmentWarning } from '../core/environment.js';
import type { KycErrorCode } from '../core/errors.js';
import type { Notice } from '../core/flow.js';
import type { FrameText } from '../core/frame-text.js';
import type { DocumentName, KycState, Reason, Region, StallReason } from '../core/names.js';

/**
 * Every word that a user can meet, in one language. No key is optional and each code has its text, so that nothing ships
 * untranslated. Numbers and dates come as arguments: the language decides how to say them.
 */
export type Messages = FirstMessages & LaterMessages;

/** What the first screen says, before anything else has been loaded. */
export interface FirstMessages {
  /** BCP 47, of these words. */
  readonly lang: string;
  /** Direction of their script. */
  readonly dir: 'ltr' | 'rtl';
  readonly guidance: Guidance;
  /** While a button is busy. */
  readonly busy: string;
  /** The file with all other screens could not be loaded. */
  readonly unloaded: string;
}

/** What the screens after the first say. */
export interface LaterMessages {
  /** One heading for each of the states that has a screen of its own. */
  readonly titles: Readonly<Record<ScreenState, string>>;
  /** The sentence under the heading. */
  readonly texts: Readonly<Record<ScreenState, string>>;
  readonly leftOpen: LeftOpen;
  readonly review: Review;
  readonly actions: Actions;
  readonly outcomes: Outcomes;
  /** Before a session is spent: what may keep it from working here, and what helps. */
  readonly warnings: Readonly<Record<EnvironmentWarning, Named>>;
  readonly ways: Ways;
  readonly errors: Readonly<Record<KycErrorCode, Named>>;
  /** In front of an error's code, for support; with the colon as the language sets it. */
  readonly errorCode: string;
  readonly notices: Readonly<Record<Notice, string>>;
  /** After 10 s of a busy button. */
  readonly slow: string;
  readonly frame: FrameText;
}

/** Not those that show the guidance, and an error has words for each code. */
type ScreenState = Exclude<KycState, 'checking' | 'guidance' | 'requesting' | 'failed'>;

export interface Named {
  readonly title: string;
  readonly text: string;
}

export interface Guidance extends Named {
  readonly documentsTitle: (count: number) => string;
  readonly documents: Readonly<Record<DocumentName, Named>>;
  readonly selfie: Named;
  readonly proofOfAddress: Named;
  readonly stepsTitle: string;
  readonly steps: (region: Region) => readonly Named[];
  readonly tipsTitle: string;
  readonly tips: readonly string[];
  readonly usNote: string;
  readonly privacy: string;
  readonly start: string;
}

/** In place of the guidance's own heading and sentence. */
export interface LeftOpen {
  /** A session was left unfinished. */
  readonly unfinished: Named;
  /** Veriff is open in another tab of this browser. */
  readonly elsewhere: Named;
}

export interface Review {
  readonly time: Readonly<Record<Region, string>>;
  /** Nothing was submitted here: the server alone said that it is pending. */
  readonly freshTitle: string;
  readonly freshText: string;
  readonly stepsTitle: string;
  readonly steps: { readonly submitted: string; readonly automated: string; readonly manual: string; readonly result: string };
  /** When documents were sent, from the words of the clock. */
  readonly submittedAt: (time: string) => string;
  readonly done: string;
  readonly current: string;
  readonly next: string;
  readonly mayLeave: string;
  readonly mayContinue: string;
  readonly stalled: Readonly<Record<StallReason, Named>>;
}

export interface Actions {
  readonly continue: string;
  /** Instead of in the other tab. */
  readonly continueHere: string;
  readonly tryAgain: string;
  readonly startAgain: string;
  readonly check: string;
  readonly goOn: string;
  /** In spite of a warning. */
  readonly continueAnyway: string;
  readonly continueOnPhone: string;
  /** Instead of on the phone. */
  readonly continueOnDevice: string;
  /** On a page of Veriff's own. */
  readonly continueThere: string;
  readonly openInBrowser: string;
  readonly copyLink: string;
  readonly cancel: string;
}

/** Other ways to the verification than the frame in this page. */
export interface Ways {
  /** Beside the code for the phone. */
  readonly phone: Named;
  /** While the browser leaves for Veriff's own page. */
  readonly leaving: Named;
  /** Names the picture for those who can't see it. */
  readonly codeLabel: string;
  /** Names the field with the link. */
  readonly linkLabel: string;
}

export interface Outcomes {
  readonly reasonsTitle: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** Where the server gave no reason that has words. */
  readonly generalReasonsTitle: string;
  readonly generalReasons: readonly string[];
  readonly rejectedNext: string;
  readonly retryAt: (time: string) => string;
}
