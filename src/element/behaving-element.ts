import { adoptStyles, type LitElement } from 'lit';
import { CHECKING_LIMIT } from '../core/limits.js';
import { ownDirection } from '../localization/localize.js';
import type { Acting, Behavior } from './behavior.js';
import { flowModule } from './behavior-loader.js';
import { CustomStates } from './custom-states.js';
import { FirstBehavior } from './first-behavior.js';
import { firstScreenOf } from './first-screen.js';
import { firstView, type FirstScreen } from './first-view.js';
import type { FlowBehavior } from './flow-behavior.js';
import { KycVerificationProperties } from './kyc-verification-properties.js';
import { onServer } from './on-server.js';
import { isDarkUndeclared } from './page-scheme.js';
import { isFilled } from './slots.js';
import { guidanceView } from './views/guidance-view.js';
import { shellView } from './views/shell-view.js';
import { Words } from './words.js';

/** Shows what its behavior says: the first one, which paints the guidance, then the one with the flow, which is loaded after that paint. */
export abstract class BehavingElement extends KycVerificationProperties implements Acting {
  readonly #words = new Words(this);
  readonly #states = new CustomStates(this);
  readonly #first = new FirstBehavior(this, this.#states);
  #flow: FlowBehavior | null = null;

  abstract start(): Promise<void>;
  abstract checkStatus(): Promise<void>;
  abstract close(): void;

  /** @internal */
  protected get behavior(): Behavior {
    return this.#flow ?? this.#first;
  }

  /** @internal What the page has set in this very task counts. A page that is only being built is waited for, and so is the file with the flow. */
  protected async ask(act: (flow: FlowBehavior) => Promise<void>, isStart = false): Promise<void> {
    if (this.isConnected && !this.hasUpdated) await super.getUpdateComplete().catch(() => undefined);
    this.#configure();
    if (this.#flow === null) {
      if (!this.isConnected || !(await this.#first.ask(isStart))) return;
      this.#configure();
    }
    if (this.#flow !== null) await act(this.#flow);
  }

  #configure(): void {
    if (!this.isConnected) return;
    if (flowModule !== null) this.#flow ??= this.#flowOf(flowModule);
    this.behavior.configure();
  }

  #flowOf({ FlowBehavior, styles }: NonNullable<typeof flowModule>): FlowBehavior {
    try {
      adoptStyles(this.renderRoot as ShadowRoot, [...(this.constructor as typeof LitElement).elementStyles, styles]);
    } catch {
      // Style sheets stay with the document that they were made in: an element that has moved to another has none.
    }
    this.#first.end();
    return new FlowBehavior(this, this.#words, this.#states, this.#first.begun);
  }

  /** Also what is loaded after the first paint, as long as `checking` lasts. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (this.#flow !== null || !this.isConnected) return isComplete;
    let timer;
    await Promise.race([this.#first.load(), new Promise((resolve) => (timer = setTimeout(resolve, CHECKING_LIMIT)))]);
    clearTimeout(timer);
    return super.getUpdateComplete();
  }

  /** The first paint waits for its words, a moment at most, so that no language replaces another; meanwhile the rest is loaded. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const loading = [this.#words.load(this.isDeclared), this.prepareHydration()].filter((one) => one !== null);
    if (loading.length === 0 || this.hasUpdated) return super.scheduleUpdate();
    void this.#first.load();
    return Promise.all(loading).then(() => super.scheduleUpdate());
  }

  /** @internal */
  protected override get firstScreen(): FirstScreen {
    return firstScreenOf(this, this.#words);
  }

  protected override willUpdate(): void {
    if (!onServer) this.#configure();
  }

  protected override render(): unknown {
    const first = this.firstScreen;
    if (onServer) return firstView(first);
    const shown = this.behavior.shown(first);
    const actions = { start: () => void this.start(), warmUp: () => this.behavior.warmUp() };
    return shellView(
      {
        state: this.behavior.state,
        messages: first.messages,
        dir: ownDirection(first.language, first.messages),
        dark: isDarkUndeclared(this),
        hasFooter: isFilled(this, 'footer'),
        fillSlot: () => this.showNow(),
      },
      shown.progress === null ? shown.screen : guidanceView({ ...first, actions }, shown.progress),
    );
  }
}
