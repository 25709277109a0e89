const PHONE = { width: 390, height: 844 };

/** A page in a context of its own, of which nothing is cached, on a processor that is `throttling` times as slow. */
export async function freshPage(browser, { throttling = 1, viewport = PHONE } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  await page.setViewport(viewport);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  return { page, devtools, close: () => context.close() };
}

/** Resolves once the element of the page is in that state. */
export const inState = (page, name) => page.waitForFunction((wanted) => document.querySelector('kyc-verification')?.state === wanted, { polling: 'raf' }, name);
