import type { createCamera } from './camera.js';
import type { createParentLink } from './parent-link.js';

/**
 * The flow a person walks: welcome, document, pictures, review, thanks. Runs in the frame's page, sent there as text:
 * it must not refer to anything outside itself but its two parameters.
 */
export function runFlow(makeCamera: typeof createCamera, makeLink: typeof createParentLink): void {
  type Shot = 'photo-page' | 'front' | 'back' | 'selfie';
  type Busy = 'no' | 'yes';

  /** Long enough to read "Thank you", in milliseconds. */
  const THANKS = 1500;
  const root = document.documentElement;
  const find = <E extends Element>(selector: string): E => {
    const found = document.querySelector<E>(selector);
    if (found === null) throw new Error(`The page lacks ${selector}`);
    return found;
  };
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
  const showOnly = (attribute: string, value: string): void => {
    for (const element of all(`[${attribute}]`)) element.hidden = element.getAttribute(attribute) !== value;
  };
  const log = find<HTMLElement>('.drawer-log');
  const finder = find<HTMLElement>('.finder');

  let screen = 'loading';
  let shots: Shot[] = [];
  let pictures = new Map<Shot, Element>();
  let current: Shot | null = null;
  let started = false;
  let over = false;
  let left = false;
  let taking = false;
  let sending = false;
  let silent = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const camera = makeCamera(find<HTMLVideoElement>('.finder video'), (state) => {
    for (const element of all('[data-camera]')) {
      // Until it is known to be missing, the button takes pictures.
      const shown = element.dataset['camera'] === state || (element.dataset['camera'] === 'working' && state === 'starting');
      element.hidden = !shown;
    }
    find<HTMLElement>('[data-action="sample"]').hidden = state === 'blocked';
    finder.dataset['state'] = state;
  });
  const link = makeLink((name, stay) => void run(name, stay), (message) => {
    log.textContent = `Said ${message}`;
  });

  function show(name: string): void {
    screen = name;
    showOnly('data-screen', name);
    if (name !== 'capture') camera.stop();
    const total = shots.length + 2;
    const step = name === 'document' ? 1 : name === 'capture' ? 2 + shots.indexOf(current ?? 'selfie') : name === 'review' ? total : 0;
    // Before a document is picked the number of pictures is not known.
    const known = step > 0 && shots.length > 0;
    find<HTMLElement>('.steps').hidden = !known;
    find<HTMLElement>('.progress').hidden = step === 0;
    find<HTMLElement>('.progress span').style.inlineSize = `${known ? (100 * step) / total : 20}%`;
    find<HTMLElement>('[data-step]').textContent = String(step);
    find<HTMLElement>('[data-steps]').textContent = String(total);
    find<HTMLElement>('header [data-action="back"]').hidden = name !== 'capture' && name !== 'review';
    find<HTMLElement>('header [data-action="cancel"]').hidden = name === 'done' || name === 'left';
    document.querySelector<HTMLElement>(`[data-screen="${name}"] h1`)?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function showShot(shot: Shot): void {
    current = shot;
    showOnly('data-shot', shot);
    finder.dataset['shape'] = shot === 'selfie' ? 'face' : 'card';
    find('.stand-in').replaceChildren(sample(shot));
    show('capture');
    camera.show(shot === 'selfie' ? 'user' : 'environment');
  }

  function sample(shot: Shot): Node {
    return find<HTMLTemplateElement>(`#sample-${shot}`).content.cloneNode(true);
  }

  function showReview(): void {
    const item = find<HTMLTemplateElement>('#shot');
    find('.shots').replaceChildren(...shots.map((shot) => {
      const row = item.content.cloneNode(true) as DocumentFragment;
      const picture = pictures.get(shot);
      row.querySelector('.picture')?.append(picture ?? sample(shot));
      const title = find<HTMLElement>(`h1 [data-shot="${shot}"]`).textContent;
      const name = row.querySelector('.shot-name');
      if (name !== null) name.textContent = title;
      const retake = row.querySelector<HTMLElement>('button');
      retake?.setAttribute('data-retake', shot);
      retake?.setAttribute('aria-label', `${retake.textContent}: ${title}`);
      return row;
    }));
    show('review');
  }

  async function begin(): Promise<boolean> {
    clearTimeout(leaving);
    if (!(await link.tell('started'))) return false;
    started = true;
    over = false;
    left = false;
    link.say('STARTED');
    return true;
  }

  /** A link that works once is spent by this; not by a reload, and not after the pictures were sent. */
  function tellLeft(): void {
    if (over || left) return;
    left = true;
    void link.tell('left');
  }

  /** The end: whoever frames the page is told, else the browser goes back to where it was sent from, as far as that is known. */
  function end(message: 'FINISHED' | 'CANCELED'): void {
    clearTimeout(leaving);
    link.say(message);
    if (link.waiting === 'callback') link.goBack();
    else if (link.waiting === 'nobody') show(message === 'CANCELED' && !over ? 'left' : 'done');
  }

  /** Whoever frames the page reloads it; by itself it stands where the browser can. */
  function askForReload(message: 'FORCE_RELOAD' | 'RELOAD_REQUEST'): void {
    if (link.waiting === 'parent') link.say(message);
    else location.reload();
  }

  function choose(first: Shot[]): void {
    shots = [...first, 'selfie'];
    pictures = new Map();
    showShot(shots[0] ?? 'selfie');
  }

  async function takePicture(fromCamera: boolean): Promise<void> {
    if (screen !== 'capture' || current === null || taking) return;
    taking = true;
    const still = fromCamera ? await camera.take() : null;
    taking = false;
    still?.classList.toggle('mirrored', current === 'selfie');
    const made = document.createElement('div');
    made.append(still ?? sample(current));
    pictures.set(current, made);
    const missing = shots.find((shot) => !pictures.has(shot));
    if (missing === undefined) showReview();
    else showShot(missing);
  }

  async function submit(stay: boolean): Promise<void> {
    if (sending) return;
    sending = true;
    const busy = (value: Busy): void => showOnly('data-busy', value);
    busy('yes');
    find<HTMLElement>('[data-failed]').hidden = true;
    const sent = (started && !over) || (await begin()) ? await link.tell('submitted') : false;
    busy('no');
    sending = false;
    if (!sent) {
      find<HTMLElement>('[data-failed]').hidden = false;
      if (screen !== 'review') log.textContent = 'The server refused.';
      return;
    }
    over = true;
    link.say('SUBMITTED');
    if (link.waiting === 'nobody') return end('FINISHED');
    show('thanks');
    if (!stay) leaving = setTimeout(() => end('FINISHED'), THANKS);
  }

  function goBack(): void {
    const at = shots.indexOf(current ?? 'selfie');
    const previous = screen === 'review' ? shots.at(-1) : shots[at - 1];
    if (previous === undefined) show('document');
    else showShot(previous);
  }

  async function handOver(): Promise<void> {
    if (!started || over) {
      if (!(await link.tell('started'))) return;
      started = true;
    }
    show('phone');
    over = await link.tell('submitted');
  }

  async function run(name: string, stay = false, source?: HTMLElement): Promise<void> {
    if (root.dataset['silent'] === 'true') return;
    switch (name) {
      case 'begin': if (await begin()) show('document'); else show('expired'); return;
      case 'passport': choose(['photo-page']); return;
      case 'driving-licence': case 'national-id': case 'residence-permit': choose(['front', 'back']); return;
      case 'capture': await takePicture(true); return;
      case 'sample': await takePicture(false); return;
      case 'retake': showShot((source?.dataset['retake'] ?? 'selfie') as Shot); return;
      case 'back': goBack(); return;
      case 'submit': case 'submit-at-once': await submit(stay); return;
      case 'done': case 'finish': end('FINISHED'); return;
      case 'cancel': tellLeft(); end('CANCELED'); return;
      case 'resubmit': if (await begin()) show('document'); return;
      case 'stay': clearTimeout(leaving); return;
      case 'handover': await handOver(); return;
      case 'force-reload': over = await link.tell('reload'); askForReload('FORCE_RELOAD'); return;
      case 'reload-request': over = await link.tell('reload'); askForReload('RELOAD_REQUEST'); return;
      case 'silent':
        silent = !silent;
        link.setSilent(silent);
        find('[data-action="silent"]').setAttribute('aria-pressed', String(silent));
    }
  }

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-action]') : null;
    if (button !== null) void run(button.dataset['action'] ?? '', false, button);
  });
  window.addEventListener('pagehide', () => {
    camera.stop();
    if ((root.dataset['ended'] ?? '') === '') tellLeft();
  });

  if (root.dataset['silent'] === 'true') return;
  link.connect(() => {
    const ended = root.dataset['ended'] ?? '';
    // A command may have come first.
    if (screen === 'loading') show(ended === '' ? 'welcome' : ended);
    if (root.dataset['forceReload'] === 'true') {
      over = true;
      setTimeout(() => askForReload('FORCE_RELOAD'), 400);
    }
  });
}
