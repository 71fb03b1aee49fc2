import { defineConfig } from 'vitest/config';

const testsIn = (folders: readonly string[]) => folders.map((folder) => `${folder}/**/*.test.ts`);

/** Computation alone: no processes, sockets or files that one test could leave to the next. */
const COMPUTE = testsIn(['src/protocol', 'src/verifier']);

export default defineConfig({
  test: {
    passWithNoTests: false,
    // One for each core: most tests wait for processes, sockets and disks of their own.
    maxWorkers: '100%',
    sequence: { shuffle: true },
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
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
