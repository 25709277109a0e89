/** Run in the page, handed there as text. Opens Veriff `count` times and closes it, in turn in each of the ways. */
export async function openAndClose(count, from) {
  const host = document.querySelector('main');
  const frame = () => document.querySelector('#veriffFrame');
  const say = (message) => frame().contentWindow.postMessage({ say: message }, '*');
  const heard = (element, type) => new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
  const reach = (element, state) =>
    new Promise((resolve) => {
      const look = () => element.state === state && resolve();
      element.addEventListener('kyc-state-change', look);
      look();
    });
  const ways = {
    async 'by close()'(element) {
      element.close();
      await reach(element, 'guidance');
    },
    async 'by FINISHED'(element) {
      say('FINISHED');
      await reach(element, 'reviewing');
    },
    async 'by CANCELED, and once more'(element) {
      say('CANCELED');
      await reach(element, 'guidance');
      const opened = heard(element, 'kyc-opened');
      void element.start();
      await opened;
      say('SUBMITTED');
      await heard(element, 'kyc-submitted');
      element.close();
      await reach(element, 'reviewing');
    },
    async 'by the removal of the element'(element) {
      element.remove();
      await globalThis.leaks.settle();
    },
    async 'by the page, which removes the dialog'(element) {
      document.querySelector('dialog').remove();
      await reach(element, 'guidance');
    },
    async 'by the page, which removes the frame'(element) {
      frame().remove();
      await reach(element, 'guidance');
    },
  };
  const all = Object.values(ways);
  const bad = [];
  for (let turn = from; turn < from + count; turn++) {
    const element = document.createElement('kyc-verification');
    for (const [name, value] of Object.entries({ 'onboarding-id': `US_frame-${turn}`, endpoint: '/verify', 'session-hosts': '127.0.0.1:*' })) element.setAttribute(name, value);
    host.append(element);
    await reach(element, 'guidance');
    const opened = heard(element, 'kyc-opened');
    void element.start();
    await opened;
    await all[turn % all.length](element);
    const left = await globalThis.leaks.left();
    if (left.dialogs + left['scroll locks'] + left['style sheets'] > 0) bad.push(turn);
    element.remove();
    await globalThis.leaks.settle();
  }
  return bad.length;
}
