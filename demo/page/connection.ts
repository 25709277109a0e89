let cut = false;

/** Whether calls to the endpoint fail as if the network were gone. */
export function cutConnection(on: boolean): void {
  cut = on;
}

/**
 * Puts a switch before `fetch` that fails calls to one path as a lost connection does. Nothing else of the page
 * notices. To be called before the element's script runs, which may keep its own reference to `fetch`.
 */
export function installConnectionSwitch(path: string): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : input;
    const isEndpoint = new URL(address, location.href).pathname === path;
    return cut && isEndpoint ? Promise.reject(new TypeError('Failed to fetch')) : send(input, init);
  };
}
