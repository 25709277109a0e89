import type { Reply } from './element-endpoint.js';
import type { Attributes } from './element-fixture.js';
import type { Phrase, Phrases } from './heard-phrases.js';
import type { User } from './heard-user.js';

/** A way through the element, and all that is to be heard on it. */
export interface Journey {
  readonly name: string;
  /** How the first read is answered; default: nothing has begun. */
  readonly first?: Reply;
  readonly attributes?: Attributes;
  /** What the page is to find of its browser and device. */
  readonly surroundings?: () => void;
  walk(user: User): Promise<void>;
  hears(say: Phrases): readonly Phrase[];
}
