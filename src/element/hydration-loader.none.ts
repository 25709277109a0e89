/**
 * Stands for `hydration-loader.ts` in the files for script tags: another file of theirs would need the first one's own Lit, and can't import that
 * file back where its URL has a query or was redirected. There the tree is painted anew.
 */
export const loadHydration = null;
