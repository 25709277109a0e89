import { compile } from 'svelte/compiler';
import { bundle } from './bundle.js';

/** Apps that show the element by a framework: `Lib.show(root, props)` in a page. `props` are in the framework's own spelling. */

const react = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  export const show = (root, props) => createRoot(root).render(createElement('kyc-verification', props));
`;

const REACT_19 = `${react}
  import { hydrateRoot } from 'react-dom/client';
  import { renderToString } from 'react-dom/server.browser';
  /** What a server has rendered comes to life. */
  export const hydrate = (root, props) => {
    root.innerHTML = renderToString(createElement('kyc-verification', props));
    hydrateRoot(root, createElement('kyc-verification', props));
  };
`;

const PREACT = `
  import { h, render } from 'preact';
  export const show = (root, props) => render(h('kyc-verification', props), root);
`;

const VUE = `
  import { createApp, h } from 'vue';
  export const show = (root, props) => createApp({ render: () => h('kyc-verification', props) }).mount(root);
`;

/** Svelte has names in its templates: each is given the value of the prop of that name. `more` stands behind them as it is. */
export function compileSvelte(names, more = '') {
  const attributes = [...names.map((name) => `${name}={given['${name}']}`), more].join(' ');
  return compile(`<script>let { given } = $props();</script><kyc-verification ${attributes}></kyc-verification>`, { generate: 'client', filename: 'App.svelte' }).js.code;
}

const svelte = (names) => `
  import { mount } from 'svelte';
  ${compileSvelte(names).replace('export default ', '')}
  export const show = (root, given) => mount(App, { target: root, props: { given } });
`;

const OF_REACT_18 = { react: 'react-18', 'react-dom': 'react-dom-18' };

/** The script of a page that shows the element by a framework. `names` are those of the props, which Svelte has to know. */
export function appOf(framework, names) {
  if (framework === 'svelte') return bundle(svelte(names));
  if (framework === 'react-18') return bundle(react, OF_REACT_18);
  return bundle({ react: REACT_19, preact: PREACT, vue: VUE }[framework]);
}
