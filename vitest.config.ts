import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/run/long-first.ts';

const testsIn = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

/** Computation alone: no processes, sockets or files that one test could leave to the next. */
const COMPUTE = testsIn(['src/protocol', 'src/verifier']);

export default defineConfig({
  test: {
    passWithNoTests: false,
    // One more than there are cores: the longest files mostly wait for processes of their own, and hold a place meanwhile.
    maxWorkers: availableParallelism() + 1,
    globalSetup: 'test/run/in-memory.ts',
    sequence: { shuffle: true, sequencer: LongFirst },
    // What these bound is a test that hangs: on a machine ten times slower none of them may be what fails.
    expect: { requireAssertions: true, poll: { timeout: 60_000 } },
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      { extends: true, test: { name: 'compute', include: COMPUTE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'all else',
          include: testsIn(['src', 'test', 'scenarios', 'conformance', 'tools', 'fuzz']),
          exclude: COMPUTE,
        },
      },
    ],
  },
});
