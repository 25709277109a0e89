import type { KycEventName } from '../../src/element/events.js';
import { byId, create } from './dom.js';
import type { Settings } from './settings.js';

/** How far the identity step is, as the partner's own page sees it. */
type Progress = 'open' | 'sent' | 'verified' | 'attention';

/** What the identity step says below the element. */
const NOTES: Record<Progress, string> = {
  open: 'You can continue once your documents have been sent.',
  sent: 'Your documents have been sent. You can continue while they are checked.',
  verified: 'Your identity is confirmed.',
  attention: 'The identity check needs your attention.',
};

/** What the next step says of it meanwhile. */
const NEXT_NOTES: Record<Progress, string> = {
  open: 'Your identity is not confirmed yet.',
  sent: 'Your documents are being checked. You will see the result here.',
  verified: 'Your identity is confirmed.',
  attention: 'Your identity check needs your attention. Please go back to it.',
};

const PROGRESS_BY_EVENT = {
  'kyc-pending': 'sent',
  'kyc-verified': 'verified',
  'kyc-rejected': 'attention',
  'kyc-resubmission': 'attention',
  'kyc-expired': 'attention',
} as const satisfies Partial<Record<KycEventName, Progress>>;

const IDENTITY_STEP = 3;

/** How a step is drawn; empty for one that is still to come. */
type Mark = '' | 'now' | 'done' | 'waiting' | 'attention';

/** What a mark says to those who don't see it. `now` is said by `aria-current`. */
const MARK_HINTS: Record<Mark, string> = {
  '': '',
  now: '',
  done: 'done',
  waiting: 'being checked',
  attention: 'needs your attention',
};

export interface PartnerPage {
  /** Shows the page as it is before the element said anything. */
  reset(settings: Settings): void;
}

/** What a partner writes around the element: the consent, the way on, the next step. Listens above the element, whose events bubble. */
export function startPartnerPage(): PartnerPage {
  const verification = byId('verification', HTMLDivElement);
  const onward = byId('continue', HTMLButtonElement);
  let progress: Progress = 'open';
  let isNext = false;

  function show(next: Progress): void {
    progress = next;
    // What was allowed once stays so: who is rejected may finish the registration and try again from the account.
    if (next !== 'attention') onward.disabled = next === 'open';
    setText(byId('progress-note', HTMLParagraphElement), NOTES[next]);
    setText(byId('next-note', HTMLParagraphElement), NEXT_NOTES[next]);
    showStep();
  }

  function showStep(): void {
    byId('identity-step', HTMLElement).hidden = isNext;
    byId('next-step', HTMLElement).hidden = !isNext;
    markSteps(isNext ? IDENTITY_STEP + 1 : IDENTITY_STEP, progress);
  }

  for (const [name, next] of Object.entries(PROGRESS_BY_EVENT)) verification.addEventListener(name, () => show(next));
  verification.addEventListener('kyc-start', requireConsent);
  byId('consent-box', HTMLInputElement).addEventListener('change', () => complain(''));
  onward.addEventListener('click', () => {
    location.hash = '#next';
  });
  window.addEventListener('hashchange', () => {
    // Links within the page, as to the help, leave the step as it is.
    if (!['', '#identity', '#next'].includes(location.hash)) return;
    isNext = location.hash === '#next';
    showStep();
    byId(isNext ? 'next-title' : 'main', HTMLElement).focus();
  });

  return {
    reset({ reverify, consent }) {
      byId('consent', HTMLDivElement).hidden = !consent;
      byId('consent-box', HTMLInputElement).checked = false;
      complain('');
      // Someone who is verified again is past registration: no steps, and nowhere to continue to.
      byId('page-title', HTMLHeadingElement).textContent = reverify ? 'Your account' : 'Apply for your card';
      byId('steps', HTMLElement).hidden = reverify;
      byId('step-actions', HTMLDivElement).hidden = reverify;
      isNext = false;
      if (location.hash === '#next') history.replaceState(null, '', location.pathname + location.search);
      show('open');
    },
  };
}

function requireConsent(event: Event): void {
  const box = byId('consent-box', HTMLInputElement);
  if (byId('consent', HTMLDivElement).hidden || box.checked) return;
  event.preventDefault();
  complain('Please tick the box to start.');
  box.focus();
}

function complain(text: string): void {
  setText(byId('consent-error', HTMLParagraphElement), text);
  byId('consent-box', HTMLInputElement).ariaInvalid = String(text !== '');
}

/** A live region that is set to what it says already would be read out again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function markSteps(current: number, progress: Progress): void {
  const items = [...byId('steps', HTMLElement).querySelectorAll('li')];
  items.forEach((item, index) => {
    const number = index + 1;
    const mark = number === IDENTITY_STEP ? identityMark(current, progress) : markOf(number, current);
    if (mark) item.dataset['step'] = mark;
    else delete item.dataset['step'];
    if (number === current) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
    const label = item.querySelector('.step-label');
    const name = label?.firstChild?.textContent ?? '';
    const hint = MARK_HINTS[mark];
    label?.replaceChildren(name, ...(hint ? [create('span', 'visually-hidden', ` (${hint})`)] : []));
    if (number === current) {
      byId('step-count', HTMLParagraphElement).replaceChildren(
        `Step ${current} of ${items.length}`,
        create('span', 'step-now', `: ${name}`),
      );
    }
  });
}

function markOf(number: number, current: number): Mark {
  if (number === current) return 'now';
  return number < current ? 'done' : '';
}

/** The identity step alone may be left before it is done. */
function identityMark(current: number, progress: Progress): Mark {
  if (progress === 'verified') return 'done';
  if (current === IDENTITY_STEP) return 'now';
  return progress === 'attention' ? 'attention' : 'waiting';
}
