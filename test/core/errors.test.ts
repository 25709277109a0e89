import { expect } from '@open-wc/testing';
import { ERROR_CODES, codeOfStatus, isFinal, kycError, mayRepeat, type KycErrorCode } from '../../src/core/errors.js';

/** Contract, section 5. */
const STATUSES: Readonly<Record<number, KycErrorCode>> = {
  204: 'bad-response',
  205: 'bad-response',
  301: 'bad-response',
  304: 'bad-response',
  307: 'bad-response',
  400: 'onboarding-invalid',
  401: 'unauthorized',
  402: 'bad-response',
  403: 'unauthorized',
  404: 'onboarding-not-found',
  405: 'bad-response',
  408: 'timeout',
  409: 'bad-response',
  410: 'bad-response',
  413: 'bad-response',
  422: 'bad-response',
  425: 'server',
  429: 'rate-limited',
  498: 'client-key',
  499: 'client-key',
  500: 'server',
  501: 'server',
  502: 'server',
  503: 'server',
  504: 'server',
  599: 'server',
};
const FOR_GOOD = [400, 401, 403, 404, 498, 499];
const ACTIONS = ['retry', 'wait', 'restart-registration', 'contact-support', 'change-browser', 'redirect', 'fix-integration'];

describe('the code of a status', () => {
  for (const [status, code] of Object.entries(STATUSES)) {
    it(`${status} is ${code}`, () => expect(codeOfStatus(Number(status))).to.equal(code));
  }

  it('is a known one for any number', () => {
    for (let status = -1; status < 1_200; status++) expect(ERROR_CODES).to.include(codeOfStatus(status));
  });
});

describe('a first read that failed', () => {
  for (const status of Object.keys(STATUSES).map(Number)) {
    it(`with ${status} has failed ${FOR_GOOD.includes(status) ? 'for good' : 'in passing'}`, () => {
      expect(isFinal(kycError(codeOfStatus(status), 'status', { httpStatus: status }))).to.equal(FOR_GOOD.includes(status));
    });
  }
});

describe('the exchange', () => {
  for (const status of Object.keys(STATUSES).map(Number)) {
    it(`is ${status >= 500 ? 'tried' : 'never tried'} again on ${status}`, () => {
      expect(mayRepeat(kycError(codeOfStatus(status), 'exchange', { httpStatus: status }))).to.equal(status >= 500);
    });
  }

  for (const [code, repeat] of [['network', true], ['timeout', true], ['bad-response', false], ['session-url', false], ['configuration', false]] as const) {
    it(`is ${repeat ? 'tried' : 'never tried'} again on ${code}`, () => {
      expect(mayRepeat(kycError(code, 'exchange'))).to.equal(repeat);
    });
  }
});

describe('an error', () => {
  it('has one of the contract’s codes, and each of them exists', () => {
    expect([...ERROR_CODES]).to.have.members([
      'configuration',
      'unsupported-browser',
      'insecure-context',
      'camera-unavailable',
      'offline',
      'network',
      'timeout',
      'unauthorized',
      'onboarding-invalid',
      'onboarding-not-found',
      'client-key',
      'rate-limited',
      'server',
      'bad-response',
      'session-url',
      'frame-blocked',
      'frame-timeout',
      'frame-busy',
    ]);
  });

  for (const code of ERROR_CODES) {
    it(`${code} is frozen and names one of the contract’s actions`, () => {
      const error = kycError(code, 'exchange', { httpStatus: 500, retryAt: '2026-01-05T00:00:00.000Z' });
      expect(Object.isFrozen(error)).to.equal(true);
      expect(ACTIONS).to.include(error.action);
      expect(error).to.include({ code, phase: 'exchange', httpStatus: 500, retryAt: '2026-01-05T00:00:00.000Z' });
    });
  }

  it('offers the redirect for a blocked frame', () => expect(kycError('frame-blocked', 'frame').action).to.equal('redirect'));

  it('has neither status nor time of a retry where the endpoint gave none', () => {
    expect(kycError('network', 'status')).to.include({ httpStatus: null, retryAt: null });
  });
});
