import type { TabPorts } from './other-tabs.js';

export const tabPorts: TabPorts = {
  locks() {
    const { locks }: { locks?: LockManager } = navigator;
    return 'BroadcastChannel' in window ? (locks ?? null) : null;
  },
  openChannel(name) {
    try {
      return new BroadcastChannel(name);
    } catch {
      // Where the user has forbidden sites to keep data.
      return null;
    }
  },
  observeStorage(onStore, onRestore) {
    window.addEventListener('pagehide', onStore);
    window.addEventListener('pageshow', onRestore);
    return () => {
      window.removeEventListener('pagehide', onStore);
      window.removeEventListener('pageshow', onRestore);
    };
  },
};
