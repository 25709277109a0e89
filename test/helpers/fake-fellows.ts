import type { Sighting } from '../../src/core/flow.js';
import type { FellowReaders, ReadingListener } from '../../src/services/fellow-readers.js';

/** Others that read the same; what they do is the test's to say. */
export class FakeFellows implements FellowReaders {
  /** Whether the reader under test reads for all. */
  isLed = true;
  readonly told: Sighting[] = [];
  reader: ReadingListener | null = null;

  leads(): boolean {
    return this.isLed;
  }

  follow(reader: ReadingListener): () => void {
    this.reader = reader;
    return () => (this.reader = null);
  }

  tell(sighting: Sighting): void {
    this.told.push(sighting);
  }

  /** Another has read that. */
  say(verificationState: Sighting['verificationState'], updatedAt: number | null = null): void {
    this.reader?.onTold({ verificationState, updatedAt });
  }

  takeTurn(): void {
    this.isLed = true;
    this.reader?.onTurn();
  }
}
