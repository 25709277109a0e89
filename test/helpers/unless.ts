import { executeServerCommand } from '@web/test-runner-commands';

/**
 * Tests of what an engine can't do. They are not run there but named, with the reason, and the runner lists them at the end.
 * A reason is `null` where the engine can do it. It comes from asking the engine, not from its name, but for faults that are its own.
 */
export type Reason = string | null;

const MARK = ' — not here: ';

export function itUnless(reason: Reason, title: string, test: Mocha.Func | Mocha.AsyncFunc): void {
  if (reason === null) it(title, test);
  else it(`${title}${MARK}${reason}`);
}

export function describeUnless(reason: Reason, title: string, tests: () => void): void {
  if (reason === null) {
    describe(title, tests);
    return;
  }
  describe(`${title}${MARK}${reason}`, function () {
    this.pending = true;
    tests();
  });
}

const { emulated, narrowest } = await executeServerCommand<{ emulated: string[]; narrowest: number }, undefined>('engine-limits');

/** The runner can't make the engine believe that the user prefers this. */
export function unlessEmulated(feature: string): Reason {
  return emulated.includes(feature) ? null : `no ${feature} in this engine`;
}

/** The window can't be made as narrow as that, in CSS pixels. */
export function unlessWindow(width: number): Reason {
  return width >= narrowest ? null : `no window below ${narrowest} px`;
}

export const unlessMoveBefore: Reason = 'moveBefore' in Element.prototype ? null : 'no moveBefore';
