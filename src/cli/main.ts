#!/usr/bin/env node
import { wantsColour } from './colour.ts';
import { objectionToNode } from './runtime.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault. What cannot be written (a disk that is
// full) must look neither like an answer nor like a refusal.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  process.stderr.write(`openact: The output cannot be written (${code}).\n`);
  process.exit(2);
});
// What was wrong can then be told to nobody; the status of the program still says that something was.
process.stderr.on('error', () => undefined);

async function main(): Promise<number> {
  const objection = objectionToNode(process.versions.node);
  if (objection !== undefined) {
    process.stderr.write(`${objection}\n`);
    return 2;
  }
  // Loaded only now: on a Node that is too old, libraries would fail first and less clearly.
  const [{ runCli }, { useNodeCrypto }] = await Promise.all([
    import('./run.ts'),
    import('../node/crypto.ts'),
  ]);
  useNodeCrypto();
  return runCli(process.argv.slice(2), {
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    input: () => process.stdin,
    colour: wantsColour(process.env, process.stdout.isTTY === true),
    now: () => Math.floor(Date.now() / 1000),
  });
}

process.exitCode = await main();
