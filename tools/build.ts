/**
 * Builds dist/ from src/, and dist/conformance/ from the suite: compiles afresh, then copies the generated validators
 * as they are. The compiler would derive types of its own from that JavaScript, without the type guards of the
 * committed declarations beside it.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const COPIED = ['protocol/generated/validators.js', 'protocol/generated/validators.d.ts'];
const PROGRAM = join(root, 'dist/cli/main.js');
const EXECUTABLE = 0o755;

/** The suite imports nothing of src, so that each is compiled by itself. */
const PROJECTS = ['tsconfig.build.json', 'tsconfig.conformance.json'];

function compile(project: string): number {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, project)], { stdio: 'inherit' });
  return status ?? 1;
}

function copyGenerated(): void {
  for (const path of COPIED) {
    const target = join(root, 'dist', path);
    // The exclusion in tsconfig.build.json has been lost: what is here was not written by the generator.
    if (existsSync(target)) throw new Error(`The compiler has written ${path}.`);
    copyFileSync(join(root, 'src', path), target);
  }
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
const status = PROJECTS.map(compile).find((failed) => failed !== 0) ?? 0;
if (status === 0) {
  copyGenerated();
  chmodSync(PROGRAM, EXECUTABLE);
} else {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  process.exitCode = status;
}
