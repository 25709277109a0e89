import type { KycVerificationElement } from '../../src/index.js';
import { says, scriptEndpoint, type Call, type Reply, type ScriptedEndpoint } from './element-endpoint.js';
import { mount } from './element-fixture.js';
import { eventually, holdTime, settle, type HeldTime } from './element-time.js';
import { FakeStream } from './fake-stream.js';

const SECOND = 1_000;

export interface StreamingEndpoint extends ScriptedEndpoint {
  /** The calls for an answer, and those for a stream. */
  readonly reads: readonly Call[];
  readonly openings: readonly Call[];
  readonly streams: readonly FakeStream[];
  /** The stream that was opened last. */
  readonly stream: FakeStream;
  answerRead(...replies: Reply[]): void;
  answerStream(reply: Reply): void;
}

export const isStreaming = ({ headers }: Call): boolean => headers.get('accept') === 'text/event-stream';

/** An endpoint as `scriptEndpoint` makes it, that has a stream and says so. */
export function scriptStream(...reads: Reply[]): StreamingEndpoint {
  const streams: FakeStream[] = [];
  let script = reads.length > 0 ? reads : [offers('PENDING')];
  let open: Reply = ({ signal }) => {
    const stream = new FakeStream(signal);
    streams.push(stream);
    return Promise.resolve(stream.response());
  };
  const read: Reply = (call) => ((script.length > 1 ? script.shift() : script[0]) ?? offers('PENDING'))(call);
  const endpoint = scriptEndpoint({ get: [(call) => (isStreaming(call) ? open : read)(call)] });
  return {
    ...endpoint,
    get gets() {
      return endpoint.gets;
    },
    get posts() {
      return endpoint.posts;
    },
    get reads() {
      return endpoint.gets.filter((call) => !isStreaming(call));
    },
    get openings() {
      return endpoint.gets.filter(isStreaming);
    },
    streams,
    get stream() {
      const stream = streams.at(-1);
      if (stream === undefined) throw new Error('No stream was opened.');
      return stream;
    },
    answerRead: (...replies) => void (script = replies),
    answerStream: (reply) => void (open = reply),
  };
}

/** A read that says that state, and that there is a stream. */
export function offers(verificationState: unknown, more: Record<string, unknown> = {}): Reply {
  return says(verificationState, { stream: true, ...more });
}

export interface Streaming {
  readonly element: KycVerificationElement;
  readonly endpoint: StreamingEndpoint;
  readonly time: HeldTime;
}

/** An element in review on a page whose time is held, with its stream asked for. */
export async function mountStreaming(...reads: Reply[]): Promise<Streaming> {
  const time = holdTime();
  const endpoint = scriptStream(...reads);
  const element = await mount();
  await eventually(() => endpoint.openings.length === 1, 'a stream');
  return { element, endpoint, time };
}

/** The same, after the stream has spoken and what was read before it has been read once more. */
export async function mountFollowing(): Promise<Streaming> {
  const world = await mountStreaming();
  world.endpoint.stream.says('PENDING');
  await world.time.advance(7 * SECOND);
  world.endpoint.stream.beat();
  await settle();
  return world;
}

/** Every stream that was asked for has been ended. */
export const ended = (endpoint: StreamingEndpoint): boolean => endpoint.openings.every(({ signal }) => signal.aborted);
