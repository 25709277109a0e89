import { setTimeout as sleep } from 'node:timers/promises';

/** WebDriver's names of the keys that write nothing. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

/** What the runner's commands ask of a page of puppeteer's, by WebDriver. */
export class WebDriverPage {
  #driver;

  constructor(driver) {
    this.#driver = driver;
  }

  keyboard = {
    down: (key) => this.#keys([['keyDown', key]]),
    up: (key) => this.#keys([['keyUp', key]]),
    press: (key) => this.#keys([['keyDown', key], ['keyUp', key]]),
    type: (text) => this.#keys([...text].flatMap((key) => [['keyDown', key], ['keyUp', key]])),
  };

  mouse = {
    move: (x, y) => this.#pointer([this.#moveTo(x, y)]),
    click: (x, y, { button = 'left' } = {}) => this.#pointer([this.#moveTo(x, y), this.#press(button), this.#release(button)]),
    down: ({ button = 'left' } = {}) => this.#pointer([this.#press(button)]),
    up: ({ button = 'left' } = {}) => this.#pointer([this.#release(button)]),
    reset: () => this.#pointer([...Object.keys(BUTTONS).map((button) => this.#release(button)), this.#moveTo(0, 0)]),
  };

  /** The window has the size of the page and of a frame around it, which is known only by trying. */
  async setViewport({ width, height }) {
    const inner = () => this.#driver.execute('return [innerWidth, innerHeight]');
    let [outerWidth, outerHeight] = [width, height];
    for (let tries = 0; tries < 40; tries++) {
      const [w, h] = await inner();
      if (w === width && h === height) return;
      if (tries > 0) {
        const now = await this.#driver.getWindowRect();
        [outerWidth, outerHeight] = [now.width + width - w, now.height + height - h];
      }
      await this.#driver.setWindowRect(null, null, outerWidth, outerHeight);
      await sleep(25);
    }
    throw new Error(`The window does not come to ${width} × ${height}, only to ${(await inner()).join(' × ')}.`);
  }

  #keys(steps) {
    const actions = steps.map(([type, key]) => {
      const value = KEYS[key] ?? key;
      if ([...value].length !== 1) throw new Error(`Not a known key: ${key}`);
      return { type, value };
    });
    return this.#driver.performActions([{ type: 'key', id: 'keyboard', actions }]);
  }

  #pointer(actions) {
    return this.#driver.performActions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  }

  #moveTo(x, y) {
    return { type: 'pointerMove', duration: 0, x, y };
  }

  #press(button) {
    return { type: 'pointerDown', button: BUTTONS[button] };
  }

  #release(button) {
    return { type: 'pointerUp', button: BUTTONS[button] };
  }
}
