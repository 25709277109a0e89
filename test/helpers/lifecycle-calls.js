import { STANDINGS } from './lifecycle-standings.js';
import { element } from './lifecycle-world.js';

const STARTS = ['guidance', 'guidance, left unfinished', 'reviewing, found', 'reviewing, streamed', 'rejected', 'resubmission', 'expired', 'failed'];
const OPENS = ['verifying, unanswered', 'verifying, begun', 'verifying, sent'];

const started = (name) => {
  if (!STARTS.includes(name)) return 'keeps';
  return { state: 'verifying', events: ['kyc-start', `${STANDINGS[name].state}>requesting`, 'requesting>verifying'], posts: name === 'guidance, left unfinished' ? 0 : 1 };
};
const closed = (name) => {
  if (name === 'requesting') return { state: 'guidance', events: ['requesting>guidance'] };
  return OPENS.includes(name) ? 'loses' : 'keeps';
};
const checked = (name) => (name === 'failed' ? { state: 'failed', events: ['kyc-error'] } : 'keeps');

/** What a page can call, all at once. Each runs in the page. */
export const CALLS = {
  'opens one session when it is started ten times at once': {
    always: ['guidance'],
    expected: started,
    does: () => void Array.from({ length: 10 }, () => window.watch.find().start()),
  },
  'reads once when it is asked ten times at once': {
    expected: checked,
    speaks: true,
    reads: 1,
    does: () => void Array.from({ length: 10 }, () => window.watch.find().checkStatus()),
  },
  'closes once when it is closed ten times at once': {
    expected: closed,
    does: () => void Array.from({ length: 10 }, () => window.watch.find().close()),
  },
  'asks for no session when it is started and closed ten times at once': {
    expected(name) {
      const { state } = STANDINGS[name];
      const back = { failed: 'guidance', requesting: 'guidance', verifying: name === 'verifying, sent' ? 'reviewing' : 'guidance' };
      return { state: back[state] ?? state, events: null, posts: 0 };
    },
    does() {
      for (let turn = 0; turn < 10; turn++) {
        void window.watch.find().start();
        window.watch.find().close();
      }
    },
  },
  'goes on when another element is started beside it': {
    page: { elements: 2, body: (markup) => `${markup}${element('onboarding-id="US_life 2"').replace('id="kyc"', 'id="beside"')}` },
    expected: 'keeps',
    // The other spends a session of its own where none is open.
    others: true,
    async does() {
      const other = document.querySelector('#beside');
      const { state } = window.watch.find();
      const busy = state === 'requesting' || state === 'verifying';
      const started = other.start();
      // Where no read is answered a start waits, longer than the state lasts.
      if (state !== 'checking') await started;
      if (busy !== (other.error?.code === 'frame-busy')) window.watch.faults.push(`the other is ${other.state}, ${other.error?.code}`);
      other.remove();
    },
  },
};

/** A configuration begins anew where it was: as on a fresh page, without `kyc-canceled`. */
const anew = (name) => {
  const { state, anew: to } = STANDINGS[name];
  if (name === 'idle') return { state: 'guidance', events: ['idle>checking', 'checking>guidance'] };
  if (name === 'checking') return { state, events: [] };
  const verdict = ['verified', 'rejected', 'resubmission', 'expired'].includes(to) ? [`kyc-${to}`] : to === 'failed' ? ['kyc-error'] : [];
  return { state: to, events: [`${state}>checking`, `checking>${to}`, ...verdict] };
};

/** What a page can change in mid-flow. Each runs in the page. */
export const CHANGES = {
  'begins anew with a new id': { expected: anew, does: () => window.watch.find().setAttribute('onboarding-id', 'US_life 9') },
  'begins anew with a new endpoint': {
    expected: (name) => (name === 'idle' ? 'keeps' : anew(name)),
    does: () => window.watch.find().setAttribute('endpoint', '/verify?partner=8'),
  },
  'begins anew once when all of it changes in one task': {
    expected: anew,
    does() {
      for (const id of ['a', 'b', 'c']) Object.assign(window.watch.find(), { onboardingId: id, endpoint: `/verify?partner=${id}`, reverify: id === 'c' });
    },
  },
  'goes on when what it depends on is set to what it was': {
    expected: 'keeps',
    does() {
      const kyc = window.watch.find();
      for (const name of ['onboarding-id', 'endpoint']) {
        const value = kyc.getAttribute(name);
        kyc.removeAttribute(name);
        if (value !== null) kyc.setAttribute(name, value);
      }
      kyc.reverify = true;
      kyc.reverify = false;
    },
  },
  'goes on when anything else changes': {
    expected: 'keeps',
    // What was said, in the other language.
    speaks: true,
    does() {
      const changes = { lang: 'de', region: 'us', documents: 'passport', 'proof-of-address': '', 'poll-interval': '2', 'continue-url': '/on', 'handover-url': '/go', credentials: 'omit', presentation: 'embedded', 'session-hosts': 'elsewhere.example' };
      for (const [name, value] of Object.entries(changes)) window.watch.find().setAttribute(name, value);
      window.watch.find().headers = () => ({ 'x-page': '1' });
    },
    // So that the walk can go on.
    undo: () => window.watch.find().setAttribute('session-hosts', '127.0.0.1:*'),
  },
  'begins anew after a preview': {
    expected: (name) => ({ ...anew(name), ...(name === 'idle' ? { state: 'idle' } : {}), events: null }),
    async does() {
      const kyc = window.watch.find();
      for (const state of ['verifying', 'verified', '']) {
        kyc.preview = state;
        await kyc.updateComplete;
      }
    },
  },
};
