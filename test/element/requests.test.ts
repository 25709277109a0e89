import { expect } from '@open-wc/testing';
import { says, scriptEndpoint } from '../helpers/element-endpoint.js';
import { mount, mountIn, reach } from '../helpers/element-fixture.js';
import { openFrame } from '../helpers/element-frame.js';

describe('headers', () => {
  const sources: readonly (readonly [kind: string, headers: HeadersInit])[] = [
    ['an object', { 'x-csrf': 't1' }],
    ['an array of pairs', [['x-csrf', 't1']]],
    ['Headers', new Headers({ 'x-csrf': 't1' })],
  ];
  for (const [kind, headers] of sources) {
    it(`${kind} goes along with each request`, async () => {
      const endpoint = scriptEndpoint();
      await openFrame(await mountIn('guidance', {}, { headers }));
      expect(endpoint.calls.map((call) => call.headers.get('x-csrf'))).to.deep.equal(['t1', 't1']);
    });
  }

  it('a function is called anew for each request', async () => {
    const endpoint = scriptEndpoint();
    let calls = 0;
    const element = await mountIn('guidance', {}, { headers: () => ({ 'x-token': `t${++calls}` }) });
    await openFrame(element);
    expect(endpoint.calls.map(({ headers }) => headers.get('x-token'))).to.deep.equal(['t1', 't2']);
  });

  it('an async function is awaited', async () => {
    const endpoint = scriptEndpoint();
    await mountIn('guidance', {}, { headers: () => Promise.resolve({ authorization: 'Bearer a' }) });
    expect(endpoint.gets[0]?.headers.get('authorization')).to.equal('Bearer a');
  });

  it('set later go along from the next request on, without a new beginning', async () => {
    const endpoint = scriptEndpoint();
    const element = await mountIn('guidance');
    element.headers = { 'x-token': 'late' };
    await element.updateComplete;
    expect(element.state).to.equal('guidance');
    await openFrame(element);
    expect(endpoint.gets).to.have.length(1);
    expect(endpoint.posts[0]?.headers.get('x-token')).to.equal('late');
  });

  it('cannot replace the type of the body', async () => {
    const endpoint = scriptEndpoint();
    await openFrame(await mountIn('guidance', {}, { headers: { 'content-type': 'text/plain', accept: 'text/html' } }));
    expect(endpoint.posts[0]?.headers.get('content-type')).to.equal('application/json');
    expect(endpoint.posts[0]?.headers.get('accept')).to.equal('application/json');
  });

  const faults: readonly (readonly [string, () => HeadersInit | Promise<HeadersInit>])[] = [
    ['a function that throws', () => {
      throw new Error('no token');
    }],
    ['a function that rejects', () => Promise.reject(new Error('no token'))],
    ['a name that is none', () => ({ 'not a name': '1' })],
    ['a value with a line break', () => ({ 'x-a': 'b\r\nx-c: d' })],
  ];
  for (const [fault, headers] of faults) {
    it(`${fault} fails the exchange with configuration, and sends nothing`, async () => {
      const endpoint = scriptEndpoint();
      const element = await mount({}, { headers });
      await reach(element, 'guidance');
      await element.start();
      expect(element.state).to.equal('failed');
      expect(element.error).to.include({ code: 'configuration', phase: 'exchange', httpStatus: null });
      expect(endpoint.calls).to.have.length(0);
    });
  }

  it('that could not be had once are asked for again at the next start', async () => {
    const endpoint = scriptEndpoint();
    let signedIn = false;
    const headers = (): HeadersInit => {
      if (!signedIn) throw new Error('no token');
      return { authorization: 'Bearer a' };
    };
    const element = await mountIn('guidance', {}, { headers });
    await element.start();
    expect(element.state).to.equal('failed');
    signedIn = true;
    await openFrame(element);
    expect(endpoint.posts).to.have.length(1);
  });
});

describe('credentials', () => {
  for (const mode of ['omit', 'same-origin', 'include']) {
    it(`${mode} is the mode of each request`, async () => {
      const endpoint = scriptEndpoint();
      await openFrame(await mountIn('guidance', { credentials: mode }));
      expect(endpoint.calls.map(({ credentials }) => credentials)).to.deep.equal([mode, mode]);
    });
  }
});

describe('the requests', () => {
  it('are one read when the element comes to the page, and no exchange', async () => {
    const endpoint = scriptEndpoint();
    await mountIn('guidance');
    expect(endpoint.calls.map(({ method }) => method)).to.deep.equal(['GET']);
  });

  it('follow no redirect and use no cache', async () => {
    const inits: (RequestInit | undefined)[] = [];
    scriptEndpoint();
    const { fetch } = window;
    window.fetch = (input, init) => {
      inits.push(init);
      return fetch(input, init);
    };
    await mountIn('guidance');
    expect(inits[0]).to.include({ redirect: 'manual', cache: 'no-store' });
  });

  it('ignore all fields that the protocol does not name', async () => {
    scriptEndpoint({ get: [says('VERIFIED', { email: 'ada@example.com', ssn: '000' })] });
    const element = await mountIn('verified');
    expect(element.shadowRoot?.textContent).not.to.contain('ada@example.com');
  });
});
