import assert from 'node:assert/strict';
import { describeFaults } from '../helpers/fault-suite.js';
import { ATTRIBUTES, FIELDS, MARK, TEXTS } from '../helpers/fault-texts.js';
import { CANARY } from '../helpers/fault-world.js';

const VERDICTS = { REJECTED: 'rejected', RESUBMISSION_REQUESTED: 'resubmission' };
/** Our own words may set text apart, but never turn it round. */
const TURNS = /[\u202a-\u202e\u2066\u2067]/;
const LONGEST_FIELD = 4_000;
/** As JSON, in JSON in it, and bare. */
const MESSAGES = [(text) => ({ message: `${CANARY}${text}` }), (text) => ({ message: JSON.stringify({ message: text }) }), (text) => `${CANARY}${text}`];
const SLOTS = ['', 'logo', 'title', 'description', 'guidance', 'consent', 'footer'];
/** A screen of ours has about 20 KB; nothing that is given makes it much more. */
const LONGEST_SCREEN = 64 * 1024;
/** Longer than a body is read. */
const [LETTERS, MILLION] = TEXTS.find(([, text]) => text.length > 1024 * 1024);

describeFaults('texts that mean harm', 'hostile texts and session URLs held', ({ walkOver: hostile, hold }) => {
  /** Nothing of the text is markup, runs, or is read; the screen stays as wide as the page. */
  async function checkText(walk, what) {
    const seen = await walk.page.evaluate(() => {
      const element = document.querySelector('kyc-verification');
      const root = element.shadowRoot;
      const shown = root.querySelector('[part~="base"]');
      return {
        pwned: window.pwned ?? null,
        foreign: [...root.querySelectorAll('img, script, iframe, link, object, embed, style, [onfocus], [onerror], [autofocus]')].map((node) => node.outerHTML.slice(0, 200)),
        text: root.textContent,
        size: root.innerHTML.length,
        // The address of a link of the partner's own is the one thing that may stand in an attribute.
        attributes: [...root.querySelectorAll('*')].flatMap((node) => [...node.attributes].filter(({ name }) => name !== 'href').map(({ value }) => value)).join('\n'),
        links: [...root.querySelectorAll('a[href]')].map((node) => node.protocol),
        wide: [element, shown].filter((node) => node && node.scrollWidth > document.documentElement.clientWidth).length,
      };
    });
    assert.equal(seen.pwned, null, what);
    assert.deepEqual(seen.foreign, [], what);
    assert.ok(!seen.text.includes(MARK) && !seen.attributes.includes(MARK), `${what} is shown: ${seen.text.slice(0, 300)}`);
    assert.doesNotMatch(seen.text, TURNS, what);
    assert.ok(seen.size < LONGEST_SCREEN, `${what}: ${seen.size} characters`);
    assert.ok(seen.links.every((protocol) => /^https?:$/.test(protocol)), `${what}: ${seen.links}`);
    assert.equal(seen.wide, 0, `${what} makes the screen wider than the page`);
    await walk.checkAlways();
    hold();
  }

  for (const name of ATTRIBUTES) {
    hostile(`as ${name} stay text, and a good value then works`, TEXTS.length * (name === 'continue-url' ? 2 : 1), async (walk) => {
      await walk.open();
      await walk.untilState('guidance');
      const good = await walk.page.$eval('kyc-verification', (element, attribute) => element.getAttribute(attribute), name);
      for (const [kind, text] of TEXTS) {
        await walk.page.$eval('kyc-verification', (element, attribute, value) => element.setAttribute(attribute, value), name, text);
        await walk.until(({ state, shown, isBusy }) => state === shown && !isBusy && state !== 'checking', { what: `rest after ${kind}` });
        await checkText(walk, `${kind} as ${name}`);
      }
      await walk.page.$eval('kyc-verification', (element, attribute, value) => (value === null ? element.removeAttribute(attribute) : element.setAttribute(attribute, value)), name, good);
      await walk.carryOn();
      // Once more where a verdict is shown, which has the link to go on.
      for (const [kind, text] of name === 'continue-url' ? TEXTS : []) {
        await walk.page.$eval('kyc-verification', (element, attribute, value) => element.setAttribute(attribute, value), name, text);
        await walk.advance(20);
        await checkText(walk, `${kind} as ${name} of a link`);
      }
    });
  }

  for (const [field, give] of Object.entries(FIELDS)) {
    hostile(`as ${field} of the server are not shown`, TEXTS.length * Object.keys(VERDICTS).length, async (walk) => {
      await walk.open();
      let times = 0;
      for (const [kind, text] of TEXTS) {
        for (const [word, state] of Object.entries(VERDICTS)) {
          walk.world.truth = word;
          // A body that is too long is none: so much of each is read. The space keeps a single word from having the form of a code.
          walk.world.details = give(`${CANARY} ${text}`.slice(0, LONGEST_FIELD));
          await walk.page.$eval('kyc-verification', (element, id) => element.setAttribute('onboarding-id', id), `US_${++times}`);
          await walk.until((seen) => seen.state === seen.shown && !seen.isBusy && seen.state !== 'checking' && seen.events.at(-1).detail.onboardingId === `US_${times}`, { what: `an answer with ${kind}` });
          assert.equal((await walk.look()).state, field === 'verificationState' ? 'guidance' : state);
          await checkText(walk, `${kind} as ${field}`);
        }
      }
    });
  }

  for (const [field, give] of Object.entries(FIELDS)) {
    hostile(`${LETTERS} as ${field} are longer than an answer may be: none has come, and the user can try again`, 2, async (walk) => {
      const { world } = walk;
      Object.assign(world, { truth: 'REJECTED', details: give(`${CANARY} ${MILLION}`) });
      await walk.open();
      await walk.untilState('guidance');
      await walk.page.$eval('kyc-verification', (element) => element.checkStatus());
      await expectUnusable(walk, 'status', field);
      world.isHit = (method) => method === 'POST';
      world.fault = (_request, _response, good) => ({ status: 200, body: { ...good().body, ...give(`${CANARY} ${MILLION}`) } });
      Object.assign(world, { truth: 'UNVERIFIED', details: {} });
      await walk.press();
      await walk.untilState('guidance');
      await walk.press();
      await expectUnusable(walk, 'exchange', field);
      assert.deepEqual(world.loads, []);
      world.fault = null;
      await walk.carryOn();
    });
  }

  async function expectUnusable(walk, phase, what) {
    const { error, actions, verificationState } = await walk.untilState('failed');
    assert.deepEqual([error.code, error.phase, error.retryable], ['bad-response', phase, true]);
    assert.ok(actions.includes('Try again'), `${actions}`);
    assert.notEqual(verificationState, 'REJECTED');
    await checkText(walk, `a body that is too long by ${what}`);
  }

  for (const slot of SLOTS) {
    hostile(`as a text of the page in ${slot || 'no slot'} stay as narrow as the page`, TEXTS.length, async (walk) => {
      await walk.open();
      await walk.untilState('guidance');
      for (const [kind, text] of TEXTS) {
        await walk.page.$eval('kyc-verification', (element, name, value) => {
          const node = document.createElement('span');
          Object.assign(node, { slot: name, textContent: value });
          element.replaceChildren(node);
        }, slot, text);
        await walk.advance(20);
        await checkText(walk, `${kind} in ${slot}`);
      }
      await walk.carryOn();
    });
  }

  hostile('as the message of an error are not shown', TEXTS.length * MESSAGES.length, async (walk) => {
    await walk.open();
    await walk.untilState('guidance');
    for (const [kind, text] of TEXTS) {
      for (const give of MESSAGES) {
        walk.world.fault = { status: 400, body: give(text), headers: { 'x-message': `${CANARY}${encodeURIComponent(text.slice(0, 100).toWellFormed?.() ?? '')}` } };
        const errors = (events) => events.filter(({ name }) => name === 'error').length;
        const before = errors((await walk.look()).events);
        await walk.press();
        await walk.until(({ state, events }) => state === 'failed' && errors(events) > before, { what: `an error with ${kind}` });
        await checkText(walk, `${kind} as a message`);
      }
    }
    walk.world.fault = null;
    await walk.carryOn();
  });
});
