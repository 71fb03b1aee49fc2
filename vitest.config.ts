import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/run/long-first.ts';

const FOLDERS = ['src', 'test', 'scenarios', 'conformance', 'tools', 'fuzz'];

export default defineConfig({
  test: {
    include: FOLDERS.map((folder) => `${folder}/**/*.test.ts`),
    passWithNoTests: false,
    // One more than there are cores: the longest files mostly wait for processes of their own, and hold a place meanwhile.
    maxWorkers: availableParallelism() + 1,
    // Loading src anew for each of the files was a third of the computing. What a test changes of its process it puts back,
    // and the order, which no two runs share, shows whether it does.
    isolate: false,
    globalSetup: 'test/run/in-memory.ts',
    sequence: { shuffle: true, sequencer: LongFirst },
    // What these bound is a test that hangs: on a machine ten times slower none of them may be what fails.
    expect: { requireAssertions: true, poll: { timeout: 60_000 } },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
