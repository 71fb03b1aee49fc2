import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

// A link that leads out of the checkout leads nowhere on another machine.
test.runIf(existsSync(join(root, '.git')))('what is committed are files, no links', () => {
  const staged = execFileSync('git', ['ls-files', '--stage'], { cwd: root, encoding: 'utf8' });
  const lines = staged.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(1_000);
  expect(lines.filter((line) => !line.startsWith('100'))).toEqual([]);
});
