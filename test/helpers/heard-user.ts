import type { KycState, KycVerificationElement } from '../../src/index.js';
import { complete } from '../../src/localization/complete.js';
import { loadMessages, messages } from '../../src/localization/localize.js';
import type { Messages } from '../../src/localization/messages.js';
import { held, says, scriptEndpoint, SESSION_URL, type Reply, type ScriptedEndpoint } from './element-endpoint.js';
import { create, place, type Attributes } from './element-fixture.js';
import { frameOf, type OpenFrame } from './element-frame.js';
import { one, part, tree } from './element-parts.js';
import { eventually, holdTime, settle, type HeldTime } from './element-time.js';
import { onCleanup } from './element-cleanup.js';
import { listenToRegions, painted } from './heard-regions.js';
import { overhear } from './heard-screen-reader.js';

export const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** What a server may say beside the verdict, and nobody must hear. */
export const SECRETS = ['ada.canary@example.com', '078-05-1120', 'canary of the server', 'US_1', SESSION_URL];
const RECORD = { email: SECRETS[0], ssn: SECRETS[1], message: SECRETS[2] };

/** A read that says that state amid a whole record of the user. */
export const tells = (verificationState: string, more: Record<string, unknown> = {}): Reply => says(verificationState, { ...RECORD, ...more });

/** A reply that takes its time. */
export const after =
  (milliseconds: number, reply: Reply): Reply =>
  (call) =>
    new Promise((resolve) => setTimeout(() => resolve(reply(call)), milliseconds));

/** Somebody who works by keyboard and screen reader, and whose time passes only by `wait`. */
export interface User {
  readonly element: KycVerificationElement;
  readonly endpoint: ScriptedEndpoint;
  readonly time: HeldTime;
  readonly words: Messages;
  /** What the live regions have said. */
  readonly said: readonly string[];
  /** Headings and dialogs that the focus was put on, by their names. */
  readonly focused: readonly string[];
  /** Where the focus was found nowhere. */
  readonly lost: readonly string[];
  /** What guidepup's screen reader has heard of the element itself. */
  overheard(): Promise<string[]>;
  /** Moves the focus to a control, and presses it. */
  press(part: string): Promise<void>;
  /** Waits until Veriff's frame is there and painted. */
  opened(): Promise<OpenFrame>;
  /** Presses Start, or what stands for it, and waits until Veriff has answered. */
  open(part?: string): Promise<OpenFrame>;
  wait(milliseconds: number): Promise<void>;
  /** Does something that is not the user's doing, and lets what follows from it happen. */
  meanwhile(act: () => unknown): Promise<void>;
  reaches(state: KycState): Promise<void>;
}

let users = 0;

/** The page is there, the user stands on Start, and the first read is answered. */
export async function arrive(first: Reply = tells('UNVERIFIED'), attributes: Attributes = {}, parent: Node = document.body): Promise<User> {
  const lang = attributes['lang'] ?? 'en';
  await loadMessages(lang);
  const time = holdTime();
  const read = held();
  const endpoint = scriptEndpoint({ get: [read.reply] });
  const said = listenToRegions();
  // An id of its own: browsers take a moment to see that the element of the test before, a fellow of this one, is gone.
  const element = place(create({ 'onboarding-id': `US_1-${++users}`, ...attributes }), parent);
  await element.updateComplete;
  const overheard = await overhear(part(element, 'base'));
  await painted();
  const focused: string[] = [];
  const lost: string[] = [];

  async function look(): Promise<void> {
    await settle();
    await element.updateComplete;
    if (document.activeElement === document.body) lost.push(element.state);
  }
  const onFocus = (event: FocusEvent): void => {
    const name = spokenBefore(event.composedPath()[0]);
    if (name !== null) focused.push(name);
  };
  addEventListener('focusin', onFocus, true);
  onCleanup(() => removeEventListener('focusin', onFocus, true));

  const user: User = {
    element,
    endpoint,
    time,
    words: complete(messages(lang)),
    said,
    focused,
    lost,
    overheard,
    async press(name) {
      const control = part<HTMLElement>(element, name);
      control.focus();
      control.click();
      await look();
    },
    async opened() {
      const frame = await frameOf(element);
      await painted();
      return frame;
    },
    async open(name = 'start-button') {
      const answered = new Promise((resolve) => element.addEventListener('kyc-opened', resolve, { once: true }));
      await user.press(name);
      const frame = await user.opened();
      frame.say('HANDSHAKE');
      await answered;
      // A read that is sent in the same moment as the session comes counts as one from before.
      await user.wait(1);
      return frame;
    },
    async wait(milliseconds) {
      await time.advance(milliseconds);
      await look();
    },
    async meanwhile(act) {
      await act();
      await look();
    },
    async reaches(state) {
      await eventually(() => element.state === state, `${state}, stands at ${element.state}`);
      await look();
    },
  };
  part(element, 'start-button').focus();
  endpoint.answerGet(first);
  read.release(first);
  await look();
  return user;
}

/** The name that a screen reader says of what gets the focus, where that is no control that the user has moved to. */
function spokenBefore(target: EventTarget | undefined): string | null {
  if (target instanceof HTMLIFrameElement) return target.title;
  return target instanceof HTMLHeadingElement ? target.innerText : null;
}

/** The heading of the screen. */
export function headingOf(element: Element): HTMLElement {
  return one(tree(element), 'h2');
}
