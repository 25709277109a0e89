/**
 * The SDK acts on what any window says. So it does not get to listen to the page: its listener is kept here, and
 * told only what it must answer.
 */
export interface SdkEar {
  /** In place of the window's while the SDK begins to listen. */
  readonly addEventListener: typeof window.addEventListener;
  readonly hear: (data: string) => void;
  /** Browsers may keep what has once stood on the window: nothing must hang on it. */
  readonly forget: () => void;
}

export function keepFromListening(): SdkEar {
  const listen = window.addEventListener.bind(window);
  let kept: EventListener | null = null;
  return {
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: AddEventListenerOptions | boolean) {
      if (type === 'message' && typeof listener === 'function') kept = listener;
      else listen(type, listener, options);
    },
    hear: (data) => kept?.(new MessageEvent('message', { data })),
    forget: () => (kept = null),
  };
}
