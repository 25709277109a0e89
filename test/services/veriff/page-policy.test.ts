import { expect, waitUntil } from '@open-wc/testing';
import { onCleanup } from '../../helpers/element-cleanup.js';
import { VirtualClock } from '../../helpers/veriff-clock.js';
import { expectAsked, expectFilled } from '../../helpers/veriff-look.js';
import { button, open, openStarted, TEXT } from '../../helpers/veriff-opening.js';
import { countListeners, tracesOf } from '../../helpers/veriff-page.js';
import { STAND_IN_ORIGIN } from '../../helpers/veriff-session.js';

/** A policy stays for good: each of these tests leaves the page of this file stricter than it was. */
function addPolicy(content: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = content;
  document.head.append(meta);
}

function collectViolations(): string[] {
  const violations: string[] = [];
  const collect = ({ effectiveDirective }: SecurityPolicyViolationEvent): unknown => violations.push(effectiveDirective);
  document.addEventListener('securitypolicyviolation', collect);
  onCleanup(() => document.removeEventListener('securitypolicyviolation', collect));
  return violations;
}

describe('under the page’s Content Security Policy', () => {
  it('works without inline styles, inline scripts and untyped HTML', async () => {
    addPolicy(`script-src 'self'; style-src 'self'; frame-src ${STAND_IN_ORIGIN}; require-trusted-types-for 'script'; trusted-types 'none'`);
    const violations = collectViolations();
    const before = tracesOf();
    const opening = await openStarted();
    button(opening, TEXT.close).click();
    expectAsked(opening);
    button(opening, TEXT.stay).click();
    expectFilled(opening);
    opening.close();
    expect(tracesOf()).to.deep.equal(before);
    expect(violations).to.deep.equal([]);
  });

  it('fails at once as blocked when the policy keeps Veriff’s frame out, and leaves nothing', async () => {
    addPolicy("frame-src 'self'");
    const violations = collectViolations();
    const listeners = countListeners();
    const [listening, before] = [listeners(), tracesOf()];
    const clock = new VirtualClock();
    const { told } = open({ clock });
    await waitUntil(() => told.length > 0, 'Nothing was said about the blocked frame');
    expect(told).to.deep.equal(['failed: frame-blocked']);
    expect(violations).to.deep.equal(['frame-src']);
    expect(clock.pending).to.equal(0);
    expect(tracesOf()).to.deep.equal(before);
    expect(listeners()).to.deep.equal([...listening, 'message'].sort());
  });

  it('is not taken in by a made-up violation', async () => {
    const { told, close } = open({ session: { url: 'about:blank', origin: STAND_IN_ORIGIN, expiresAt: null }, clock: new VirtualClock() });
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        documentURI: location.href,
        violatedDirective: 'frame-src',
        effectiveDirective: 'frame-src',
        originalPolicy: "frame-src 'none'",
        disposition: 'enforce',
        blockedURI: STAND_IN_ORIGIN,
        statusCode: 200,
      }),
    );
    expect(told.filter((word) => word.startsWith('failed'))).to.deep.equal([]);
    close();
  });
});
