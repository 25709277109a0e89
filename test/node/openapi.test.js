import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { root } from '../helpers/repository.js';

const built = (path) => import(pathToFileURL(join(root, 'dist', path)));
const { openapi } = await built('server/openapi.js');
const [names, contract, errors] = await Promise.all(['core/names.js', 'core/contract.js', 'core/errors.js'].map(built));

/** As it is shipped: JSON. */
const document = JSON.parse(JSON.stringify(openapi));
const { schemas } = document.components;
const { get, post, options } = document.paths['/api/kyc'];
const resolve = ({ $ref, ...rest }) => ($ref === undefined ? rest : $ref.slice(2).split('/').reduce((node, key) => node[key], document));

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'openapi', components: { schemas } });
ajv.addVocabulary(['components']);

function faultsOf(schema, value) {
  const here = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
  const validate = ajv.compile(here);
  return validate(value) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Every value that stands beside a schema, with where it stands. */
function* examplesOf(node, path = '#') {
  if (typeof node !== 'object' || node === null) return;
  if (node.schema !== undefined) {
    if (node.example !== undefined) yield { path, schema: node.schema, value: node.example };
    for (const [name, { value }] of Object.entries(node.examples ?? {})) yield { path: `${path}/${name}`, schema: node.schema, value };
  }
  if (Array.isArray(node.examples)) for (const value of node.examples) yield { path, schema: node, value };
  for (const [name, child] of Object.entries(node)) yield* examplesOf(child, `${path}/${name}`);
}

describe('OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(document);
    assert.deepEqual(result.errors ?? [], []);
    assert.equal(result.valid, true);
    assert.equal(validator.version, '3.1');
    const broken = await new Validator().validate({ ...document, paths: { kyc: document.paths['/api/kyc'] } });
    assert.equal(broken.valid, false);
  });

  it('has no reference that leads nowhere, and no part that nothing refers to', () => {
    const text = JSON.stringify(document);
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference));
    for (const $ref of references) assert.ok(resolve({ $ref }), $ref);
    for (const kind of ['headers', 'responses', 'schemas']) {
      for (const name of Object.keys(document.components[kind])) assert.ok(references.has(`#/components/${kind}/${name}`), `${kind}/${name}`);
    }
  });

  it('has examples that fit their schemas', () => {
    const examples = [...examplesOf(document)];
    assert.ok(examples.length >= 16, `${examples.length} examples`);
    for (const { path, schema, value } of examples) assert.deepEqual(faultsOf(schema, value), [], path);
  });

  it('streams events that fit the schema of the status', () => {
    const { example } = resolve(get.responses[200]).content['text/event-stream'];
    const events = [...example.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data));
    assert.equal(events.length, 2);
    for (const event of events) assert.deepEqual(faultsOf(schemas.Status, event), []);
  });

  it('has examples that the element understands', () => {
    for (const { value } of Object.values(resolve(get.responses[200]).content['application/json'].examples)) {
      const status = contract.parseStatus(value);
      assert.equal(status.verificationState, value.verificationState);
      assert.deepEqual(status.reasons, value.reasons ?? []);
    }
    const { example } = resolve(post.responses[200]).content['application/json'];
    assert.equal(contract.parseSession(example).sessionUrl, example.sessionUrl);
  });

  it('has the states and reasons of the code', () => {
    assert.deepEqual(schemas.VerificationState.enum, names.VERIFICATION_STATES);
    assert.deepEqual(schemas.Reason.enum, names.REASONS);
  });

  it('refuses what the contract does not have', () => {
    const wrong = {
      Status: [
        {},
        [],
        { verificationState: 'approved' },
        { verificationState: 'PENDING', updatedAt: 1 },
        { verificationState: 'PENDING', reasons: ['x'] },
      ],
      Session: [{}, { sessionUrl: '/v/x' }, { sessionUrl: 'https://a:b@magic.veriff.me/' }, { sessionUrl: 'javascript:alert(1)' }],
      SessionRequest: [{}, { onboardingId: '' }, { onboardingId: ['x'] }, { reverify: false }, { onboardingId: 'x', reverify: true }],
      Error: [{}, { message: null }, { error: 'x' }, 'x'],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) assert.notDeepEqual(faultsOf(schemas[name], value), [], `${name} ${JSON.stringify(value)}`);
    }
  });

  it('has every status that the element tells apart, with its code', () => {
    const told = [400, 401, 403, 404, 408, 425, 429, 498, 499, 500, 502, 503, 504];
    for (const operation of [get, post]) {
      for (const status of told) {
        const response = resolve(operation.responses[status]);
        assert.equal(response['x-kyc-error-code'], errors.codeOfStatus(status));
        assert.deepEqual(response.content['application/json'].schema, { $ref: '#/components/schemas/Error' });
      }
    }
    assert.deepEqual(Object.keys(options.responses), ['204', '403']);
    assert.ok('201' in post.responses && '415' in post.responses && '413' in post.responses);
    assert.ok('Retry-After' in resolve(get.responses[429]).headers);
  });

  it('says the limits of the code', () => {
    const { description } = document.info;
    assert.ok(description.includes(`${contract.MAX_BODY_BYTES / 1024} KiB`));
    assert.ok(description.includes(`${contract.REQUEST_TIMEOUT / 1000} s`));
    assert.ok(document.components.headers['Retry-After'].description.includes(`${contract.MAX_RETRY_AFTER / 1000} s`));
  });
});
