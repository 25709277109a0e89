import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let made: Promise<unknown> | null = null;

/** Makes the manifest as the build does, without writing it: what is shown is what the sources say now. */
async function analyse(): Promise<unknown> {
  const { cli } = await import('@custom-elements-manifest/analyzer/cli.js');
  const argv = ['analyze', '--config', '.config/custom-elements-manifest.config.js', '--quiet'];
  return cli({ argv, cwd: ROOT, noWrite: true });
}

/** The custom-elements manifest. It takes seconds to make, so it is kept until it is forgotten. */
export async function manifest<Manifest>(): Promise<Manifest> {
  made ??= analyse();
  try {
    return (await made) as Manifest;
  } catch (error) {
    // A fault in the sources is mended while the server runs.
    made = null;
    throw error;
  }
}

export function forgetManifest(): void {
  made = null;
}
