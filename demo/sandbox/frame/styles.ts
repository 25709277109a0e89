/** The style sheet of the frame's page. */
export const frameStyles = `
:root {
  color-scheme: light dark;
  --ground: #eef3f2; --card: #fff; --text: #10201f; --muted: #516664; --line: #d3dfdd; --tint: #e4f3f0;
  --accent: #0b6b62; --accent-strong: #084f49; --on-accent: #fff; --warn: #7a4a00; --warn-tint: #fdf1dc;
  --radius: 12px;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0a1312; --card: #121d1c; --text: #e9f2f0; --muted: #a3b8b5; --line: #2c3d3b; --tint: #17302d;
    --accent: #4fd1c0; --accent-strong: #7be0d2; --on-accent: #04211e; --warn: #f5c97a; --warn-tint: #33270f;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body { display: flex; background: var(--ground); color: var(--text); -webkit-text-size-adjust: 100%; }
h1, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
p { color: var(--muted); max-width: 60ch; }
button, select { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1:focus-visible { outline: none; }
.icon { flex: none; width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
:dir(rtl) > .icon:only-child { transform: scaleX(-1); }

.card { display: flex; flex-direction: column; inline-size: 100%; block-size: 100%; margin: auto; background: var(--card); position: relative; overflow: hidden; }
header { display: flex; align-items: center; gap: 8px; padding: 8px 12px; min-block-size: 60px; }
.brand { display: flex; align-items: center; gap: 8px; margin-inline-end: auto; padding-inline-start: 8px; font-weight: 600; font-size: .875rem; color: var(--text); white-space: nowrap; }
.brand-mark { display: grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 8px; background: var(--accent); color: var(--on-accent); }
.brand-mark .icon { inline-size: 16px; block-size: 16px; stroke-width: 2.5; }
.steps { font-size: .875rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.round { display: grid; place-items: center; flex: none; inline-size: 44px; block-size: 44px; padding: 0; border: 0; border-radius: 50%; background: none; color: var(--muted); }
.round:hover { background: var(--tint); color: var(--text); }
.progress { block-size: 4px; background: var(--tint); flex: none; }
.progress span { display: block; block-size: 100%; background: var(--accent); border-radius: 0 2px 2px 0; transition: inline-size .3s ease; }

main { flex: 1; min-block-size: 0; display: flex; }
.screen { flex: 1; min-inline-size: 0; display: flex; flex-direction: column; }
.content { flex: 1; min-block-size: 0; overflow: auto; padding: 16px 20px; display: flex; flex-direction: column; gap: 12px; }
.actions { padding: 12px 20px; display: grid; gap: 8px; }
.actions:empty { display: none; }
.primary, .secondary { min-block-size: 48px; padding: 8px 20px; border-radius: var(--radius); border: 1px solid transparent; font-weight: 600; }
.primary { background: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-strong); }
.primary > span { display: flex; align-items: center; justify-content: center; gap: 8px; }
.secondary { background: none; color: var(--accent); }
.secondary:hover { background: var(--tint); }

.needs { display: grid; gap: 4px; margin-block: 8px; }
.needs li, .quiet { display: flex; align-items: center; gap: 16px; padding-block: 10px; }
.needs .icon { color: var(--accent); padding: 8px; inline-size: 40px; block-size: 40px; border-radius: var(--radius); background: var(--tint); }
.quiet { font-size: .875rem; gap: 12px; margin-block-start: auto; }
.quiet .icon { inline-size: 20px; block-size: 20px; }

.field { display: grid; gap: 4px; font-size: .875rem; font-weight: 600; }
.field select {
  appearance: none; inline-size: 100%; min-block-size: 48px; padding: 8px 40px 8px 12px; font-size: 1rem; font-weight: 400; color: var(--text);
  background-color: var(--card); border: 1px solid var(--line); border-radius: var(--radius);
}
.field span + span { position: relative; }
.field span + span::after { content: ""; position: absolute; inset-block-start: 18px; inset-inline-end: 18px; inline-size: 8px; block-size: 8px; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); pointer-events: none; }
.choices { display: grid; gap: 8px; }
.choice { display: flex; align-items: center; gap: 16px; inline-size: 100%; min-block-size: 64px; padding: 8px 16px; text-align: start; background: none; border: 1px solid var(--line); border-radius: var(--radius); }
.choice:hover { border-color: var(--accent); background: var(--tint); }
.choice > span { flex: 1; display: grid; }
.choice-name { font-weight: 600; }
.choice-note { font-size: .875rem; color: var(--muted); }
.choice > .icon:first-child { color: var(--accent); }
.choice > .icon:last-child { inline-size: 20px; block-size: 20px; color: var(--muted); }

.finder { position: relative; flex: 1 0 180px; max-block-size: 340px; overflow: hidden; border-radius: var(--radius); background: #0c1817; color: #fff; }
.finder video, .stand-in, .stand-in svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: cover; }
.stand-in { opacity: .35; }
.finder[data-state="working"] .stand-in { display: none; }
.finder[data-state="blocked"] .stand-in { opacity: 1; }
.finder[data-state="blocked"] .guide { display: none; }
.mirrored { transform: scaleX(-1); }
.guide { position: absolute; inset: 0; margin: auto; border: 3px solid #fff; box-shadow: 0 0 0 100vmax #0c181799; }
[data-shape="card"] .guide { inline-size: min(84%, 340px); aspect-ratio: 1.586; max-block-size: 88%; border-radius: 14px; }
[data-shape="face"] .guide { block-size: 84%; aspect-ratio: .78; border-radius: 50%; }
.finder-note { position: absolute; inset-inline: 0; inset-block-end: 12px; text-align: center; color: #fff; font-size: .875rem; }
.alert:not(:has(> :not([hidden]))) { display: none; }
.alert { padding: 10px 14px; border-radius: var(--radius); background: var(--warn-tint); color: var(--warn); font-size: .875rem; }

.shots { display: grid; gap: 12px; }
.shots li { display: grid; grid-template-columns: 112px 1fr; align-items: center; gap: 4px 16px; padding: 8px; border: 1px solid var(--line); border-radius: var(--radius); }
.picture { grid-row: span 2; aspect-ratio: 4 / 3; overflow: hidden; border-radius: 8px; background: #0c1817; }
.picture div, .picture svg, .picture canvas { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; }
.picture svg { object-fit: contain; }
.shot-name { align-self: end; font-weight: 600; font-size: .875rem; line-height: 1.35; overflow-wrap: anywhere; }
.shots .secondary { justify-self: start; align-self: start; min-block-size: 36px; margin-inline-start: -10px; padding: 4px 10px; font-size: .875rem; text-align: start; }

.notice .content { align-items: center; justify-content: center; text-align: center; }
.badge { display: grid; place-items: center; inline-size: 72px; block-size: 72px; border-radius: 50%; background: var(--tint); color: var(--accent); margin-block-end: 8px; }
.badge .icon { inline-size: 36px; block-size: 36px; }
.spinner { inline-size: 40px; block-size: 40px; border-radius: 50%; border: 4px solid var(--tint); border-block-start-color: var(--accent); animation: turn 1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }

.sample-ground { fill: #0c1817; } .sample-paper { fill: #e8efed; } .sample-tint { fill: #b9d3cd; } .sample-band { fill: #2d8478; }
.sample-ink { fill: #47716b; } .sample-line { fill: none; stroke: #6d8f89; stroke-width: 6; stroke-linecap: round; } .sample-code { stroke-dasharray: 4 10; }

.drawer { flex: none; border-block-start: 1px solid var(--line); font-size: .8125rem; }
.drawer summary { display: flex; align-items: center; justify-content: center; gap: 6px; min-block-size: 32px; color: var(--muted); cursor: pointer; list-style: none; }
.drawer summary::-webkit-details-marker { display: none; }
.drawer summary::after { content: ""; inline-size: 6px; block-size: 6px; border: solid currentColor; border-width: 1.5px 0 0 1.5px; transform: translateY(2px) rotate(45deg); }
.drawer [open] summary::after { transform: translateY(-2px) rotate(225deg); }
.drawer summary:hover { color: var(--text); }
.drawer summary:focus-visible { outline-offset: -2px; }
.drawer-panel { position: absolute; inset-inline: 0; inset-block-end: 33px; max-block-size: calc(100% - 33px); overflow: auto; display: grid; gap: 12px; padding: 16px 20px; background: var(--card); border-block-start: 1px solid var(--line); box-shadow: 0 -12px 32px #0003; }
.drawer-actions { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 8px; }
.drawer-actions button { min-block-size: 40px; padding: 6px 10px; line-height: 1.25; border: 1px solid var(--line); border-radius: 8px; background: none; }
.drawer-actions button:hover { border-color: var(--accent); }
.drawer-actions [aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.drawer-log:empty { display: none; }
.drawer-log { font-family: ui-monospace, Menlo, Consolas, monospace; }

@media (min-width: 640px) and (min-height: 560px) {
  .card { inline-size: 480px; block-size: min(100% - 48px, 720px); border-radius: 20px; box-shadow: 0 1px 2px #0000001a, 0 16px 48px #0000001f; }
  .content { padding: 20px 32px; gap: 14px; }
  .actions { padding: 12px 32px 20px; }
  header { padding-inline: 20px 16px; }
}
@media (max-width: 359px) {
  /* Back, name, step and close do not fit side by side: the mark alone stands for the name. */
  header:has([data-action="back"]:not([hidden])) .brand-name { position: absolute; clip-path: inset(50%); }
}
@media (max-height: 620px) {
  .content { gap: 8px; padding-block: 12px; }
  .finder { flex-basis: 150px; }
  .needs { margin-block: 0; }
  .needs li, .quiet { padding-block: 4px; }
}
@media (prefers-reduced-motion: reduce) {
  .progress span { transition: none; }
  .spinner { animation-duration: 4s; }
}
@media (forced-colors: active) {
  .primary, .card { border: 1px solid; }
  .progress span { background: Highlight; }
}
`;
