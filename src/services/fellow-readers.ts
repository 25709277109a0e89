import type { Sighting } from '../core/flow.js';

/** Others that read the same status: one read serves all of them. */
export interface FellowReaders {
  /** Whether this one reads for all. */
  leads(): boolean;
  /** Takes part in the reading until the function that is returned is called. */
  follow(reader: ReadingListener): () => void;
  /** Tells the others what was read, or that it still stands. */
  tell(sighting: Sighting): void;
}

export interface ReadingListener {
  /** From now on this one reads for all. */
  readonly onTurn: () => void;
  /** Another has read that. */
  readonly onTold: (sighting: Sighting) => void;
}

/** For a reader that has none. */
export const ALONE: FellowReaders = {
  leads: () => true,
  follow: () => () => undefined,
  tell: () => undefined,
};
