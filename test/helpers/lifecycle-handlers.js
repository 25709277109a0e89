/** How each event comes about: from which standing, and by what; `at` is the state that its element is in then. */
export const CAUSES = {
  'kyc-state-change': { standing: 'guidance', cause: (world) => world.press('start-button') },
  'kyc-start': { standing: 'guidance', cause: (world) => world.press('start-button') },
  'kyc-opened': { standing: 'guidance', cause: (world) => world.press('start-button') },
  'kyc-submitted': { standing: 'verifying, begun', cause: (world) => world.say('SUBMITTED') },
  'kyc-pending': {
    standing: 'verifying, begun',
    async cause(world) {
      world.server.say('PENDING');
      await world.say('SUBMITTED');
    },
  },
  'kyc-canceled': { standing: 'verifying, begun', cause: (world) => world.say('CANCELED') },
  'kyc-verified': { standing: 'reviewing', cause: verdict('VERIFIED') },
  'kyc-rejected': { standing: 'reviewing', cause: verdict('REJECTED') },
  'kyc-resubmission': { standing: 'verifying, sent', cause: (world) => finish(world, 'RESUBMISSION_REQUESTED') },
  'kyc-expired': { standing: 'verifying, sent', cause: (world) => finish(world, 'EXPIRED') },
  'kyc-stalled': { standing: 'reviewing', cause: refusal },
  'kyc-error': { standing: 'guidance', cause: refusal },
};

/** What a handler of the page may do. Each runs in the page, when the event is heard, with the element. */
export const HANDLERS = {
  throws(kyc) {
    throw Object.assign(new Error('expected fault'), { stack: `expected fault at ${kyc.state}` });
  },
  'moves the element': (kyc) => document.body.appendChild(document.createElement('section')).append(kyc),
  'removes the element': (kyc) => kyc.remove(),
  'removes the element and puts it back at once'(kyc) {
    kyc.remove();
    document.body.append(kyc);
  },
  'removes the element and puts it back later'(kyc) {
    kyc.remove();
    setTimeout(() => document.body.append(kyc), 50);
  },
  'swaps the body'(kyc) {
    const body = document.createElement('body');
    body.setAttribute('style', 'margin: 8px');
    body.append(kyc.cloneNode(true));
    document.body.replaceWith(body);
  },
  'calls every method'(kyc) {
    void kyc.start();
    void kyc.checkStatus();
    kyc.close();
  },
  'sets another id': (kyc) => kyc.setAttribute('onboarding-id', 'US_life 2'),
};

function verdict(state) {
  return async (world) => {
    world.server.say(state);
    await world.press('check-button');
  };
}

async function finish(world, state) {
  world.server.say(state);
  await world.say('FINISHED');
}

async function refusal(world) {
  world.server.refuses = 404;
  await world.tab.evaluate(() => void window.watch.find().checkStatus());
}
