import { createServer } from 'node:http';
import { answerCommands } from './child.js';
import { CLIENT_KEY } from './baanx-calls.js';

/** Baanx, as far as the load needs it: the registration's status and session, each after two milliseconds. */
const TAKES = 2;
const counts = { status: 0, session: 0, refused: 0 };

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => setTimeout(() => answer(request, body, response), TAKES));
});
// The sides keep their connections over the pauses between rounds.
server.keepAliveTimeout = 120_000;

function answer({ method, url, headers }, body, response) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const call = `${method} ${pathname}`;
  const send = (status, value) => {
    const text = JSON.stringify(value);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
  };
  if (headers['x-client-key'] !== CLIENT_KEY) {
    counts.refused += 1;
    send(498, { message: 'Invalid API key' });
  } else if (call === 'GET /v1/auth/register') {
    counts.status += 1;
    send(200, recordOf(searchParams.get('onboardingId')));
  } else if (call === 'POST /v1/auth/register/verification') {
    counts.session += 1;
    send(200, { sessionUrl: `https://magic.veriff.me/v/${Buffer.from(JSON.parse(body).onboardingId.repeat(4)).toString('base64url')}` });
  } else {
    counts.refused += 1;
    send(404, { message: 'Not found' });
  }
}

function recordOf(id) {
  return {
    id,
    email: 'hello@example.com',
    firstName: 'John',
    lastName: 'Doe',
    dateOfBirth: '1990-01-01T00:00:00.000Z',
    phoneNumber: null,
    verificationState: 'PENDING',
    addressLine1: null,
    city: null,
    countryOfResidence: 'GB',
  };
}

answerCommands({
  start: () => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve)),
  url: () => `http://127.0.0.1:${server.address().port}`,
  counts: () => ({ ...counts }),
});
