/** The first screen as a literal: what a server paints before there is a browser, and what the browser finds of it. */
import { ownDirection } from '../localization/localize.js';
import { guidanceView, type GuidanceModel } from './views/guidance-view.js';
import { shellView } from './views/shell-view.js';
import type { View } from './views/start-button.js';

/** All that the first screen depends on, whoever paints it. */
export interface FirstScreen extends Omit<GuidanceModel, 'actions'> {
  /** BCP 47 */
  readonly language: string;
}

const nothing = (): void => undefined;

/** The guidance, while the first read is under way. Nothing of the device is known yet; whether the footer is filled, the browser's styles know. */
export function firstView(first: FirstScreen): View {
  const { language, messages } = first;
  const guidance = guidanceView({ ...first, actions: { start: nothing, warmUp: nothing } }, { busy: true });
  return shellView({ state: 'checking', messages, dir: ownDirection(language, messages), dark: false, hasFooter: true, fillSlot: nothing }, guidance);
}
