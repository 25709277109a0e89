import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Processes of the benchmark: each side, the vendor and the load have their own, and answer commands by messages. */

/**
 * @param file beside this one
 * @returns `ask(command, data)`, which gives the child's answer, and `stop()`
 */
export async function startChild(file, { data, nodeFlags = [] } = {}) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: nodeFlags, serialization: 'advanced' });
  const waiting = new Map();
  let count = 0;
  let stopping = false;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.on('message', ({ id, value, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(value);
    else reject(new Error(`${file}: ${error}`));
  });
  void ended.then((code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} has ended with ${code}.`));
    // A side that falls over between two commands must not go unseen.
    if (!stopping) throw new Error(`${file} has ended with ${code}.`);
  });
  const ask = (command, given) =>
    new Promise((resolve, reject) => {
      waiting.set(++count, { resolve, reject });
      child.send({ id: count, command, data: given });
    });
  const stop = async () => {
    stopping = true;
    if (child.connected) child.disconnect();
    await ended;
  };
  await ask('start', data);
  return { ask, stop };
}

/** The child's side: each command by its name; `start` comes first. */
export function answerCommands(commands) {
  process.on('message', async ({ id, command, data }) => {
    try {
      process.send({ id, value: await commands[command](data) });
    } catch (error) {
      process.send({ id, error: error.stack });
    }
  });
  process.on('disconnect', () => process.exit());
}
