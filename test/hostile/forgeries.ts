import fc from 'fast-check';

/** What is said, and the ports that go with it. */
export type Forgery = readonly [data: unknown, ports: readonly MessagePort[]];

/** Every message that Veriff's SDK acts upon. */
export const NAMES: readonly string[] = ['HANDSHAKE', 'STARTED', 'SUBMITTED', 'FINISHED', 'CANCELED', 'FORCE_RELOAD', 'RELOAD_REQUEST'].map((name) => `VERIFF_${name}`);

export const isName = (data: unknown): boolean => typeof data === 'string' && NAMES.includes(data);

const name = fc.constantFrom(...NAMES);
const near = fc.tuple(name, fc.nat(16)).map(([name, how]) => {
  const bare = name.slice('VERIFF_'.length);
  return [
    name.toLowerCase(), name[0] + name.slice(1).toLowerCase(), bare, `${name} `, ` ${name}`, `${name}\n`, `${name}\0`, `\ufeff${name}`, name.replace('E', 'Е'), name.replace('_', '-'),
    `${name},${name}`, `${name}_AGAIN`, `X${name}`, JSON.stringify(name), `veriff:${bare}`, 'VERIFF_', 'VERIFF_RENDER',
  ][how];
});
const within = fc.tuple(name, fc.nat(19)).map(([name, how]): unknown => {
  const circle: Record<string, unknown> = { name };
  circle['self'] = circle;
  return [
    { name }, { name, payload: {} }, { data: name }, { type: name }, { event: name }, { message: { name } }, [name], [[name]], { 0: name, length: 1 }, new Map([['name', name]]), new Set([name]),
    Object(name), new Error(name), new TextEncoder().encode(name), new Blob([name]), circle, { [name]: true }, { name: 'VERIFF_RENDER', payload: { version: '9' } },
    { __proto__: null, name }, { toString: name, valueOf: name },
  ][how];
});
const other = fc.oneof(fc.constantFrom<unknown>(null, undefined, 0, NaN, true, '', 'hello', 7n, new Date(0), /VERIFF_STARTED/, { type: 'partner', value: 1 }), fc.jsonValue({ maxDepth: 2 }), fc.string());
const withoutPorts = fc.oneof({ weight: 5, arbitrary: near }, { weight: 5, arbitrary: within }, { weight: 2, arbitrary: other });
const withPort = fc.tuple(name, fc.boolean()).map(([name, inside]): Forgery => {
  const { port1 } = new MessageChannel();
  return [inside ? { name, port1 } : name, [port1]];
});
const plain = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Forgery> => arbitrary.map((data): Forgery => [data, []]);
const TEN_MEGABYTES = 10_000_000;
const long = name.map((name) => name + 'x'.repeat(TEN_MEGABYTES));
/** What everybody says once, whatever is drawn. */
export const LONG: Forgery = [NAMES[3]! + 'x'.repeat(TEN_MEGABYTES), []];

const others = [{ weight: 500, arbitrary: plain(withoutPorts) }, { weight: 1, arbitrary: plain(long) }];

/** As many at a time as a batch has. */
const BATCH = 50;
const batchOf = (...choices: { readonly weight: number; readonly arbitrary: fc.Arbitrary<Forgery> }[]): fc.Arbitrary<readonly Forgery[]> =>
  fc.array(fc.oneof(...choices), { minLength: BATCH, maxLength: BATCH, size: 'max' });

export const forgeries = batchOf({ weight: 500, arbitrary: plain(name) }, { weight: 30, arbitrary: withPort }, ...others);
/** Nothing that would be a message of Veriff's if Veriff said it. */
export const otherWords = batchOf(...others);
export const batchesFor = (count: number): number => Math.ceil(count / BATCH);

/** Tells one message from another. */
export function keyOf(data: unknown): string {
  if (typeof data === 'string') return data.length > 200 ? `${data.slice(0, 40)}… of ${data.length}` : JSON.stringify(data);
  // An event that is made up with nothing in it has `null`.
  const type = Object.prototype.toString.call(data ?? null);
  // Not by its class, which is another one in another window.
  if (/Map|Set/.test(type)) return `${type} ${JSON.stringify([...(data as Iterable<unknown>)])}`;
  try {
    return `${type} ${String(JSON.stringify(data ?? null))}`;
  } catch {
    return type;
  }
}
