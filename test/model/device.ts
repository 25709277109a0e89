import { standIn } from '../helpers/element-cleanup.js';

/** What the device is like, as far as a page can ask. It answers at once: a look around takes no time. */
export class Device {
  hasCamera = true;

  /** A desktop whose user has not yet been asked for the camera. */
  install(): void {
    const { mediaDevices, permissions, clipboard } = navigator;
    const ask = permissions.query.bind(permissions);
    const match = window.matchMedia.bind(window);
    standIn(mediaDevices, 'enumerateDevices', () => Promise.resolve(this.#devices));
    standIn(permissions, 'query', async (asked) => (String(asked.name) === 'camera' ? this.#permission : ask(asked)));
    standIn(clipboard, 'writeText', () => Promise.resolve());
    standIn(window, 'matchMedia', (query) => match(/hover|pointer/.test(query) ? 'all' : query));
  }

  get #devices(): MediaDeviceInfo[] {
    const device = (kind: MediaDeviceKind): MediaDeviceInfo => ({ kind, deviceId: '', groupId: '', label: '', toJSON: () => kind });
    return (this.hasCamera ? (['audioinput', 'videoinput'] as const) : (['audioinput'] as const)).map(device);
  }

  readonly #permission: PermissionStatus = Object.assign(new EventTarget() as PermissionStatus, { state: 'prompt', name: 'camera' });
}
