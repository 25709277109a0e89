export { createTokenExchange, type TokenExchange } from './token-exchange.js';
export type { TokenExchangeOptions } from './options.js';
export type { Authorization, Authorize } from './authorization.js';
export { baanx, type BaanxOptions } from './providers/baanx/baanx.js';
export { veriff, type VeriffOptions } from './providers/veriff/veriff.js';
export type { Asked, Provider } from './providers/provider.js';
export type { StatusChange } from './records/ledger.js';
export type { KeyValueStore } from './records/record-store.js';
export type { Logger, LogLine } from './log.js';
