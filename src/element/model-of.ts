import { complete } from '../localization/complete.js';
import type { Acting } from './behavior.js';
import { webUrl } from './configuration.js';
import type { FirstScreen } from './first-view.js';
import type { FlowController } from './flow-controller.js';
import { text } from './property-values.js';
import type { ViewModel } from './views/view-model.js';

/** All that the screens after the first show now. */
export function modelOf(element: Acting, controller: FlowController, { messages, region }: FirstScreen): ViewModel {
  const { flow, submittedAt, ways } = controller;
  return {
    flow,
    messages: complete(messages),
    region,
    continueUrl: text(element.continueUrl) === '' ? null : webUrl(element.continueUrl),
    submittedAt,
    ways: ways.model,
    actions: {
      start: () => void element.start(),
      check: () => void element.checkStatus(),
      leave: () => void controller.start(true),
      leaveAgain: () => ways.leaveAgain(),
      close: () => element.close(),
      handOver: (away) => ways.handOver(away),
      copyLink: () => ways.copyLink(),
      warmUp: () => controller.warmUp(),
    },
  };
}
