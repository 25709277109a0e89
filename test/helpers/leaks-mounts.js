/** Run in the page, handed there as text. Puts `count` elements on it and takes them away, in turn in each of the ways. */
export async function mountAndUnmount(count, from) {
  const STATES = ['idle', 'checking', 'guidance', 'requesting', 'verifying', 'reviewing', 'verified', 'rejected', 'resubmission', 'expired', 'failed'];
  const host = document.querySelector('main');
  const other = document.querySelector('aside');
  const make = (attributes) => {
    const element = document.createElement('kyc-verification');
    for (const [name, value] of Object.entries({ endpoint: '/verify', 'poll-interval': '1', ...attributes })) element.setAttribute(name, value);
    return element;
  };
  const mount = (attributes) => {
    const element = make(attributes);
    host.append(element);
    return element;
  };
  const reach = (element, state) =>
    new Promise((resolve) => {
      const look = () => element.state === state && resolve();
      element.addEventListener('kyc-state-change', look);
      look();
    });
  const ways = {
    async 'in one task'(id) {
      mount({ 'onboarding-id': `US_guidance-${id}` }).remove();
    },
    async 'painted once'(id) {
      const element = mount({ 'onboarding-id': `US_guidance-${id}` });
      await element.updateComplete;
      element.remove();
    },
    async 'by innerHTML'(id) {
      const place = document.createElement('div');
      host.append(place);
      place.innerHTML = `<kyc-verification onboarding-id="US_guidance-${id}" endpoint="/verify"><a href="/other">Another way</a></kyc-verification>`;
      await place.firstElementChild.updateComplete;
      place.innerHTML = '';
      place.remove();
    },
    async 'in a preview'(id) {
      const element = mount({ preview: STATES[Math.floor(id / 10) % STATES.length], region: 'us' });
      await element.updateComplete;
      element.remove();
    },
    async 'with a read in flight'(id) {
      const element = mount({ 'onboarding-id': `US_never-${id}` });
      await reach(element, 'checking');
      await element.updateComplete;
      element.remove();
    },
    async 'in guidance'(id) {
      const element = mount({ 'onboarding-id': `US_guidance-${id}` });
      await reach(element, 'guidance');
      element.remove();
    },
    async 'in review, while it is polled'(id) {
      const element = mount({ 'onboarding-id': `US_review-${id}` });
      await reach(element, 'reviewing');
      await element.updateComplete;
      element.remove();
    },
    async 'with a stream'(id) {
      const opened = globalThis.leaks.nextStream();
      const element = mount({ 'onboarding-id': `US_stream-${id}` });
      await opened;
      element.remove();
    },
    async 'moved on the way'(id) {
      const element = mount({ 'onboarding-id': `US_review-${id}` });
      await element.updateComplete;
      if (id % 20 < 10 && other.moveBefore) other.moveBefore(element, null);
      else other.append(element);
      await reach(element, 'reviewing');
      element.remove();
    },
    async 'with another id on the way'(id) {
      const element = mount({ 'onboarding-id': `US_never-${id}` });
      await element.updateComplete;
      element.setAttribute('onboarding-id', `US_review-${id}`);
      await reach(element, 'reviewing');
      element.remove();
    },
  };
  const all = Object.values(ways);
  const AT_ONCE = all.length;
  for (let done = 0; done < count; done += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, turn) => from + done + turn);
    await Promise.all(batch.map((id) => all[id % all.length](id)));
    await globalThis.leaks.settle();
  }
  return count;
}
