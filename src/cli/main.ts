#!/usr/bin/env node
import { wantsColour } from './colour.ts';
import { runCli } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  colour: wantsColour(process.env, process.stdout.isTTY === true),
  now: () => Math.floor(Date.now() / 1000),
});
