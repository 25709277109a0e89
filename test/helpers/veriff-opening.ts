import { waitUntil } from '@open-wc/testing';
import { en } from '../../src/localization/en.js';
import { systemClock } from '../../src/services/clock.js';
import { openVeriffFrame, type FrameOptions } from '../../src/services/veriff/veriff-frame.js';
import { onCleanup } from './element-cleanup.js';
import { STAND_IN_HOST, standInSession } from './veriff-session.js';

export const TEXT: FrameOptions['text'] = { ...en.frame, lang: 'en', dir: 'ltr' };

/** What the stand-in's page reports of itself. */
export interface Report {
  readonly loaded?: string;
  readonly rendered?: Record<string, unknown>;
  readonly camera?: boolean;
}

export interface Opening {
  /** What the caller of `openVeriffFrame` was told, in order. */
  readonly told: readonly string[];
  /** What a listener of `message` hears that comes later than the SDK's. */
  readonly heard: readonly unknown[];
  readonly reports: readonly Report[];
  close(): void;
  dialog(): HTMLDialogElement;
  /** The dialog, or the container within the page. */
  stage(): HTMLElement;
  frame(): HTMLIFrameElement;
  /** The stand-in's page does what it is asked. */
  ask(request: object): void;
  /** The stand-in's page says this to its parent. */
  say(data: unknown, times?: number): void;
  /** Waits until the caller was told this. */
  hears(word: string): Promise<void>;
  /** Waits until the stand-in's page has reported this. */
  reported<K extends keyof Report>(name: K): Promise<NonNullable<Report[K]>>;
  /** What was heard so far does not count. */
  forget(): void;
  /** Waits for all that was posted so far, here and in the stand-in's page. */
  settled(): Promise<void>;
}

/** Opens the real SDK's frame; what is left of it goes when the test ends. Shows the stand-in unless told otherwise. */
export function open(overrides: Partial<FrameOptions> = {}): Opening {
  const told: string[] = [];
  const heard: unknown[] = [];
  const reports: Report[] = [];
  const close = openVeriffFrame({
    session: standInSession(),
    sessionHosts: STAND_IN_HOST,
    lang: 'en',
    text: TEXT,
    themedLike: document.body,
    clock: systemClock,
    isVisible: () => true,
    onMessage: (message) => told.push(message),
    onClosed: () => told.push('closed'),
    onFailed: (code) => told.push(`failed: ${code}`),
    onHint: (hint) => told.push(`hint: ${hint}`),
    ...overrides,
  });
  const listen = ({ data }: MessageEvent<unknown>): void => {
    const report = reportOf(data);
    if (report === null) heard.push(data);
    else reports.push(report);
  };
  window.addEventListener('message', listen);
  onCleanup(() => {
    close();
    window.removeEventListener('message', listen);
  });

  const dialog = (): HTMLDialogElement => find<HTMLDialogElement>('body > dialog.kyc-verification-dialog');
  const stage = (): HTMLElement => find<HTMLElement>('dialog.kyc-verification-dialog, div.kyc-verification-frame');
  const frame = (): HTMLIFrameElement => find<HTMLIFrameElement>('iframe', stage());
  const ask = (request: object): void => frame().contentWindow?.postMessage(request, '*');
  return {
    told,
    heard,
    reports,
    close,
    dialog,
    stage,
    frame,
    ask,
    say: (say, times = 1) => ask({ say, times }),
    async hears(word) {
      await waitUntil(() => told.includes(word), `Not told ${word}, only: ${told.join(', ')}`, { timeout: 6000 });
    },
    async reported(name) {
      await waitUntil(() => reports.some((report) => name in report), `Not reported: ${name}`, { timeout: 6000 });
      return reports.find((report) => name in report)![name]!;
    },
    forget() {
      heard.length = 0;
    },
    async settled() {
      const mark = `settled ${crypto.randomUUID()}`;
      ask({ say: mark });
      await waitUntil(() => heard.includes(mark), 'The stand-in does not answer', { timeout: 6000 });
      heard.splice(heard.indexOf(mark), 1);
    },
  };
}

/** Opens it and waits for the handshake. */
export async function openReady(overrides: Partial<FrameOptions> = {}): Promise<Opening> {
  const opening = open(overrides);
  await opening.hears('handshake');
  return opening;
}

/** Opens it and waits until the user has begun. */
export async function openStarted(overrides: Partial<FrameOptions> = {}): Promise<Opening> {
  const opening = await openReady(overrides);
  opening.say('VERIFF_STARTED');
  await opening.hears('started');
  return opening;
}

/** @throws if there is none */
export function find<T extends Element>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (found === null) throw new Error(`There is no ${selector}`);
  return found;
}

export function button(opening: Opening, name: string): HTMLButtonElement {
  const found = [...opening.stage().querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`There is no button ${name}`);
  return found;
}

/** The question is asked before leaving. */
export const asks = (opening: Opening): boolean => find<HTMLElement>('[role=alertdialog]', opening.stage()).checkVisibility();

function reportOf(data: unknown): Report | null {
  return typeof data === 'object' && data !== null && 'standIn' in data ? (data.standIn as Report) : null;
}
