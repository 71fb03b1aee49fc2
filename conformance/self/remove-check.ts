/**
 * A module hook that takes checks out of src while it is loaded, by requirement id, for a whole program:
 *
 *   OPENACT_MUTANT=PSD-PAY-DEL-11 node --import ./conformance/self/remove-check.ts demo/start.ts --once
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { appendTo } from './mutations.ts';

const checksFolder = fileURLToPath(new URL('../../src/verifier/checks', import.meta.url));

export interface CheckFile {
  readonly url: string;
  readonly path: string;
  /** Below its folder of checks, without the extension: `payment/single-limit`. */
  readonly name: string;
  readonly requirement: string;
  /** Whether the check can refuse, or only leaves something to the caller. */
  readonly refuses: boolean;
}

function readCheck(folder: string, path: string): CheckFile[] {
  const text = readFileSync(path, 'utf8');
  const requirement = /export const check\b[\s\S]*?requirement: '([A-Z0-9-]+)'/.exec(text)?.[1];
  if (requirement === undefined) return [];
  const name = relative(folder, path).replaceAll('\\', '/').replace(/\.ts$/, '');
  // What names no code and yields no obligation throws: it refuses too.
  const refuses = /\bcode:/.test(text) || !/\bobligation:/.test(text);
  return [{ url: pathToFileURL(path).href, path, name, requirement, refuses }];
}

/** Every check file of the verifier, or of another folder: it exports one `check` that names its requirement. */
export function checkFiles(folder: string = checksFolder): CheckFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort()
    .flatMap((path) => readCheck(folder, path));
}

/** Removes every check that stands for the requirement. @throws Error when there is none: a mutant must mutate. */
export function removeChecks(requirement: string): void {
  const files = checkFiles().filter((file) => file.requirement === requirement);
  const targets = new Set(files.map(({ url }) => url));
  if (targets.size === 0) throw new Error(`No check stands for ${requirement}.`);
  appendTo((url) => (targets.has(url) ? 'check.run = () => undefined;' : undefined));
}

const { OPENACT_MUTANT: requirement } = process.env;
if (requirement) removeChecks(requirement);
