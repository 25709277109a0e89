/** Loads what the first screen does not need: the flow and all other screens. A file of its own. */
import { unsafeCSS, type CSSResult } from 'lit';
import { loadAgain } from '../services/load-again.js';

type FlowModule = typeof import('./flow-behavior.js');

const load = loadAgain(() => import('./flow-behavior.js'));

/** For all elements of the page; `null` until it is loaded. */
export let flowModule: (FlowModule & { readonly styles: CSSResult }) | null = null;

/** What stands in the way of requests may answer with a script of its own: that is as good as none. Never rejects. */
export async function loadFlowModule(): Promise<typeof flowModule> {
  try {
    const module: Partial<FlowModule> | null = await load();
    if (module?.FlowBehavior) flowModule ??= { ...(module as FlowModule), styles: unsafeCSS(module.laterStyles) };
  } catch {
    // It is asked for again.
  }
  return flowModule;
}
