/** The element with its flow: what drives it, all screens after the first, and what goes with them. Loaded when the first has been painted. */
import type { KycError } from '../core/errors.js';
import { errorOf } from '../core/flow.js';
import { CREDENTIALS, PRESENTATIONS, oneOf, type KycState, type VerificationState } from '../core/names.js';
import { complete } from '../localization/complete.js';
import { Announcer } from './announcer.js';
import type { Acting, Begun, Behavior } from './behavior.js';
import type { CustomStates } from './custom-states.js';
import type { FirstScreen } from './first-view.js';
import { FlowController } from './flow-controller.js';
import type { FlowSettings } from './ports.js';
import { FocusKeeper } from './focus-keeper.js';
import { Motion } from './motion.js';
import { modelOf } from './model-of.js';
import { PageSchemeWatch } from './page-scheme-watch.js';
import { LanguageWatch } from './language-watch.js';
import { text } from './property-values.js';
import { shown } from './views/screens.js';
import type { Shown } from './views/shell-view.js';
import type { Words } from './words.js';

export { checkEnvironment } from './environment-check.js';
export { laterStyles } from './later.styles.js';

export class FlowBehavior implements Behavior {
  readonly #element: Acting;
  readonly #controller: FlowController;

  /** @param begun what was before it */
  constructor(element: Acting, words: Words, states: CustomStates, begun: Begun) {
    this.#element = element;
    const focus = new FocusKeeper(element);
    const settings: FlowSettings = {
      credentials: () => oneOf(CREDENTIALS, element.credentials),
      headers: () => element.headers,
      sessionHosts: () => text(element.sessionHosts),
      pollInterval: () => element.pollInterval,
      lang: () => words.language,
      presentation: () => oneOf(PRESENTATIONS, element.presentation),
      handoverUrl: () => text(element.handoverUrl),
      frameText: () => {
        const { frame, lang, dir } = complete(words.messages);
        return { ...frame, lang, dir };
      },
      themedLike: () => element.renderRoot.firstElementChild ?? element,
      onChange: (flow, before) => {
        states.show(flow.screen.name, element.presentation === 'embedded');
        if (before.screen.name === 'verifying' && flow.screen.name !== 'verifying' && !before.preview) focus.returnFromFrame();
      },
    };
    this.#controller = new FlowController(element, settings, begun);
    element.addController(new Motion(element, () => this.state));
    element.addController(new PageSchemeWatch(element));
    element.addController(new LanguageWatch(element));
    new Announcer(element, focus, () => [this.#controller.flow, complete(words.messages)]);
  }

  get state(): KycState {
    return this.#controller.flow.screen.name;
  }

  get verificationState(): VerificationState | undefined {
    return this.#controller.flow.verificationState;
  }

  get error(): KycError | null {
    return errorOf(this.#controller.flow);
  }

  configure(): void {
    this.#controller.configure(this.#element, text(this.#element.preview));
  }

  shown(first: FirstScreen): Shown {
    return shown(modelOf(this.#element, this.#controller, first));
  }

  warmUp(): void {
    this.#controller.warmUp();
  }

  start(): Promise<void> {
    return this.#controller.start();
  }

  check(): Promise<void> {
    return this.#controller.check();
  }

  close(): void {
    this.#controller.close();
  }
}
