import { isServer } from 'lit';

/** Whether there is no page: on a server, also where that has stand-ins for the DOM. A test in jsdom has a page. */
export const onServer: boolean = isServer && typeof getComputedStyle === 'undefined';
