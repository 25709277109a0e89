import { bundle } from './bundle.js';

/** Runs in the page, with React at hand: an app in StrictMode that hears every event, and can do to its tree what apps do. */
function startApp({ React, createRoot }) {
  const { StrictMode, Suspense, createElement, useEffect, useRef, useState } = React;
  const template = document.querySelector('template');
  const props = Object.fromEntries([...template.content.firstElementChild.attributes].map(({ name, value }) => [name, value]));
  const EVENTS = ['state-change', 'start', 'opened', 'submitted', 'canceled', 'pending', 'verified', 'rejected', 'resubmission', 'expired', 'stalled', 'error'];

  function Verification({ starts }) {
    const ref = useRef(null);
    const [heard, setHeard] = useState(0);
    useEffect(() => {
      const kyc = ref.current;
      const hear = () => setHeard((count) => count + 1);
      for (const name of EVENTS) kyc.addEventListener(`kyc-${name}`, hear);
      return () => EVENTS.forEach((name) => kyc.removeEventListener(`kyc-${name}`, hear));
    }, []);
    useEffect(() => {
      if (!starts) return undefined;
      const kyc = ref.current;
      void kyc.start();
      return () => kyc.close();
    }, [starts]);
    return createElement('kyc-verification', { ...props, ref, 'data-heard': heard });
  }
  const never = new Promise(() => undefined);
  function Late({ waits }) {
    if (waits) throw never;
    return null;
  }
  function App() {
    const [state, setState] = useState({ turn: 0, first: true, number: 0, waits: false, gone: false, starts: false });
    window.app.set = (change) => setState((now) => ({ ...now, ...change }));
    const kyc = createElement(Verification, { key: `kyc ${state.number}`, starts: state.starts });
    const note = createElement('p', { key: 'note' }, `Turn ${state.turn}`);
    const children = state.gone ? [note] : state.first ? [kyc, note] : [note, kyc];
    return createElement('main', null, createElement(Suspense, { fallback: 'Wait' }, children, createElement(Late, { waits: state.waits })));
  }
  const place = document.querySelector('#root');
  window.app = {
    set: null,
    root: null,
    mount() {
      window.app.root = createRoot(place);
      window.app.root.render(createElement(StrictMode, null, createElement(App)));
    },
    /** Two turns of the browser: React has rendered, and run its effects. */
    done: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve, 5)), 5))),
  };
  window.app.mount();
}

/** React 18 still has scripts for the page. */
const REACT_18 = `<script src="/modules/react-18/umd/react.development.js"></script><script src="/modules/react-dom-18/umd/react-dom.development.js"></script>
<script>var Lib = { React, createRoot: ReactDOM.createRoot };</script>`;

/** React 19 has none: its modules are put together here. */
const REACT_19 = "import * as React from 'react'; export { React }; export { createRoot } from 'react-dom/client';";

/** What an app does to its tree. Each runs in the page. */
const ACTS = {
  'goes on when React renders the app again': {
    always: ['verifying, begun'],
    expected: 'keeps',
    async does() {
      for (let turn = 1; turn < 20; turn++) window.app.set({ turn });
      await window.app.done();
    },
  },
  'goes on when React moves it behind its neighbour': {
    expected: 'keeps',
    async does() {
      window.app.set({ first: false });
      await window.app.done();
    },
  },
  'goes on when React hides it for what is late, and shows it': {
    expected: 'keeps',
    takesFocus: true,
    async does() {
      window.app.set({ waits: true });
      await window.app.done();
      window.app.set({ waits: false });
      await window.app.done();
    },
  },
  'begins anew when React gives it another key': {
    expected: 'anew',
    async does() {
      window.app.set({ number: 1 });
      await window.app.done();
    },
  },
  'begins anew when React takes it out and puts it back': {
    expected: 'anew',
    async does() {
      window.app.set({ gone: true });
      await window.app.done();
      window.app.set({ gone: false });
      await window.app.done();
    },
  },
  'begins anew when the whole app is mounted again': {
    expected: 'anew',
    async does() {
      window.app.root.unmount();
      await window.app.done();
      window.app.mount();
      await window.app.done();
    },
  },
  'opens one session when an effect of StrictMode starts it': {
    standings: ['guidance'],
    always: ['guidance'],
    expected: () => ({ state: 'verifying', events: ['kyc-start', 'guidance>requesting', 'requesting>verifying'], posts: 1 }),
    async does() {
      window.app.set({ starts: true });
      await window.app.done();
    },
  },
  'opens one session when it comes onto the page with an effect that starts it': {
    standings: ['guidance'],
    always: ['guidance'],
    expected: () => ({ state: 'verifying', events: ['idle>checking', 'checking>guidance', 'kyc-start', 'guidance>requesting', 'requesting>verifying'], posts: 1 }),
    async does() {
      window.app.set({ number: 1, starts: true });
      await window.app.done();
    },
    undo: () => window.app.set({ starts: true }),
  },
};

/** The table for a version of React, 18 or 19. */
export async function reactLifecycles(version) {
  const script = version === 18 ? REACT_18 : `<script>${(await bundle(REACT_19)).replaceAll('</script', '<\\/script')}</script>`;
  const page = { head: script, body: (markup) => `<template>${markup}</template><div id="root"></div><script>(${startApp})(Lib)</script>` };
  return Object.fromEntries(Object.entries(ACTS).map(([title, lifecycle]) => [title, { page, ...lifecycle }]));
}
