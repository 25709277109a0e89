/** What the element offers beside Veriff's frame in this page: a link, a code for the phone, and Veriff's own page. */
import type { ReactiveController } from 'lit';
import type { EnvironmentWarning } from '../core/environment.js';
import type { FlowEvent } from '../core/flow-events.js';
import type { Flow } from '../core/flow.js';
import { DEFAULT_SESSION_HOSTS } from '../core/names.js';
import { sessionOrigin } from '../core/session-url.js';
import type { Session } from '../services/endpoint-client.js';
import { webUrl } from './configuration.js';
import { hint } from './hint.js';
import type { FlowHost, FlowPorts } from './ports.js';
import type { Ways } from './views/view-model.js';

/** On a phone that has a camera these are no matter. */
const OF_THE_DEVICE: readonly EnvironmentWarning[] = ['camera-unsupported', 'camera-missing', 'camera-denied'];

export class WaysOut implements ReactiveController {
  readonly #ports: FlowPorts;
  readonly #host: FlowHost;
  readonly #handoverUrl: () => string;
  readonly #flow: () => Flow;
  readonly #send: (event: FlowEvent) => void;
  #hinted = '';
  #leaving: Session | null = null;
  #endDeparture: ((stays: boolean) => void) | null = null;
  #code: { readonly url: string; readonly shape: Ways['code'] } | null = null;

  constructor(host: FlowHost, ports: FlowPorts, handoverUrl: () => string, flow: () => Flow, send: (event: FlowEvent) => void) {
    this.#host = host;
    this.#ports = ports;
    this.#handoverUrl = handoverUrl;
    this.#flow = flow;
    this.#send = send;
    host.addController(this);
  }

  /** The code is for another device than one that has a camera at hand. */
  get canHandOver(): boolean {
    return this.#url !== null && this.#ports.device.isDesktop();
  }

  /** Whether the phone's code is what helps against a warning. */
  helps(warning: EnvironmentWarning): boolean {
    const isOfFrame = warning === 'camera-policy' && this.#ports.device.isInFrame();
    return this.canHandOver && (isOfFrame || OF_THE_DEVICE.includes(warning));
  }

  get model(): Ways {
    const url = this.#url;
    const { device } = this.#ports;
    const link = url ?? device.pageUrl();
    return {
      link,
      browserUrl: device.browserUrl(link),
      canHandOver: this.canHandOver,
      inFrame: device.isInFrame(),
      code: this.#code?.url === url ? this.#code.shape : 'drawing',
    };
  }

  /** The code is made when it is first to be shown. */
  hostUpdate(): void {
    this.#hintOnce();
    const url = this.#url;
    const { screen, preview } = this.#flow();
    const isShown = !preview && screen.name === 'guidance' && screen.away;
    if (!isShown) this.#code = null;
    else if (url !== null && this.#code?.url !== url) void this.#draw(url);
  }

  handOver(away: boolean): void {
    this.#send({ type: 'handed-over', away, at: this.#ports.clock.now() });
  }

  /** The browser leaves for the session's page. Its URL stays in memory until it has, so that it can leave again. */
  leave(session: Session | null): void {
    this.#leaving = session ?? this.#leaving;
    if (this.#leaving === null) return;
    const { departFor, clock } = this.#ports;
    this.#endDeparture?.(false);
    this.#endDeparture = departFor(this.#leaving.url, () => this.#send({ type: 'returned', at: clock.now() }));
  }

  leaveAgain(): void {
    this.#send({ type: 'leave-again' });
  }

  /** An element that the page has removed has no say in where the browser goes. */
  stay(): void {
    this.#endDeparture?.(this.#host.isConnected);
    this.#endDeparture = this.#leaving = null;
  }

  copyLink(): void {
    const { device } = this.#ports;
    const copied = new Promise<void>((resolve) => resolve(device.copy(this.model.link)));
    void copied.then(
      () => this.#send({ type: 'told', notice: 'copied' }),
      () => this.#send({ type: 'told', notice: 'copy-failed' }),
    );
  }

  async #draw(url: string): Promise<void> {
    const code = { url, shape: 'drawing' } as const;
    this.#code = code;
    const shape = await this.#ports.loadQrCode().then(({ qrCode }) => qrCode(url)).catch(() => null);
    if (this.#code !== code) return;
    this.#code = { url, shape };
    if (shape === null) this.#send({ type: 'told', notice: 'not-loaded' });
    this.#host.requestUpdate();
  }

  /** The partner's own link; `null` without one that can be used. Veriff's would give a session away. */
  get #url(): string | null {
    const given = this.#handoverUrl();
    const url = given === '' ? null : webUrl(given);
    return url === null || sessionOrigin(url, DEFAULT_SESSION_HOSTS) !== null ? null : url;
  }

  #hintOnce(): void {
    const given = this.#handoverUrl();
    if (given === this.#hinted) return;
    this.#hinted = given;
    if (given !== '' && this.#url === null) {
      hint((hints) => hints.HINT_OF_HANDOVER_URL);
    }
  }
}
