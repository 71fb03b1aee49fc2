import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src', 'test', 'scenarios', 'conformance', 'tools', 'fuzz'].map(
      (folder) => `${folder}/**/*.test.ts`,
    ),
    passWithNoTests: false,
    sequence: { shuffle: true },
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
