import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';

const app = express();
/** The files of a package, where this one is: the element's script finds its other files beside itself. */
const filesOf = (name) => express.static(dirname(fileURLToPath(import.meta.resolve(name))));
app.use('/assets', express.static('public'));
app.use('/assets/htmx', filesOf('htmx.org/dist/htmx.min.js'));
app.use('/assets/kyc', filesOf('kyc-verification/dist/cdn/kyc-verification.js'));

const escape = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
const idOf = ({ query }) => String(query.onboarding ?? '');

const step = (id) => `
  <kyc-verification onboarding-id="${escape(id)}" endpoint="/api/kyc">
    <a href="/help">Verify another way</a>
    <label slot="consent"><input id="consent" type="checkbox"> I agree that my documents are checked</label>
    <p slot="footer">Questions? Call us on weekdays.</p>
  </kyc-verification>
  <button id="toggle" type="button" hx-get="/later?onboarding=${encodeURIComponent(id)}" hx-target="#step">Later</button>`;

app.get('/', (request, response) => {
  response.send(`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Open an account</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/assets/style.css">
  <script src="/assets/htmx/htmx.min.js"></script>
  <!-- Modules run in this order, when the page has been read. -->
  <script type="module" src="/assets/page.js"></script>
  <script type="module" src="/assets/kyc/kyc-verification.js"></script>
</head>
<body>
  <main>
    <h1>Open an account</h1>
    <div id="step">${step(idOf(request))}</div>
    <div hx-get="/welcome?onboarding=${encodeURIComponent(idOf(request))}" hx-trigger="kyc-verified from:body"></div>
    <p id="heard"></p>
  </main>
</body>
</html>`);
});

app.get('/step', (request, response) => response.send(step(idOf(request))));

app.get('/later', (request, response) => {
  const link = `/step?onboarding=${encodeURIComponent(idOf(request))}`;
  response.send(`
  <p>You can verify any time before you order your card.</p>
  <button id="toggle" type="button" hx-get="${link}" hx-target="#step">Verify now</button>`);
});

// Ask your endpoint's store here whether that person is verified: what a page says proves nothing.
app.get('/welcome', (_request, response) => response.send('<p id="done">Welcome! Your account is open.</p>'));

app.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? 'localhost');
