/** Facts as Veriff's webhooks carry them, and every order of a few things. */

/** A webhook's fact. `saidAt` is null where Veriff gives no time, as in its event webhooks. */
export function fact(session, attempt, step, state, { saidAt = null, heardAt = 0, reasons = [] } = {}) {
  return { session, attempt, step, state, reasons, saidAt, heardAt, source: 'webhook' };
}

/** A word of Baanx's: it names no session and no attempt. */
export function word(state, { saidAt = null, heardAt = 0, source = 'webhook' } = {}) {
  return { session: '', attempt: '', step: 'state', state, reasons: [], saidAt, heardAt, source };
}

/** All orders of the items, one after the other. */
export function* ordersOf(items) {
  if (items.length < 2) {
    yield items;
    return;
  }
  for (const [index, item] of items.entries()) {
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [item, ...rest];
  }
}
