import { text, webUrl } from './configuration.js';
import { firstScreenOf } from './first-screen.js';
import type { FlowController } from './flow-controller.js';
import type { KycVerificationProperties } from './kyc-verification-properties.js';
import type { PageScheme } from './page-scheme.js';
import type { ViewModel } from './views/view-model.js';
import type { Words } from './words.js';

/** The element's methods that are also its buttons'. */
type Acting = KycVerificationProperties & { start(): Promise<void>; checkStatus(): Promise<void>; close(): void };

/** All that the element shows now. */
export function modelOf(element: Acting, controller: FlowController, words: Words, scheme: PageScheme): ViewModel {
  const { flow, submittedAt, ways } = controller;
  return {
    ...firstScreenOf(element, words),
    flow,
    dir: words.dir,
    dark: scheme.isDarkUndeclared,
    hasFooter: isFilled(element, 'footer'),
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
      fillSlot: () => element.showNow(),
    },
  };
}

/** An empty row would take room, and a gap. Before the first paint there is no slot that knows what stands in it. */
function isFilled(element: KycVerificationProperties, name: string): boolean {
  const slot = element.renderRoot.querySelector<HTMLSlotElement>(`slot[name="${name}"]`);
  return slot === null ? element.querySelector(`:scope > [slot="${name}"]`) !== null : slot.assignedNodes({ flatten: true }).length > 0;
}
