#!/usr/bin/env node
// A checkout runs its sources as they are; an installed package has what was built of them.
import { existsSync } from 'node:fs';

const source = new URL('../src/cli/main.ts', import.meta.url);
const isCheckout = existsSync(source);

if (isCheckout && process.features.typescript === undefined) {
  process.stderr.write(`openact needs Node 24 or newer; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  await import(isCheckout ? source.href : '../dist/cli/main.js');
}
