import { figure } from './proof.js';

/** Counts which of the cases that a file declares have held, and writes that down as a figure: `held of total`. */
export function countHeld(name, engine) {
  let held = 0;
  let total = 0;
  return {
    declare: (cases = 1) => void (total += cases),
    hold: () => void held++,
    write: () => figure(name, `${held} of ${total}`, engine),
  };
}
