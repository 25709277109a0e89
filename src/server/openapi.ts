/**
 * The token-exchange endpoint as an OpenAPI 3.1 document, for whoever writes one in another language. It says what the contract
 * says; states, reasons, limits and the meaning of each status come from where the element has them.
 */
import { MAX_BODY_BYTES, MAX_RETRY_AFTER, REQUEST_TIMEOUT } from '../core/contract.js';
import { codeOfStatus } from '../core/errors.js';
import { DEFAULT_SESSION_HOSTS, REASONS, VERIFICATION_STATES } from '../core/names.js';

const ID = 'US_100a99cf-f4d3-4fa1-9be9-2e9828b20ebb';
const ref = <const N extends string>(kind: string, name: N) => ({ $ref: `#/components/${kind}/${name}` });
const headers = <const N extends string>(...names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, ref('headers', name)]));
const common = headers('Cache-Control', 'X-Content-Type-Options', 'Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Vary');

/** What the user meets for each status that is no success, and what of the endpoint it says. */
const REFUSALS = {
  400: ['The id is malformed, expired, or its onboarding has ended.', 'This step is closed; registration begins anew. In review it is no rejection.'],
  401: ['The caller is not signed in, where the endpoint asks for that.', 'Whom to turn to.'],
  403: ['The caller, or the origin of its page, may not use this endpoint.', 'Whom to turn to.'],
  404: ['The id is unknown, or is a stranger\'s: both in the same words and time, so that nobody learns which ids exist.', 'This step is closed.'],
  405: ['Any method but GET, POST and OPTIONS. With an Allow header.', 'The answer can\'t be used.'],
  408: ['The request came too slowly.', 'It took too long; try again.'],
  413: ['The body is too long: 16 KiB are ample.', 'The answer can\'t be used.'],
  415: [
    'The body is not application/json, or is compressed. Text and forms are refused: any page can send them with the user\'s cookies.',
    'The answer can\'t be used.',
  ],
  425: ['The endpoint is not ready yet.', 'Try again; the exchange is tried again by itself.'],
  429: ['Too many requests, for this id or in all.', 'Wait, for as long as Retry-After says.'],
  498: ['The provider refuses the endpoint\'s client key.', 'Whom to turn to: the integration is at fault.'],
  499: ['The endpoint sent the provider no client key.', 'Whom to turn to: the integration is at fault.'],
  500: ['The endpoint itself failed.', 'Try again. The exchange is tried three times at most.'],
  502: ['The provider failed, redirected, or gave a session URL of another host. Nothing it said is passed on.', 'Try again.'],
  503: ['The endpoint can\'t answer now.', 'Try again, or wait as Retry-After says.'],
  504: ['The provider did not answer in time.', 'Try again.'],
} as const;

type Refusal = keyof typeof REFUSALS;
const statuses = Object.keys(REFUSALS).map((status) => Number(status) as Refusal);
/** Of a request with a body, or of a limit on the time to send it. */
const ofPost: readonly Refusal[] = [413, 415];

function refusal(status: Refusal) {
  const [meaning, user] = REFUSALS[status];
  return {
    description: `${meaning} The user reads: ${user}`,
    headers: { ...common, ...(status === 429 || status === 503 ? headers('Retry-After') : {}), ...(status === 405 ? headers('Allow') : {}) },
    content: { 'application/json': { schema: ref('schemas', 'Error') } },
    'x-kyc-error-code': codeOfStatus(status),
  };
}

const refusals = (list: readonly Refusal[]) => Object.fromEntries(list.map((status) => [String(status), ref('responses', `Refusal${status}`)]));

/** `GET` with either way of saying who is meant. */
const parameters = [
  {
    name: 'onboardingId', in: 'query',
    description: 'Opaque; not always a bare UUID. Missing, empty, repeated or far too long: 400. Exactly one of onboardingId and reverify is sent.',
    schema: ref('schemas', 'OnboardingId'), example: ID,
  },
  {
    name: 'reverify', in: 'query',
    description: 'The signed-in user, whom the endpoint knows by itself (a bearer or a cookie), is verified anew.',
    schema: { type: 'string', enum: ['true'] }, example: 'true',
  },
];

const time = (description: string) => ({ type: 'string', format: 'date-time', description });
const text = (description: string, example: string, schema: object = {}) => ({ description, schema: { type: 'string', ...schema }, example });

const status = {
  waiting: { verificationState: 'PENDING', updatedAt: '2026-01-05T12:00:00Z', stream: true },
  rejected: { verificationState: 'REJECTED', reasons: ['document-expired'], retryAt: '2026-01-06T12:00:00Z', updatedAt: '2026-01-05T12:00:00Z' },
} as const;

export const openapi = {
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: {
    title: 'Token-exchange endpoint of <kyc-verification>',
    version: '1.0.0',
    license: { name: 'MIT', identifier: 'MIT' },
    description: [
      'One resource, two methods, of the partner\'s own server: it trades an onboarding id for a Veriff session, and says how the '
        + 'verification stands. JSON, UTF-8.',
      `Bodies are read up to ${MAX_BODY_BYTES / 1024} KiB. Each request ends after ${REQUEST_TIMEOUT / 1000} s. Redirects are refused. `
        + 'The URL\'s own query is kept. Extra fields of an answer are ignored.',
      'Security: the provider\'s keys stay on the server. Check that the caller may ask for the id; a stranger\'s id is answered 404, in '
        + 'the same shape and time as an unknown one. No session URL, id or personal datum belongs in a log. No error repeats what was '
        + 'sent, or what a provider said. Answers are never cached. Origins that may use the endpoint are named one by one, never by '
        + 'an asterisk or by repeating whatever Origin came.',
      '204, 205, 3xx and 4xx that are not named here are answers that can\'t be used. Every 5xx may be tried again.',
      'Try yours with: npx kyc-verification check-endpoint <url>',
    ].join('\n\n'),
  },
  servers: [{ url: 'https://partner.example', description: 'Your own site; or another one, with CORS.' }],
  security: [{}, { bearer: [] }],
  paths: {
    '/api/kyc': {
      summary: 'The path is your own choice.',
      get: {
        operationId: 'readStatus', summary: 'How the verification stands', parameters,
        description: 'With "Accept: text/event-stream", and where the plain answer says "stream": true, the same status as a stream of its changes.',
        responses: { 200: ref('responses', 'Status'), ...refusals(statuses.filter((code) => !ofPost.includes(code))) },
      },
      post: {
        operationId: 'createSession', summary: 'Trades an id, or the signed-in user, for a session',
        description: 'The same session is answered until it expires or a verdict ends it, so that a reload or a second device goes on in it. '
          + 'After RESUBMISSION_REQUESTED it is the same one again. Sessions of reverify are for a single use.',
        requestBody: {
          required: true,
          description: 'application/json only.',
          content: {
            'application/json': {
              schema: ref('schemas', 'SessionRequest'),
              examples: { registration: { value: { onboardingId: ID } }, reverify: { value: { reverify: true } } },
            },
          },
        },
        responses: { 200: ref('responses', 'Session'), 201: ref('responses', 'Session'), ...refusals(statuses) },
      },
      options: {
        operationId: 'preflight', summary: 'Asked by browsers before a page of another origin may post JSON',
        description: 'Carries no sign-in. Not needed where page and endpoint share an origin.', security: [{}],
        responses: {
          204: {
            description: 'The origin is one that you named.',
            headers: headers(
              'Access-Control-Allow-Origin',
              'Access-Control-Allow-Methods',
              'Access-Control-Allow-Headers',
              'Access-Control-Allow-Credentials',
              'Vary',
            ),
          },
          403: { description: 'Any other origin. Without any Access-Control-Allow-Origin.' },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'Or a cookie, or what you like: the element sends the headers that the page gives it. reverify needs one.',
      },
    },
    headers: {
      'Cache-Control': text('No cache keeps an answer.', 'no-store', { const: 'no-store' }),
      'X-Content-Type-Options': text('No browser takes an answer for a page.', 'nosniff', { const: 'nosniff' }),
      'Retry-After': text(`Seconds or an HTTP date. Believed up to ${MAX_RETRY_AFTER / 1000} s.`, '30'),
      Allow: text('The methods there are.', 'GET, POST, OPTIONS'),
      Vary: text('Across origins.', 'Origin'),
      'Access-Control-Allow-Origin': text('Across origins: the page\'s exact origin, if it is one that you named; else no such header.', 'https://shop.example'),
      'Access-Control-Expose-Headers': text('Across origins.', 'Retry-After'),
      'Access-Control-Allow-Methods': text('Across origins.', 'GET, POST'),
      'Access-Control-Allow-Headers': text('Across origins: content-type, and the names of your own headers.', 'content-type, authorization'),
      'Access-Control-Allow-Credentials': text('Across origins, where cookies are needed.', 'true', { const: 'true' }),
    },
    responses: {
      Status: {
        description: 'The state as the server knows it. A state that the element does not know is no news, never a success.',
        headers: common,
        content: {
          'application/json': {
            schema: ref('schemas', 'Status'),
            examples: { waiting: { value: status.waiting }, rejected: { value: status.rejected } },
          },
          'text/event-stream': {
            schema: {
              type: 'string',
              description: 'The present status first, then each change: the JSON of Status as the data of a message, 64 KiB at most. A comment '
                + 'at least every 45 s.',
            },
            example: `data: ${JSON.stringify(status.waiting)}\n\n: heartbeat\n\ndata: ${JSON.stringify(status.rejected)}\n\n`,
          },
        },
      },
      Session: {
        description: 'A session that Veriff opens. 200 and 201 mean the same.',
        headers: common,
        content: {
          'application/json': {
            schema: ref('schemas', 'Session'),
            example: { sessionUrl: 'https://magic.veriff.me/v/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.signature', expiresAt: '2026-01-12T12:00:00Z' },
          },
        },
      },
      ...Object.fromEntries(statuses.map((code) => [`Refusal${code}`, refusal(code)])),
    },
    schemas: {
      OnboardingId: { type: 'string', minLength: 1, description: 'Opaque: compared as it is, never taken apart. A secret of the user.' },
      SessionRequest: {
        oneOf: [
          { type: 'object', required: ['onboardingId'], properties: { onboardingId: ref('schemas', 'OnboardingId') } },
          { type: 'object', required: ['reverify'], properties: { reverify: { type: 'boolean', const: true } } },
        ],
      },
      Session: {
        type: 'object', required: ['sessionUrl'],
        properties: {
          sessionUrl: {
            type: 'string', format: 'uri', pattern: '^https?://[^/?#@\\s]+([/?#]\\S*)?$',
            description: 'A secret, as the provider gave it. Absolute, https (http for a loopback host that session-hosts names), without '
              + `credentials, of a host that session-hosts names (default: ${DEFAULT_SESSION_HOSTS}).`,
          },
          expiresAt: time('Past it the URL is not used again.'),
        },
      },
      VerificationState: { type: 'string', enum: VERIFICATION_STATES },
      Reason: { type: 'string', enum: REASONS, description: 'An unknown code shows the general text. Fraud is never told: send not-accepted.' },
      Status: {
        type: 'object', required: ['verificationState'],
        properties: {
          verificationState: ref('schemas', 'VerificationState'),
          reasons: { type: 'array', items: ref('schemas', 'Reason'), maxItems: REASONS.length, uniqueItems: true },
          retryAt: time('From when another try is allowed.'),
          updatedAt: time('Since when the state holds. Should always be sent: without it an equal verdict of a later try is no news.'),
          stream: { type: 'boolean', const: true, description: 'The same GET with "Accept: text/event-stream" sends each change.' },
        },
      },
      Error: {
        type: 'object', required: ['message'],
        properties: { message: { type: 'string', description: 'A general sentence of your own, for developers: the element never shows it.' } },
        examples: [{ message: 'The onboarding is not valid or has ended.' }],
      },
    },
  },
} as const;
