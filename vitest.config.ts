import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/run/long-first.ts';

const testsIn = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

/** Computation alone, with WebCrypto: nobody here puts Node's own functions below it. */
const COMPUTE = testsIn(['src/protocol', 'src/verifier']);
/** By WebCrypto or by Node's own functions: which of them a file has put below stays there for good. */
const EITHER = testsIn(['src/node', 'conformance', 'fuzz']);

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
    // To load src anew for each file was a third of what the tests of seller and agent computed: only the files that need
    // it have a process of their own.
    // What the others change of their process they put back, and the order, which no two runs share, shows whether they do.
    projects: [
      { extends: true, test: { name: 'compute', include: COMPUTE, isolate: false } },
      { extends: true, test: { name: 'either', include: EITHER } },
      {
        extends: true,
        test: {
          name: 'all else',
          include: testsIn(['src', 'test', 'scenarios', 'tools']),
          exclude: [...COMPUTE, ...EITHER],
          isolate: false,
        },
      },
    ],
  },
});
