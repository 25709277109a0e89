import { DEFAULT_SESSION_HOSTS } from '../core/names.js';
import { parseHosts } from '../core/session-url.js';
import { whoeverKnowsTheId, type Authorize } from './authorization.js';
import { originRules, type OriginRules } from './http/origins.js';
import type { Logger } from './log.js';
import type { Provider } from './providers/provider.js';
import type { StatusChange } from './records/ledger.js';
import type { KeyValueStore } from './records/record-store.js';
import { Sealer } from './sealing.js';

export interface TokenExchangeOptions {
  /** `baanx({ … })` or `veriff({ … })`. */
  readonly provider: Provider;
  /**
   * Says who may ask for an onboarding id, and who the signed-in user is with `reverify`. Without it, to know an
   * onboarding id is the proof, as at Baanx itself: then only ids that hold a UUID are answered, and `reverify` is not.
   */
  readonly authorize?: Authorize;
  /** An `unstorage` instance, shared by all your instances. Default: memory, which a restart forgets. */
  readonly store?: KeyValueStore;
  /**
   * Seals session URLs in the store (AES-256-GCM): at least 32 random characters. Without it they stay in memory. Of a
   * list the first seals and all open, so that a key can be exchanged.
   */
  readonly encryptionKey?: string | readonly string[];
  /** Pages of other origins that may call, such as `https://www.example.com`. Your endpoint's own origin always may. */
  readonly allowedOrigins?: readonly string[];
  /** Request headers of yours that those pages send. Default: `Authorization` and `X-CSRF-Token`. */
  readonly allowedHeaders?: readonly string[];
  /** Hosts that a session URL may have. Default: `*.veriff.com *.veriff.me`. */
  readonly sessionHosts?: string;
  /** Whether changes are streamed. Default: yes. Switch it off where a platform ends or holds back long answers. */
  readonly stream?: boolean;
  /** Told of every change before it is kept and acknowledged; when it throws, the change comes again. */
  readonly onStatusChange?: (change: StatusChange) => void | Promise<void>;
  /** Takes structured lines: a function, `console`, a pino logger. Ids are hashed; nothing secret or personal is in them. */
  readonly logger?: Logger;
  /** For upstream calls. Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface Settings extends Pick<TokenExchangeOptions, 'provider' | 'store' | 'onStatusChange' | 'logger'> {
  readonly authorize: Authorize;
  readonly sealer: Sealer | null;
  readonly origins: OriginRules;
  readonly sessionHosts: string;
  readonly stream: boolean;
  readonly fetch: typeof globalThis.fetch;
}

const SHORTEST_KEY = 32;

/** @throws TypeError for options that can't be right, in words that repeat no secret */
export function settingsOf(options: TokenExchangeOptions): Settings {
  const { provider, authorize = whoeverKnowsTheId, encryptionKey, stream = true, sessionHosts = DEFAULT_SESSION_HOSTS } = options;
  if (typeof provider?.readStatus !== 'function') {
    throw new TypeError('createTokenExchange: provider is missing. Give it baanx({ … }) or veriff({ … }).');
  }
  if (typeof authorize !== 'function') throw new TypeError('createTokenExchange: authorize must be a function.');
  expectFunction('onStatusChange', options.onStatusChange);
  expectFunction('fetch', options.fetch);
  const { store, logger } = options;
  if (store !== undefined && (typeof store?.getItem !== 'function' || typeof store.setItem !== 'function')) {
    throw new TypeError('createTokenExchange: store must be an unstorage instance: createStorage({ driver: … }).');
  }
  const levels = ['info', 'warn', 'error'] as const;
  if (logger !== undefined && typeof logger !== 'function' && !levels.every((level) => typeof logger?.[level] === 'function')) {
    throw new TypeError('createTokenExchange: logger must be a function, or have the methods info, warn and error.');
  }
  const hosts = typeof sessionHosts === 'string' ? sessionHosts.split(/\s+/).filter((host) => host !== '') : [];
  if (hosts.length === 0 || parseHosts(hosts.join(' ')).length < hosts.length) {
    throw new TypeError('createTokenExchange: sessionHosts must name hosts without scheme and path, such as "*.veriff.com *.veriff.me".');
  }
  const keys = encryptionKey === undefined ? [] : [encryptionKey].flat();
  if ((encryptionKey !== undefined && keys.length === 0) || keys.some((key) => typeof key !== 'string' || key.length < SHORTEST_KEY)) {
    throw new TypeError(`createTokenExchange: encryptionKey needs at least ${SHORTEST_KEY} random characters.`);
  }
  return {
    provider,
    authorize,
    sessionHosts,
    stream,
    sealer: keys.length === 0 ? null : new Sealer(keys),
    origins: originRules(options.allowedOrigins ?? [], options.allowedHeaders ?? ['Authorization', 'X-CSRF-Token']),
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    ...(options.store === undefined ? {} : { store: options.store }),
    ...(options.onStatusChange === undefined ? {} : { onStatusChange: options.onStatusChange }),
    ...(options.logger === undefined ? {} : { logger: options.logger }),
  };
}

function expectFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') throw new TypeError(`createTokenExchange: ${name} must be a function.`);
}
