import { expect, waitUntil } from '@open-wc/testing';
import { frameAllowance } from '../../../src/services/environment/frame-trial.js';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';

/** A policy stays for good, and outcomes are remembered: the tests that need none come first, and each has hosts of its own. */
function addPolicy(content: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = content;
  document.head.append(meta);
}

const allowanceFor = (first: readonly string[], further: readonly string[] = []): ReturnType<typeof frameAllowance> => frameAllowance({ first, further });

/** What comes into the page, and leaves it. */
function watchNodes(): { readonly added: Node[]; readonly removed: Node[] } {
  const seen = { added: [] as Node[], removed: [] as Node[] };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      seen.added.push(...addedNodes);
      seen.removed.push(...removedNodes);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
  onCleanup(() => observer.disconnect());
  return seen;
}

function countListeners(): () => number {
  let listening = 0;
  const { addEventListener, removeEventListener } = document;
  standIn(document, 'addEventListener', (...given: Parameters<typeof addEventListener>) => (listening++, addEventListener.apply(document, given)));
  standIn(document, 'removeEventListener', (...given: Parameters<typeof removeEventListener>) => (listening--, removeEventListener.apply(document, given)));
  return () => listening;
}

describe('the trial of a frame', () => {
  it('finds it allowed where the page has no policy, and leaves nothing', async () => {
    const [nodes, listeners, length] = [watchNodes(), countListeners(), history.length];
    const before = document.querySelectorAll('*').length;
    expect(await allowanceFor(['https://a1.example', 'https://a2.example'])).to.equal('allowed');
    expect([document.querySelectorAll('*').length, window.length, history.length, listeners()]).to.deep.equal([before, 0, length, 0]);
    await waitUntil(() => nodes.removed.length > 0);
    expect([nodes.added.length, nodes.removed.length]).to.deep.equal([1, 1]);
  });

  it('is nothing that anybody sees', async () => {
    const nodes = watchNodes();
    const trial = allowanceFor(['https://b.example']);
    // Observers are told before anything has loaded.
    await Promise.resolve();
    const [host] = nodes.added as [HTMLElement];
    expect(host.isConnected && getComputedStyle(host).display).to.equal('none');
    expect(await trial).to.equal('allowed');
  });

  it('is made once for an origin, also by two who ask at once', async () => {
    const nodes = watchNodes();
    const origins = ['https://c1.example', 'https://c2.example'];
    expect(await Promise.all([allowanceFor(origins), allowanceFor(origins.slice(1))])).to.deep.equal(['allowed', 'allowed']);
    expect(await allowanceFor(origins)).to.equal('allowed');
    expect(nodes.added).to.have.length(1);
  });

  it('is none where there is no origin to try', async () => {
    const nodes = watchNodes();
    expect(await allowanceFor([])).to.equal('unknown');
    expect(nodes.added).to.have.length(0);
  });

  it('is made anew where it could not be made', async () => {
    standIn(document.documentElement, 'append', () => {
      throw new Error('Not here.');
    });
    expect(await allowanceFor(['https://d.example'])).to.equal('unknown');
    Reflect.deleteProperty(document.documentElement, 'append');
    expect(await allowanceFor(['https://d.example'])).to.equal('allowed');
  });

  it('ends within a second, unknown, where the browser never loads what it waits for, and is made anew', async () => {
    const nodes = watchNodes();
    const { addEventListener } = HTMLIFrameElement.prototype;
    standIn(HTMLIFrameElement.prototype, 'addEventListener', () => undefined);
    const began = performance.now();
    expect(await allowanceFor(['https://e.example'])).to.equal('unknown');
    expect(performance.now() - began).to.be.lessThan(1000);
    expect([nodes.added.length, nodes.removed.length, document.querySelectorAll('iframe').length]).to.deep.equal([1, 1, 0]);
    standIn(HTMLIFrameElement.prototype, 'addEventListener', addEventListener);
    expect(await allowanceFor(['https://e.example'])).to.equal('allowed');
  });

  it('is not taken in by a made-up violation', async () => {
    const trial = allowanceFor(['https://f.example']);
    const violation = { documentURI: location.href, violatedDirective: 'frame-src', effectiveDirective: 'frame-src', originalPolicy: "frame-src 'none'" };
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', { ...violation, disposition: 'enforce', blockedURI: 'https://f.example', statusCode: 200 }),
    );
    expect(await trial).to.equal('allowed');
  });

  it('tells what the page’s policy allows from what it forbids', async () => {
    addPolicy("frame-src 'self' https://*.veriff.me https://g1.example/v/");
    expect(await allowanceFor(['https://magic.veriff.me'])).to.equal('allowed');
    expect(await allowanceFor(['https://g1.example'])).to.equal('allowed');
    expect(await allowanceFor(['https://g2.example'])).to.equal('blocked');
    expect(await allowanceFor(['https://g2.example', 'https://g3.example'])).to.equal('blocked');
    expect(await allowanceFor(['https://g1.example', 'https://g2.example'])).to.equal('unknown');
  });

  it('is made of further origins only where the first are forbidden, and says nothing where they differ', async () => {
    const nodes = watchNodes();
    expect(await allowanceFor(['https://g1.example'], ['https://g4.example'])).to.equal('allowed');
    expect(nodes.added).to.have.length(0);
    expect(await allowanceFor(['https://g2.example'], ['https://g1.example'])).to.equal('unknown');
    expect(await allowanceFor(['https://g2.example'], ['https://g5.example'])).to.equal('blocked');
    expect(await allowanceFor(['https://g2.example'])).to.equal('blocked');
  });

  it('leaves nothing where the policy forbids the frame', async () => {
    const [nodes, listeners] = [watchNodes(), countListeners()];
    expect(await allowanceFor(['https://h.example'])).to.equal('blocked');
    await waitUntil(() => nodes.removed.length > 0);
    expect([nodes.added.length, nodes.removed.length, listeners(), document.querySelectorAll('iframe').length]).to.deep.equal([1, 1, 0, 0]);
  });

  it('works under a policy that asks for trusted types', async () => {
    addPolicy("require-trusted-types-for 'script'; trusted-types 'none'");
    const violations: string[] = [];
    const collect = ({ effectiveDirective }: SecurityPolicyViolationEvent): unknown => violations.push(effectiveDirective);
    document.addEventListener('securitypolicyviolation', collect);
    onCleanup(() => document.removeEventListener('securitypolicyviolation', collect));
    expect(await allowanceFor(['https://i.veriff.me'])).to.equal('allowed');
    expect(violations).to.deep.equal([]);
  });
});
