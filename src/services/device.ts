/** The device and its browser, as far as they decide what the user is offered. */
import { browserUrl, isIos } from '../core/user-agent.js';

export interface Device {
  /** A mouse points on it: a phone is another device, and may take over. */
  readonly isDesktop: () => boolean;
  /** The page stands in a frame of another. */
  readonly isInFrame: () => boolean;
  /** Where the user is, to be opened elsewhere. */
  readonly pageUrl: () => string;
  /** Opens a page in the device's own browser, out of an app's; `null` where no way is known. */
  readonly browserUrl: (url: string) => string | null;
  /** Puts a text where the user can paste it from; rejects where the browser does not let the page do that. */
  readonly copy: (text: string) => Promise<void>;
  /** Only a new page may ask for a camera again that was denied: iOS, where Veriff asks for that (`VERIFF_RELOAD_REQUEST`). */
  readonly asksOncePerPage: () => boolean;
  readonly reloadPage: () => void;
}

export const device: Device = {
  isDesktop: () => matchMedia('(hover: hover) and (pointer: fine)').matches,
  isInFrame: () => window.top !== window,
  pageUrl: () => location.href,
  browserUrl: (url) => browserUrl(navigator.userAgent, url),
  copy: (text) => navigator.clipboard.writeText(text),
  asksOncePerPage: () => isIos(navigator.userAgent, navigator.maxTouchPoints),
  reloadPage: () => location.reload(),
};
