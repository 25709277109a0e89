import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { runnerImport } from 'vite';
import { countReporter } from './helpers/count-reporter.js';
import { engineLaunchers } from './helpers/engines.js';
import { mediaCommand } from './helpers/media-command.js';
import { isProof } from './helpers/proof.js';
import { proofCommand, proofScript } from './helpers/proof-command.js';
import { themesCommand } from './helpers/themes-command.js';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { sandboxPlugin } = (await runnerImport(fromRoot('demo/sandbox/test-runner-plugin.ts'))).module;

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: fromRoot('.'),
  files: fromRoot('test/**/*.test.ts'),
  nodeResolve: true,
  // In a background tab Chromium slows timers down: one page at a time.
  concurrency: 1,
  // `ENGINES=chromium,firefox,webkit` runs the tests in those.
  concurrentBrowsers: 1,
  browsers: await engineLaunchers(),
  plugins: [
    sandboxPlugin(),
    mediaCommand(),
    proofCommand(),
    themesCommand(),
    // The tsconfig is named because esbuild must know the decorators' dialect, and needs the options in that very file.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fromRoot('tsconfig.json') }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  // Milliseconds for one file: large samples take their time.
  testsFinishTimeout: isProof ? 3_600_000 : 600_000,
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><title>Tests</title>${proofScript}<script src="/test/helpers/fail-on-faults.js"></script></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  reporters: [defaultReporter(), countReporter()],
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && arg.includes('lit.dev/msg/dev-mode')),
  coverageConfig: {
    include: ['src/**/*.ts'],
    reportDir: 'coverage',
    reporters: ['text', 'lcovonly'],
    threshold: { statements: 90, branches: 85, functions: 90, lines: 90 },
  },
};
