import { expect } from '@open-wc/testing';
import type { EnvironmentReport } from '../../../src/core/environment.js';
import { inspectEnvironment } from '../../../src/services/environment/inspection.js';
import { onCleanup, standIn } from '../../helpers/element-cleanup.js';
import { ANDROID, IPHONE } from '../../helpers/user-agents.js';

const BASICS = { secureContext: true, supported: true };
const inspect = (framed = true, basics = BASICS): Promise<EnvironmentReport> => inspectEnvironment(basics, { sessionHosts: '*.veriff.com *.veriff.me', framed });

const never = (): Promise<never> => new Promise(() => undefined);
const refuse = (): Promise<never> => Promise.reject(new DOMException('Not here.', 'NotAllowedError'));

type Member = 'mediaDevices' | 'permissions' | 'userAgent' | 'standalone';
const pretend = (name: Member, value: unknown): void => standIn(navigator as unknown as Record<Member, unknown>, name, value);

/** Cameras and microphones; asking the user for them is what must not happen. */
function devices(...kinds: string[]): void {
  pretend('mediaDevices', {
    getUserMedia: () => expect.fail('The user was asked.'),
    enumerateDevices: () => Promise.resolve(kinds.map((kind) => ({ kind }))),
  });
}
const permission = (state: PermissionState): void => pretend('permissions', { query: () => Promise.resolve({ state }) });

describe('the inspection', () => {
  it('finds nothing against this page and this browser', async () => {
    devices('audioinput', 'videoinput');
    permission('prompt');
    expect(await inspect()).to.deep.equal({
      secureContext: true,
      supported: true,
      mediaDevices: true,
      camera: 'present',
      cameraPermission: 'prompt',
      cameraPolicy: 'allowed',
      inAppBrowser: null,
      frame: 'allowed',
      warnings: [],
    });
  });

  it('hears this browser’s own answers, and asks the user nothing', async () => {
    const real = navigator.mediaDevices;
    pretend('mediaDevices', { getUserMedia: () => expect.fail('The user was asked.'), enumerateDevices: () => real.enumerateDevices() });
    const { mediaDevices, camera, cameraPolicy, warnings } = await inspect();
    expect({ mediaDevices, camera, cameraPolicy, warnings }).to.deep.equal({ mediaDevices: true, camera: 'present', cameraPolicy: 'allowed', warnings: [] });
  });

  it('passes on what every page is asked before', async () => {
    expect(await inspect(true, { secureContext: true, supported: false })).to.include({ secureContext: true, supported: false });
  });

  it('blames nobody where the page is insecure: browsers answer it as if the user had denied the camera', async () => {
    pretend('mediaDevices', undefined);
    permission('denied');
    const report = await inspect(true, { secureContext: false, supported: true });
    expect(report).to.include({ secureContext: false, mediaDevices: false, camera: 'unknown', cameraPermission: 'unknown', cameraPolicy: 'unknown' });
    expect(report.warnings).to.deep.equal([]);
  });

  it('misses the camera of a device that has none', async () => {
    devices('audioinput');
    permission('prompt');
    expect((await inspect()).warnings).to.deep.equal(['camera-missing']);
  });

  it('hears what the user has answered, anew each time', async () => {
    devices('videoinput');
    for (const state of ['prompt', 'denied', 'granted'] as const) {
      permission(state);
      const report = await inspect();
      expect([report.cameraPermission, report.warnings]).to.deep.equal([state, state === 'denied' ? ['camera-denied'] : []]);
    }
  });

  it('names the app in whose browser the page is open', async () => {
    devices('videoinput');
    pretend('userAgent', `${IPHONE} Mobile/21F90 Instagram 335.1.8.26.85 (iPhone14,2; iOS 17_5_1; en_US; en; scale=3.00; 1170x2532; 609775437)`);
    const report = await inspect();
    expect([report.inAppBrowser, report.warnings[0]]).to.deep.equal(['Instagram', 'in-app-browser']);
  });

  it('takes a page on the home screen for no app', async () => {
    pretend('userAgent', `${IPHONE} Mobile/15E148`);
    expect((await inspect()).inAppBrowser).to.equal('WebView');
    pretend('standalone', true);
    expect((await inspect()).inAppBrowser).to.equal(null);
  });

  it('tries no frame for a redirect, and puts nothing on the page', async () => {
    const added: Node[] = [];
    const observer = new MutationObserver((records) => added.push(...records.flatMap(({ addedNodes }) => [...addedNodes])));
    observer.observe(document, { childList: true, subtree: true });
    onCleanup(() => observer.disconnect());
    expect((await inspect(false)).frame).to.equal('unknown');
    expect(added).to.have.length(0);
  });

  const hostile: readonly (readonly [what: string, spoil: () => void])[] = [
    ['never answer', () => (pretend('mediaDevices', { getUserMedia: never, enumerateDevices: never }), pretend('permissions', { query: never }))],
    ['refuse', () => (pretend('mediaDevices', { getUserMedia: never, enumerateDevices: refuse }), pretend('permissions', { query: refuse }))],
    ['are not there', () => (pretend('mediaDevices', undefined), pretend('permissions', undefined))],
    ['answer nonsense', () => (pretend('mediaDevices', { getUserMedia: never, enumerateDevices: () => 7 }), pretend('permissions', { query: () => Promise.resolve(null) }))],
    ['throw at once', () => (pretend('mediaDevices', { getUserMedia: never, enumerateDevices: () => { throw new Error('No.'); } }), pretend('permissions', { query: () => { throw new Error('No.'); } }))],
  ];
  for (const [what, spoil] of hostile) {
    it(`ends within a second where the browser’s interfaces ${what}, and says that it does not know`, async () => {
      spoil();
      standIn(document as { featurePolicy?: unknown }, 'featurePolicy', undefined);
      const began = performance.now();
      const report = await inspect();
      expect(performance.now() - began).to.be.lessThan(1000);
      expect(report).to.include({ camera: 'unknown', cameraPermission: 'unknown', cameraPolicy: 'unknown', mediaDevices: what !== 'are not there' });
    });
  }

  it('ends, and knows little, where the page has spoilt the document as well', async () => {
    pretend('userAgent', undefined);
    standIn(document, 'createElement', () => expect.fail('Not here.'));
    standIn(window, 'matchMedia', () => expect.fail('Not here.'));
    devices('videoinput');
    permission('granted');
    const report = await inspectEnvironment(BASICS, { sessionHosts: 'spoilt.example', framed: true });
    expect(report).to.include({ inAppBrowser: null, frame: 'unknown', mediaDevices: true });
    expect(report.warnings).to.deep.equal([]);
  });

  it('leaves the user’s own browser alone', async () => {
    devices('videoinput');
    permission('granted');
    pretend('userAgent', ANDROID);
    expect((await inspect()).warnings).to.deep.equal([]);
  });
});
