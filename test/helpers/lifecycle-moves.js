/** What pages and their libraries do to the place where the element stands. Each runs in the page. */
export const MOVES = {
  'goes on when moveBefore moves it': {
    always: ['verifying, begun'],
    expected: 'keeps',
    does() {
      const place = document.body.appendChild(document.createElement('section'));
      place.moveBefore(window.watch.find(), null);
    },
  },
  'goes on when it is removed and appended in one task': {
    always: ['verifying, begun'],
    expected: 'keeps',
    does() {
      const kyc = window.watch.find();
      kyc.remove();
      document.body.appendChild(document.createElement('section')).append(kyc);
    },
  },
  'goes on when it is back before the task ends': {
    expected: 'keeps',
    async does() {
      const kyc = window.watch.find();
      kyc.remove();
      for (let turn = 0; turn < 20; turn++) await null;
      document.body.append(kyc);
    },
  },
  'goes on when it changes places with a neighbour a hundred times': {
    expected: 'keeps',
    does() {
      const kyc = window.watch.find();
      const place = kyc.parentNode;
      const neighbour = document.createElement('p');
      for (let turn = 0; turn < 100; turn++) place.insertBefore(turn % 2 ? kyc : neighbour, place.firstChild);
    },
  },
  'goes on when it is put into a closed shadow tree': {
    expected: 'keeps',
    does() {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'closed' }).append(window.watch.find());
    },
  },
  'goes on when it is hidden and shown': {
    expected: 'keeps',
    takesFocus: true,
    async does() {
      const kyc = window.watch.find();
      kyc.style.display = 'none';
      await new Promise((resolve) => requestAnimationFrame(resolve));
      kyc.style.display = '';
    },
  },
  'begins anew when it comes back later': {
    expected: 'anew',
    async does() {
      const kyc = window.watch.find();
      kyc.remove();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 20));
      document.body.append(kyc);
    },
  },
  'begins anew as a copy of itself': {
    expected: 'anew',
    does() {
      const kyc = window.watch.find();
      kyc.replaceWith(kyc.cloneNode(true));
    },
  },
  'begins anew when the page writes its place again': {
    expected: 'anew',
    page: { body: (markup) => `<main>${markup}</main>` },
    does() {
      const place = document.querySelector('main');
      place.innerHTML = `${place.innerHTML}<p>More</p>`;
    },
  },
  'begins anew when the page swaps its body': {
    always: ['verifying, begun'],
    expected: 'anew',
    does() {
      const body = document.createElement('body');
      body.setAttribute('style', 'margin: 8px');
      body.append(window.watch.find().cloneNode(true));
      document.body.replaceWith(body);
    },
  },
  'begins anew when the page writes its body again from markup of its own': {
    expected: 'anew',
    does() {
      const markup = window.watch.find().outerHTML;
      document.body.innerHTML = `<p>New</p>${markup}`;
    },
  },
  'begins anew when the page adds to the markup of its body': {
    expected: 'anew',
    // The page writes the frame again with all the rest, and the browser loads it before any script can act.
    reloads: true,
    does() {
      document.body.innerHTML += '<p>More</p>';
    },
  },
  'goes on in a body that takes the place of the former': {
    expected: 'loses',
    does() {
      const body = document.createElement('body');
      body.setAttribute('style', 'margin: 8px');
      const kyc = window.watch.find();
      document.body.replaceWith(body);
      body.append(kyc);
    },
  },
  'goes on when it is moved into a new body that then takes the place of the former': {
    expected: 'loses',
    does() {
      const body = document.createElement('body');
      body.setAttribute('style', 'margin: 8px');
      body.append(window.watch.find());
      document.body.replaceWith(body);
    },
  },
  'goes on when the page removes what it does not know': {
    expected: 'loses',
    does() {
      for (const node of [...document.body.children]) if (node.localName !== 'kyc-verification') node.remove();
    },
  },
  'goes on when the page takes out the frame alone': {
    expected: 'loses',
    does() {
      document.querySelector('#veriffFrame')?.remove();
    },
  },
  'goes on when the page moves Veriff’s dialog': {
    expected: 'loses',
    // The browser loads a frame that is moved anew, before anybody can tell.
    reloads: true,
    does() {
      const dialog = document.querySelector('dialog');
      if (dialog) document.body.insertBefore(dialog, document.body.firstChild);
    },
  },
};
