import express from 'express';

const app = express();
app.use('/assets', express.static('builds'), express.static('public'));

const escape = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

/** Every page has the script in its head, so that Turbo keeps it, and what is permanent. */
const layout = (body) => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="turbo-cache-control" content="no-preview">
  <title>Open an account</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/assets/style.css">
  <script type="module" src="/assets/application.js"></script>
</head>
<body>
  <main>
    <h1>Open an account</h1>
    ${body}
    <div id="news" data-turbo-permanent><p id="heard"></p></div>
  </main>
</body>
</html>`;

app.get('/', ({ query }, response) => {
  const id = String(query.onboarding ?? '');
  response.send(layout(`
    <kyc-verification onboarding-id="${escape(id)}" endpoint="/api/kyc">
      <a href="/help">Verify another way</a>
      <label slot="consent"><input id="consent" type="checkbox"> I agree that my documents are checked</label>
      <p slot="footer">Questions? Call us on weekdays.</p>
    </kyc-verification>
    <a id="toggle" class="button" href="/later?onboarding=${encodeURIComponent(id)}">Later</a>`));
});

app.get('/later', ({ query }, response) => {
  const id = String(query.onboarding ?? '');
  response.send(layout(`
    <p>You can verify any time before you order your card.</p>
    <a id="toggle" class="button" href="/?onboarding=${encodeURIComponent(id)}">Verify now</a>`));
});

app.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? 'localhost');
