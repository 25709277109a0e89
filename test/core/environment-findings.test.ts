import { expect } from '@open-wc/testing';
import { allowanceOf, cameraFindings, type CameraAnswers, type CameraFindings } from '../../src/core/environment-findings.js';

const NOTHING: CameraAnswers = { listed: undefined, permission: undefined, policy: undefined, inFrame: false };

describe('what is allowed', () => {
  it('is what holds for every origin, and unknown where they differ or there is none', () => {
    expect(allowanceOf([true, true])).to.equal('allowed');
    expect(allowanceOf([false, false])).to.equal('blocked');
    for (const mixed of [[], [true, false], [false, true], [undefined], [true, undefined], [undefined, false]]) {
      expect(allowanceOf(mixed), String(mixed)).to.equal('unknown');
    }
  });
});

type Row = readonly [what: string, answers: Partial<CameraAnswers>, camera: CameraFindings['camera'], permission: CameraFindings['cameraPermission'], policy: CameraFindings['cameraPolicy']];

/** As the engines were seen to answer, and as older ones may. */
const ROWS: readonly Row[] = [
  ['nothing is answered', {}, 'unknown', 'unknown', 'unknown'],
  ['Chromium has a camera', { listed: true, permission: 'prompt', policy: true }, 'present', 'prompt', 'allowed'],
  ['Chromium has a camera that was granted', { listed: true, permission: 'granted', policy: true }, 'present', 'granted', 'allowed'],
  ['Chromium has none', { listed: false, permission: 'prompt', policy: true }, 'missing', 'prompt', 'allowed'],
  ['Chromium’s user has denied it', { listed: true, permission: 'denied', policy: true }, 'present', 'denied', 'allowed'],
  ['Chromium’s page has a policy against it', { listed: true, permission: 'denied', policy: false }, 'present', 'unknown', 'blocked'],
  ['Chromium’s page has a policy against it, and no camera is listed', { listed: false, permission: 'denied', policy: false }, 'unknown', 'unknown', 'blocked'],
  ['Chromium’s page has a policy against what the user grants', { listed: true, permission: 'granted', policy: false }, 'present', 'granted', 'blocked'],
  ['Chromium’s policy is all that is told', { policy: true }, 'unknown', 'unknown', 'allowed'],
  ['Firefox has a camera', { listed: true, permission: 'prompt' }, 'present', 'prompt', 'allowed'],
  ['Firefox has none', { listed: false, permission: 'prompt' }, 'missing', 'prompt', 'allowed'],
  ['Firefox’s user has denied it', { listed: true, permission: 'denied' }, 'present', 'denied', 'allowed'],
  ['Firefox’s user has denied it, and none is listed', { listed: false, permission: 'denied' }, 'unknown', 'denied', 'unknown'],
  ['Firefox’s frame was not given it', { listed: false, permission: 'denied', inFrame: true }, 'unknown', 'unknown', 'blocked'],
  ['Firefox’s frame was given it', { listed: true, permission: 'prompt', inFrame: true }, 'present', 'prompt', 'allowed'],
  ['Firefox’s frame was given it, and there is none', { listed: false, permission: 'prompt', inFrame: true }, 'missing', 'prompt', 'allowed'],
  ['Firefox’s frame was given what the user has denied', { listed: true, permission: 'denied', inFrame: true }, 'present', 'denied', 'allowed'],
  ['Firefox’s frame is denied it, and the list does not come', { permission: 'denied', inFrame: true }, 'unknown', 'denied', 'unknown'],
  ['a browser that knows no permission has a camera', { listed: true }, 'present', 'unknown', 'allowed'],
  ['a browser that knows no permission has none', { listed: false }, 'missing', 'unknown', 'unknown'],
  ['a frame of a browser that knows no permission lists none', { listed: false, inFrame: true }, 'unknown', 'unknown', 'unknown'],
  ['the list does not come', { permission: 'granted' }, 'unknown', 'granted', 'allowed'],
];

describe('what follows for the camera', () => {
  for (const [what, answers, camera, cameraPermission, cameraPolicy] of ROWS) {
    it(`is a camera ${camera}, permission ${cameraPermission}, policy ${cameraPolicy} where ${what}`, () => {
      expect(cameraFindings({ ...NOTHING, ...answers })).to.deep.equal({ camera, cameraPermission, cameraPolicy });
    });
  }

  it('never blames the user and the policy at once, nor calls missing what a policy may keep from the list', () => {
    for (const listed of [true, false, undefined]) {
      for (const permission of ['granted', 'prompt', 'denied', undefined] as const) {
        for (const policy of [true, false, undefined]) {
          for (const inFrame of [true, false]) {
            const found = cameraFindings({ listed, permission, policy, inFrame });
            expect(found.cameraPolicy === 'blocked' && found.cameraPermission === 'denied').to.equal(false);
            expect(found.cameraPolicy === 'blocked' && found.camera === 'missing').to.equal(false);
            expect(found.camera === 'present').to.equal(listed === true);
          }
        }
      }
    }
  });
});
