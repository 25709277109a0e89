import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the guidance shows and where, as the user sees it; `null` where it is not to be seen. In the page. */
function guidance() {
  const element = document.querySelector('kyc-verification');
  const root = element?.shadowRoot;
  const seen = (node) => {
    if (!node?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
    const { x, y, width, height } = node.getBoundingClientRect();
    return width > 0 && height > 0 ? { text: node.innerText, background: getComputedStyle(node).backgroundColor, x, y, width, height } : null;
  };
  return {
    heading: seen(root?.querySelector('[part~="title"]')),
    documents: [...(root?.querySelectorAll('[part~="document"]') ?? [])].map(seen),
    start: seen(root?.querySelector('[part~="start-button"]')),
    consent: seen(element?.querySelector('[slot="consent"]')),
    footer: seen(element?.querySelector('[slot="footer"]')),
    fallback: seen(element?.querySelector(':scope > a')),
  };
}

/** Four documents and a selfie are the guidance of these pages. */
const isSeen = ({ documents, ...others }) => ({
  documents: documents.filter((one) => one?.text).length,
  ...Object.fromEntries(Object.entries(others).map(([name, one]) => [name, Boolean(one?.text)])),
});

/** Before the page's scripts: what moves, and how many frames miss the guidance once it was there. In the page. */
function watch() {
  const watched = { moved: [], missing: 0 };
  window.watched = watched;
  new PerformanceObserver((list) => {
    const main = document.querySelector('main');
    /** Not of the buttons that development servers lay above the page. */
    const isOfPage = ({ currentRect: { x, y, width, height } }) => {
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return hit === null || hit.contains(main) || main.contains(hit);
    };
    const place = ({ x, y, width, height }) => `${width} × ${height} at ${x}, ${y}`;
    for (const { sources } of list.getEntries()) {
      watched.moved.push(...sources.filter(isOfPage).map(({ previousRect, currentRect }) => `${place(previousRect)} → ${place(currentRect)}`));
    }
  }).observe({ type: 'layout-shift', buffered: true });
  let wasThere = false;
  const look = () => {
    const root = document.querySelector('kyc-verification')?.shadowRoot;
    const isThere = ['title', 'document', 'start-button'].every((part) => root?.querySelector(`[part~="${part}"]`)?.checkVisibility());
    watched.missing += wasThere && !isThere;
    wasThere ||= isThere;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Remembers what the server's markup has become; returns whether the element is registered. In the page. */
function mark() {
  window.marked = new Set(document.querySelector('kyc-verification').shadowRoot.querySelectorAll('*'));
  return customElements.get('kyc-verification') !== undefined;
}

/** What of that is gone, and what has come beside it, by name and part; and what was seen meanwhile. In the page. */
function changes() {
  const now = new Set(document.querySelector('kyc-verification').shadowRoot.querySelectorAll('*'));
  const name = (node) => `${node.localName} ${node.getAttribute('part')}`;
  return { gone: [...window.marked.difference(now)].map(name), come: [...now.difference(window.marked)].map(name), ...window.watched };
}

/** What the page of a server that paints the guidance holds beside what each app does: for `extras` of the suite. */
export function serverRendered(site) {
  it('is painted where no script runs, with the fallback link in the place of Start', async () => {
    const visitor = await site.visitor();
    await visitor.page.setJavaScriptEnabled(false);
    await visitor.tab.visit(await site.arrive(), '/');
    await visitor.picture('without-scripts');
    assert.deepEqual(isSeen(await visitor.page.evaluate(guidance)), { heading: true, documents: 5, start: false, consent: true, footer: true, fallback: true });
  });

  it('is painted before its scripts come, and hydrated without a change to be seen', async () => {
    const visitor = await site.visitor();
    const { page, tab } = visitor;
    const held = [];
    let holds = true;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (holds && request.resourceType() === 'script') held.push(request);
      else void request.continue();
    });
    await page.evaluateOnNewDocument(watch);

    const arrival = tab.visit(await site.arrive(), '/');
    await page.waitForSelector('kyc-verification >>> [part~="start-button"]');
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    assert.equal(await page.evaluate(mark), false);
    assert.ok(held.length > 0, 'no script was held back');
    const before = await page.evaluate(guidance);
    assert.deepEqual(isSeen(before), { heading: true, documents: 5, start: true, consent: true, footer: true, fallback: false });

    holds = false;
    for (const request of held) void request.continue();
    await arrival;
    await tab.until('guidance');
    await page.waitForSelector('kyc-verification >>> [part~="start-button"]:not([aria-busy="true"])');
    // Time for what must not come: another read, another paint.
    await sleep(1500);
    assert.deepEqual(await page.evaluate(guidance), before);
    // Start is no longer busy; styles and slot were for the time until the script.
    assert.deepEqual(await page.evaluate(changes), { gone: ['style null', 'span spinner', 'slot null'], come: [], moved: [], missing: 0 });
    assert.equal(visitor.reads(), 1);
    assert.deepEqual(tab.told, ['idle>checking', 'checking>guidance']);
  });

  it('loads no script twice', async () => {
    const { page, tab } = await site.visitor();
    await tab.visit(await site.arrive(), '/');
    await tab.until('guidance');
    await page.waitForNetworkIdle();
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        // What comes from the cache is not loaded.
        .filter(({ name, transferSize }) => /\.m?js$/.test(new URL(name).pathname) && transferSize > 0)
        .map(({ name }) => name),
    );
    assert.ok(loaded.length > 0);
    assert.deepEqual(loaded, [...new Set(loaded)]);
  });
}
