#!/usr/bin/env node
import process from 'node:process';
import { run } from './command.js';

process.exitCode = await run(process.argv.slice(2), {
  fetch: globalThis.fetch,
  date: Date.now,
  now: () => performance.now(),
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  colours: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
});
