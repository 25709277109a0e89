/** What the dev server provides beside files. */
declare module 'virtual:custom-elements-manifest' {
  const manifest: import('./manifest-names.js').Manifest;
  export default manifest;
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: { argv: readonly string[]; cwd: string; noWrite: boolean }): Promise<unknown>;
}

interface ImportMeta {
  /** The texts of the files that match, by their paths. Vite reads the arguments as they are written. */
  glob(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, string>;
}
