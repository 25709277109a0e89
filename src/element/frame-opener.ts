/** Fetches what shows Veriff's frame when it is needed, and ties one frame at a time to the flow. */
import { REQUEST_TIMEOUT } from '../core/contract.js';
import { kycError, type KycError } from '../core/errors.js';
import type { FlowEvent } from '../core/flow-events.js';
import type { FrameOptions } from '../services/veriff/veriff-frame.js';
import type { OtherTabs } from '../services/tabs/other-tabs.js';
import { isHeldByAnother, lockFrame } from '../services/veriff/frame-lock.js';
import type { FlowPorts } from './ports.js';

type StartModule = Awaited<ReturnType<FlowPorts['loadStart']>>;
type OpenFrame = StartModule['openVeriffFrame'];

export class FrameOpener {
  readonly #ports: FlowPorts;
  readonly #tabs: Pick<OtherTabs, 'occupy' | 'vacate'>;
  readonly #send: (event: FlowEvent) => void;
  readonly #onHint: () => void;
  #loading: Promise<OpenFrame | null> | null = null;
  #open: OpenFrame | null = null;
  #close: (() => void) | null = null;
  #unlock: (() => void) | null = null;
  readonly #owner = Symbol('element');

  constructor(ports: FlowPorts, tabs: Pick<OtherTabs, 'occupy' | 'vacate'>, send: (event: FlowEvent) => void, onHint: () => void) {
    this.#ports = ports;
    this.#tabs = tabs;
    this.#send = send;
    this.#onHint = onHint;
  }

  /** Keeps every other element of the document from asking for a session, until `release`. */
  reserve(): void {
    this.#unlock = lockFrame(this.#owner);
  }

  release(): void {
    this.#unlock?.();
    this.#unlock = null;
    this.#tabs.vacate();
  }

  /** Another element of the document has a session under way. */
  get isTaken(): boolean {
    return isHeldByAnother(this.#owner);
  }

  warmUp(): void {
    this.#loading ??= this.#ports.loadStart().then(
      (module) => this.#keep(module),
      () => this.#keep(null),
    );
  }

  /** What stands in the way of requests may answer with a script of its own: that is as good as none. */
  #keep(module: Partial<StartModule> | null): OpenFrame | null {
    this.#open = module?.openVeriffFrame ?? null;
    if (this.#open === null) this.#loading = null;
    return this.#open;
  }

  /** Waits for what `warmUp` began, as long as a request may last. */
  async load(signal: AbortSignal): Promise<KycError | null> {
    const { clock, isOnline } = this.#ports;
    this.warmUp();
    const late = Symbol();
    const outcome = await new Promise<OpenFrame | null | typeof late>((resolve) => {
      const end = (result: OpenFrame | null | typeof late): void => {
        clock.clearTimeout(timer);
        resolve(result);
      };
      const timer = clock.setTimeout(() => end(late), REQUEST_TIMEOUT);
      signal.addEventListener('abort', () => end(late), { once: true });
      void this.#loading?.then(end);
    });
    if (outcome === late) return kycError('timeout', 'frame');
    return outcome === null ? kycError(isOnline() ? 'network' : 'offline', 'frame') : null;
  }

  open(options: Pick<FrameOptions, 'session' | 'sessionHosts' | 'lang' | 'text' | 'themedLike' | 'embedIn'>): void {
    const { clock, activity, device } = this.#ports;
    const send = this.#send;
    this.close();
    this.#tabs.occupy();
    let open = true;
    const ifOpen = (event: () => FlowEvent): void => {
      if (open) send(event());
    };
    const close = this.#open?.({
      ...options,
      owner: this.#owner,
      clock,
      isVisible: activity.isVisible,
      onMessage: (message) => ifOpen(() => ({ type: 'frame-message', message, at: clock.now() })),
      onClosed: () => {
        this.#tabs.vacate();
        ifOpen(() => ({ type: 'close', at: clock.now() }));
      },
      onFailed: (code) => ifOpen(() => ({ type: 'frame-failed', code, at: clock.now() })),
      onHint: this.#onHint,
      // Veriff asks only where somebody would do it.
      ...(device.asksOncePerPage() && { onReloadRequest: () => open && device.reloadPage() }),
    });
    this.#close = () => {
      open = false;
      close?.();
    };
  }

  close(): void {
    this.#close?.();
    this.#close = null;
  }
}
