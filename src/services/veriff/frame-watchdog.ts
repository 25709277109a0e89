/**
 * Notices a frame that never answers: browsers say nothing when a frame is blocked, and `load` fires all the same.
 * Only the time in which somebody looks at the page counts.
 */
import type { Clock } from '../clock.js';
import { SLOW_AFTER } from '../../core/limits.js';

const AFTER_LOAD = 20_000;
const IN_ALL = 35_000;
const TICK = 500;

export interface WatchdogOptions {
  readonly frame: HTMLIFrameElement;
  readonly origin: string;
  readonly clock: Clock;
  readonly isVisible: () => boolean;
  readonly onSlow: () => void;
  readonly onFail: (code: 'frame-timeout' | 'frame-blocked') => void;
}

/** Watches until the function that is returned is called, or `onFail` is. */
export function watchFrame({ frame, origin, clock, isVisible, onSlow, onFail }: WatchdogOptions): () => void {
  let elapsed = 0;
  let sinceLoad = 0;
  let loaded = false;
  let slow = false;
  let timer = clock.setTimeout(tick, TICK);

  function tick(): void {
    timer = clock.setTimeout(tick, TICK);
    if (!isVisible()) return;
    elapsed += TICK;
    if (loaded) sinceLoad += TICK;
    if (!slow && elapsed >= SLOW_AFTER) {
      slow = true;
      onSlow();
    }
    if (sinceLoad >= AFTER_LOAD || elapsed >= IN_ALL) fail('frame-timeout');
  }
  function onLoad(): void {
    loaded = true;
  }
  function onViolation(event: SecurityPolicyViolationEvent): void {
    const ofFrames = ['frame-src', 'child-src', 'default-src'].includes(event.effectiveDirective);
    if (event.isTrusted && event.disposition === 'enforce' && ofFrames && event.blockedURI.startsWith(origin)) fail('frame-blocked');
  }
  function fail(code: 'frame-timeout' | 'frame-blocked'): void {
    stop();
    onFail(code);
  }
  function stop(): void {
    clock.clearTimeout(timer);
    frame.removeEventListener('load', onLoad);
    document.removeEventListener('securitypolicyviolation', onViolation);
  }

  frame.addEventListener('load', onLoad);
  document.addEventListener('securitypolicyviolation', onViolation);
  return stop;
}
