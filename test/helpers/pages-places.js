/** Pages by the place of the element, and by what stands, or comes, beside and above it. */
import { page } from './pages-html.js';

const inside = (before, after, rest = {}) => page({ around: (element) => `${before}${element}${after}`, ...rest });
const inPage = (code) => ({ page: tab }) => tab.evaluate(code);
/** Where nothing of ours acts, nothing of the page's does. */
const besideButtons = (walk) => walk.press('title');
const FRAME_PAGE = { '/inner.html': { body: page() } };

/** A page that has the element's page in a frame. */
const framed = (attributes, path = '/inner.html') => page({ script: '', around: () => `<iframe ${attributes} width="900" height="650" src="${path}"></iframe>` });
/** The same server by another name: another site to a browser. */
const elsewhere = ({ origin }) => `${origin.replace('127.0.0.1', 'localhost')}/inner.html`;

const CLOSED = `<div id="host"></div><script>
  var handout = document.getElementById('host').attachShadow({ mode: 'closed' });
  handout.innerHTML = document.querySelector('template').innerHTML;
</script>`;

export const PLACES = [
  { name: 'in an open modal dialog', always: true, html: inside('<dialog id="own">', '</dialog>'), prepare: inPage(() => document.getElementById('own').showModal()) },
  { name: 'in a dialog that is not modal', html: inside('<dialog id="own" open style="position: static">', '</dialog>') },
  {
    name: 'in a modal dialog above another',
    html: inside('<dialog id="first"><p>First</p></dialog><dialog id="second">', '</dialog>'),
    prepare: inPage(() => ['first', 'second'].forEach((id) => document.getElementById(id).showModal())),
  },
  { name: 'in a popover that stays', html: inside('<div id="own" popover="manual">', '</div>'), prepare: inPage(() => document.getElementById('own').showPopover()) },
  {
    name: 'in a popover that closes by itself',
    html: inside('<div id="own" popover>', '</div>'),
    prepare: inPage(() => document.getElementById('own').showPopover()),
    // A modal dialog closes such popovers: the user opens it again.
    afterwards: inPage(() => document.getElementById('own').showPopover()),
  },
  { name: 'in open details', html: inside('<details open><summary>More</summary>', '</details>') },
  { name: 'in a closed shadow tree', always: true, html: page({ around: (element) => `<template>${element}</template>${CLOSED}` }), handout: `handout.querySelector('kyc-verification')` },
  {
    name: 'in shadow trees within each other',
    html: page({ around: (element) => `<template>${element}</template><x-a></x-a><script>
      const inner = document.querySelector('x-a').attachShadow({ mode: 'open' }).appendChild(document.createElement('x-b')).attachShadow({ mode: 'open' });
      inner.append(document.querySelector('template').content.cloneNode(true));
    </script>` }),
  },
  { name: 'in a slot', html: inside('<x-a><template shadowrootmode="open"><style>::slotted(*) { all: unset !important; display: block !important }</style><slot></slot></template>', '</x-a>') },
  ...['', 'novalidate'].map((attribute) => ({
    name: `in a form with required fields ${attribute}`,
    html: inside(`<form id="own" ${attribute} onsubmit="sent = true"><input name="name" required><fieldset disabled><legend>Off</legend>`, '</fieldset><button>Send</button></form><script>var sent = false;</script>'),
    finally: async ({ page: tab }) => {
      const [sent, fields] = await tab.evaluate(() => [window.sent, [...new FormData(document.getElementById('own')).keys()]]);
      if (sent || fields.join() !== 'name') throw new Error(`the form was sent, or has fields of ours: ${sent} ${fields}`);
    },
  })),
  {
    name: 'in a form that is reset while Veriff is open',
    always: true,
    html: inside('<form id="own"><input name="name">', '</form>'),
    whileOpen: inPage(() => document.getElementById('own').reset()),
  },
  { name: 'in a form whose fields hide its members', always: true, html: inside(`<form>${['parentNode', 'parentElement', 'getAttribute', 'nextSibling', 'closest'].map((name) => `<input name="${name}">`).join('')}`, '</form>') },
  {
    name: 'in a label',
    always: true,
    html: inside('<label><input type="checkbox" id="own">', '</label>'),
    before: besideButtons,
    finally: async ({ page: tab }) => {
      if (await tab.$eval('#own', (box) => box.checked)) throw new Error('a press of ours has ticked the box');
    },
  },
  { name: 'in a link', always: true, html: inside('<a href="/elsewhere">', '</a>'), before: besideButtons },
  { name: 'in editable text', html: inside('<div contenteditable="true">', '</div>') },
  { name: 'in a document that is edited', html: page({ head: '<script>document.designMode = "on"</script>' }) },
  { name: 'in a table, where no element may stand', html: inside('<table><tr>', '<td>Cell</td></tr></table>') },
  { name: 'in a cell', html: inside('<table><tr><td>', '</td></tr></table>') },
  { name: 'in a heading', html: inside('<h1>', '</h1>') },
  { name: 'in a picture', html: inside('<svg width="900" height="1200"><foreignObject width="900" height="1200">', '</foreignObject></svg>') },
  { name: 'in a box that can be dragged', html: inside('<div draggable="true">', '</div>') },
  { name: 'in a box that fills the screen', html: inside('<div id="own" style="overflow: auto">', '</div>'), press: 'script', prepare: ({ page: tab }) => tab.$eval('#own', (box) => box.requestFullscreen?.().catch(() => undefined)) },
  { name: 'in an inert box', html: inside('<div inert>', '</div>'), press: 'script' },
  { name: 'in an inert body', html: page({ body: 'inert' }), press: 'script' },
  { name: 'in a hidden box', html: inside('<div hidden>', '</div>'), press: 'script' },
  { name: 'in a box that assistive technology is told to pass', html: inside('<div aria-hidden="true" role="presentation">', '</div>') },
  { name: 'in a frame of the same origin', html: framed(''), files: FRAME_PAGE, inside: '/inner.html' },
  { name: 'in a frame of another site', html: (world) => framed('allow="camera; microphone"', elsewhere(world)), files: FRAME_PAGE, inside: 'localhost' },
  { name: 'in a frame of another site, without camera', html: (world) => framed('', elsewhere(world)), files: FRAME_PAGE, inside: 'localhost', lines: [/camera-policy: the Permissions-Policy/], linesIn: ['chromium'] },
  { name: 'in a sandboxed frame', html: framed('sandbox="allow-scripts"'), files: FRAME_PAGE, inside: '/inner.html', expects: 'frame-timeout', hurry: true, lines: [/camera-policy: the Permissions-Policy/], linesIn: ['chromium'] },
  { name: 'in a sandboxed frame that keeps its origin', html: framed('sandbox="allow-scripts allow-same-origin"'), files: FRAME_PAGE, inside: '/inner.html' },
  { name: 'in a frame whose page is in its attribute', html: page({ script: '', around: () => `<iframe width="900" height="650" srcdoc="${page().replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>` }), inside: 'about:srcdoc' },
  { name: 'in a small frame', html: framed('style="width: 300px; height: 200px"'), files: FRAME_PAGE, inside: '/inner.html' },
  {
    name: 'a dialog of the page that comes above Veriff, and goes',
    html: page({ after: '<dialog id="own">Stay signed in?</dialog>' }),
    async whileOpen(walk) {
      await walk.page.evaluate(() => document.getElementById('own').showModal());
      await walk.page.evaluate(() => document.getElementById('own').close());
      await walk.dialog();
    },
  },
  {
    name: 'a dialog of the page that comes above Veriff, and stays',
    html: page({ after: '<dialog id="own">Stay signed in?</dialog>' }),
    whileOpen: inPage(() => document.getElementById('own').showModal()),
    finally: async ({ page: tab }) => {
      const stays = await tab.$eval('#own', (dialog) => dialog.open && (dialog.close(), true));
      if (!stays) throw new Error('the dialog of the page was closed');
    },
    press: 'script',
  },
  { name: 'the id of the SDK’s frame, taken', always: true, html: page({ after: '<div id="veriffFrame">Ours</div>' }), expects: 'frame-busy' },
  { name: 'the id of the SDK’s frame, taken by a frame', html: page({ before: '<iframe id="veriffFrame" title="Ours" srcdoc="Ours"></iframe>' }), expects: 'frame-busy' },
  {
    name: 'the id of the SDK’s frame, taken while it is open',
    html: page({ before: '<div id="own"></div>' }),
    whileOpen: inPage(() => void (document.getElementById('own').id = 'veriffFrame')),
    finally: inPage(() => void (document.getElementById('veriffFrame').id = 'own')),
  },
  {
    name: 'words of the dialog wrapped, as translators do',
    async whileOpen({ page: tab }) {
      await tab.evaluate(() => {
        const words = document.createTreeWalker(document.querySelector('dialog'), NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (words.nextNode()) nodes.push(words.currentNode);
        for (const node of nodes) {
          const font = document.createElement('font');
          node.replaceWith(font);
          font.append(node.data.toUpperCase());
        }
      });
    },
  },
];
