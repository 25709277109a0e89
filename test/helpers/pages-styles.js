/** Pages by their styles: what resets, themes, cookie banners and forgotten rules do to everything on a page. */
import { page, styled } from './pages-html.js';

const TALL = '<p>Text</p>'.repeat(40);
const tall = (css, body = '') => page({ head: `<style>${css}</style>`, body, before: TALL, after: TALL });

/** Hidden by the page for all: only a script of the page presses. */
const unseen = { press: 'script' };

export const STYLES = [
  { name: 'every property unset', always: true, html: styled('* { all: unset !important }') },
  { name: 'every property initial', html: styled('*, ::before, ::after { all: initial !important }') },
  { name: 'every property reverted', html: styled('*, ::before, ::after, ::backdrop { all: revert !important }') },
  { name: 'every property unset in a layer', html: styled('@layer reset { * { all: unset !important } dialog, dialog * { display: none !important } }') },
  { name: 'everything in the body hidden', html: styled('body * { display: none !important }'), ...unseen },
  { name: 'everything invisible', html: styled('* { visibility: hidden !important }'), ...unseen },
  { name: 'nothing to be pressed', html: styled('* { pointer-events: none !important }'), press: 'keyboard' },
  { name: 'nothing to be selected or touched', html: styled('* { user-select: none !important; touch-action: none !important; -webkit-user-drag: none; cursor: none !important }') },
  { name: 'see-through elements', html: styled('body * { opacity: 0 !important }') },
  { name: 'no motion', html: styled('*, ::before, ::after { animation: none !important; transition: none !important; scroll-behavior: auto !important }') },
  { name: 'endless motion', html: styled('@keyframes away { from, to { display: none; opacity: 0; translate: 200vw } } body * { animation: away 1ms infinite !important }'), ...unseen },
  { name: 'transitions that never end', html: styled('* { transition: all 99999s !important }') },
  { name: 'containment of everything', html: styled('* { contain: layout style paint !important }') },
  { name: 'content-visibility of everything', html: styled('body * { content-visibility: auto !important }') },
  { name: 'transforms of everything', html: styled('* { transform: translateZ(0) !important; backface-visibility: hidden; perspective: 500px }') },
  { name: 'filters of everything', html: styled('* { filter: grayscale(1) !important; backdrop-filter: blur(1px) }') },
  { name: 'one stacking order', html: styled('* { z-index: 2147483647 !important; position: relative !important }') },
  { name: 'floats', html: styled('* { float: left !important; clear: both; display: inline-block !important }') },
  { name: 'a small font for all', html: styled('* { font: 1px/1 serif !important; text-indent: -9999px !important; letter-spacing: 3em !important }') },
  { name: 'no font size at the root', html: styled('html { font-size: 0 }') },
  { name: 'frames without width', html: styled('iframe { max-width: 0 !important; max-height: 0 !important; width: 0 !important; display: none !important }') },
  { name: 'fluid frames', html: styled('iframe { aspect-ratio: 16 / 9 !important; width: 100% !important; height: auto !important; position: absolute !important }') },
  { name: 'dialogs away', html: styled('dialog, dialog[open], dialog:modal { display: none !important } ::backdrop { display: none !important; opacity: 0 !important }') },
  { name: 'dialogs as boxes', html: styled('dialog { position: static !important; width: 20px !important; max-height: 10px !important; margin: auto !important; overflow: scroll !important; translate: 0 -100vh !important }') },
  { name: 'boxes and buttons away', html: styled('div, button, span, p { display: none !important } kyc-verification { display: block !important }') },
  { name: 'all but the app away', html: page({ head: '<style>body > :not(#app) { display: none !important }</style>', around: (element) => `<div id="app">${element}</div>` }) },
  { name: 'our own class taken by the page', html: styled('.kyc-verification-dialog, .kyc-verification-dialog * { display: none !important; position: static !important }') },
  { name: 'pseudo-elements over everything', html: styled('*::before, *::after { content: "" !important; position: fixed !important; inset: 0 !important; z-index: 9 !important; background: red; pointer-events: none !important }') },
  { name: 'a box above everything', html: page({ head: '<style>#shade { position: fixed; inset: 0; z-index: 2147483647 }</style>', after: '<div id="shade"></div>' }), press: 'keyboard' },
  { name: 'a popover of the page above everything', html: page({ head: '<style>#chat { position: fixed; inset: auto 0 0 auto; margin: 0 }</style>', after: '<div id="chat" popover="manual">Chat</div>' }), prepare: ({ page: tab }) => tab.evaluate(() => document.getElementById('chat').showPopover()) },
  { name: 'a transformed body', always: true, html: tall('body { transform: scale(0.5) rotate(1deg); transform-origin: 0 0 }') },
  { name: 'a filtered body', html: tall('body { filter: blur(1px); backdrop-filter: blur(1px); perspective: 300px; will-change: transform }') },
  { name: 'a contained body', html: tall('body { contain: strict; height: 3000px } html { container-type: inline-size }') },
  { name: 'a body that is fixed and does not scroll', html: styled('body { position: fixed; overflow: hidden; inset: 0; width: 100% }') },
  { name: 'a body that scrolls in the place of its root', html: tall('html { overflow: hidden; height: 100% } body { overflow: auto; height: 100vh; margin: 0 }'), cancels: true },
  { name: 'a body with inline styles of its own', html: tall('', 'style="overflow: visible !important; position: relative; --page: 1"'), cancels: true },
  { name: 'a page that scrolls smoothly and snaps', html: tall('html { scroll-behavior: smooth; scroll-snap-type: y mandatory } p { scroll-snap-align: start }'), press: 'keyboard', glides: true },
  { name: 'a page that is scrolled', html: tall('p { margin: 2em }'), cancels: true },
  { name: 'a zoomed body', html: tall('body { zoom: 3 }') },
  { name: 'a zoomed-out root', html: tall('html { zoom: 0.4 }') },
  { name: 'writing from top to bottom', html: styled('html { writing-mode: vertical-rl }') },
  { name: 'a page without width', html: styled('body { width: 0; margin: 0 }') },
  { name: 'a root that is clipped and masked', html: styled('body { clip-path: inset(0 0 1% 0); mask-image: linear-gradient(black, black) }') },
  { name: 'the words of every state turned off', html: styled('kyc-verification::part(base) { animation: none } kyc-verification { content-visibility: visible; columns: 3; display: flex !important }') },
];
