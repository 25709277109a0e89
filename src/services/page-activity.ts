/** Whether anybody looks at the page, and when somebody does again. */
export interface PageActivity {
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls when the page is hidden, and when it comes back: in view, online, from the back/forward cache, from sleep. */
  observe(onHide: () => void, onReturn: () => void): () => void;
}

export const pageActivity: PageActivity = {
  isVisible: () => document.visibilityState === 'visible',
  isOnline: () => navigator.onLine,
  observe(onHide, onReturn) {
    const look = (): void => (document.visibilityState === 'visible' ? onReturn() : onHide());
    document.addEventListener('visibilitychange', look);
    document.addEventListener('resume', look);
    window.addEventListener('pageshow', look);
    window.addEventListener('online', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('resume', look);
      window.removeEventListener('pageshow', look);
      window.removeEventListener('online', look);
    };
  },
};
