import { expect } from '@open-wc/testing';
import { WARNINGS, warningFor, warningsOf, type EnvironmentReport, type EnvironmentWarning } from '../../src/core/environment.js';
import { PRESENTATIONS } from '../../src/core/names.js';

type Found = Omit<EnvironmentReport, 'warnings'>;

const FINE: Found = {
  secureContext: true,
  supported: true,
  mediaDevices: true,
  camera: 'present',
  cameraPermission: 'granted',
  cameraPolicy: 'allowed',
  inAppBrowser: null,
  frame: 'allowed',
};

/** What makes each warning hold, and it alone. */
const CAUSES: Readonly<Record<EnvironmentWarning, Partial<Found>>> = {
  'in-app-browser': { inAppBrowser: 'Instagram' },
  'camera-policy': { cameraPolicy: 'blocked' },
  'camera-unsupported': { mediaDevices: false },
  'camera-missing': { camera: 'missing' },
  'camera-denied': { cameraPermission: 'denied' },
  'frame-blocked': { frame: 'blocked' },
};

/** Every set of warnings there can be: `camera-missing` needs what `camera-unsupported` lacks. */
const SETS = Array.from({ length: 2 ** WARNINGS.length }, (_, bits) => WARNINGS.filter((_warning, index) => bits & (1 << index))).filter(
  (set) => !(set.includes('camera-unsupported') && set.includes('camera-missing')),
);

const found = (set: readonly EnvironmentWarning[]): Found => Object.assign({}, FINE, ...set.map((warning) => CAUSES[warning])) as Found;

describe('what was found of the page and the browser', () => {
  it('gives no warning where all is well', () => {
    expect(warningsOf(FINE)).to.deep.equal([]);
  });

  it('gives no warning where nothing is known', () => {
    expect(warningsOf({ ...FINE, camera: 'unknown', cameraPermission: 'unknown', cameraPolicy: 'unknown', frame: 'unknown' })).to.deep.equal([]);
  });

  it('gives none to a user who has not been asked yet', () => {
    expect(warningsOf({ ...FINE, cameraPermission: 'prompt' })).to.deep.equal([]);
  });

  for (const set of SETS) {
    it(`gives ${set.join(', ') || 'nothing'} for its causes, in that order`, () => {
      expect(warningsOf(found(set))).to.deep.equal(set);
    });
  }

  it('names a web view that does not say its name as well', () => {
    expect(warningsOf({ ...FINE, inAppBrowser: 'WebView' })).to.deep.equal(['in-app-browser']);
  });

  it('leaves the missing camera to the error where the page is insecure: no browser has one there', () => {
    expect(warningsOf({ ...FINE, secureContext: false, mediaDevices: false, camera: 'unknown' })).to.deep.equal([]);
  });

  it('does not call a camera missing where there is no way to it', () => {
    expect(warningsOf({ ...FINE, mediaDevices: false, camera: 'missing' })).to.deep.equal(['camera-unsupported']);
  });
});

describe('what the user is told of it', () => {
  for (const presentation of PRESENTATIONS) {
    it(`is one thing at a time, the most important (${presentation})`, () => {
      const left: readonly EnvironmentWarning[] = presentation === 'redirect' ? ['camera-policy', 'camera-denied', 'frame-blocked'] : [];
      for (const warnings of SETS) {
        const [first = null] = warnings.filter((warning) => !left.includes(warning));
        expect(warningFor({ warnings }, presentation, false), warnings.join()).to.equal(first);
      }
    });
  }

  it('is nothing of what a redirect leaves behind with the page', () => {
    const { warnings } = { warnings: warningsOf(found(['camera-policy', 'camera-denied', 'frame-blocked'])) };
    expect(warningFor({ warnings }, 'modal', false)).to.equal('camera-policy');
    expect(warningFor({ warnings }, 'redirect', false)).to.equal(null);
  });

  it('is what withholds the camera from a frame also before a redirect, which stays in that frame', () => {
    expect(warningFor({ warnings: ['camera-policy', 'camera-denied', 'frame-blocked'] }, 'redirect', true)).to.equal('camera-policy');
    expect(warningFor({ warnings: ['camera-denied', 'frame-blocked'] }, 'redirect', true)).to.equal(null);
  });

  it('is the app and the missing camera also before a redirect', () => {
    expect(warningFor({ warnings: ['in-app-browser'] }, 'redirect', false)).to.equal('in-app-browser');
    expect(warningFor({ warnings: ['camera-policy', 'camera-missing'] }, 'redirect', false)).to.equal('camera-missing');
  });
});
