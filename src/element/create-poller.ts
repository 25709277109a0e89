/** Ties what the endpoint says of the status, by reads and by a stream, to the flow. */
import type { FlowEvent } from '../core/flow-events.js';
import { pollInterval } from '../core/schedule.js';
import type { EndpointClient } from '../services/endpoint-client.js';
import type { FellowReaders } from '../services/fellow-readers.js';
import { failed } from '../services/result.js';
import { StatusPoller } from '../services/status-poller.js';
import type { FlowPorts, FlowSettings } from './ports.js';

/** @param client the present configuration's; `null` where there is nothing to ask */
export function createPoller(
  { clock, random, activity }: FlowPorts,
  settings: Pick<FlowSettings, 'pollInterval'>,
  fellows: FellowReaders,
  client: () => EndpointClient | null,
  send: (event: FlowEvent) => void,
): StatusPoller {
  const nobody = Promise.resolve(failed('configuration', 'status'));
  return new StatusPoller({
    read: (signal) => client()?.readStatus(signal) ?? nobody,
    stream: { open: (signal) => client()?.openStream(signal) ?? nobody },
    interval: () => pollInterval(settings.pollInterval()),
    onAnswer: (status, sentAt) => send({ type: 'reading', status, sentAt, at: clock.now(), now: clock.date() }),
    onFailure: (error, sentAt) => send({ type: 'read-failed', error, sentAt, at: clock.now() }),
    onAlive: () => send({ type: 'woken', at: clock.now() }),
    clock,
    random,
    activity,
    fellows,
  });
}
