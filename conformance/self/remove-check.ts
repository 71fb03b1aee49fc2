/**
 * Module hooks that take checks out of src while it is loaded. They stand outside src: no switch for them exists
 * inside. For a whole program, by requirement id:
 *
 *   OPENACT_MUTANT=PSD-PAY-DEL-11 node --import ./conformance/self/remove-check.ts demo/start.ts --once
 */
import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checksFolder = fileURLToPath(new URL('../../src/verifier/checks', import.meta.url));

export interface CheckFile {
  readonly url: string;
  readonly path: string;
  /** Below src/verifier/checks, without the extension: `payment/single-limit`. */
  readonly name: string;
  readonly requirement: string;
}

/** Every check file: it exports one `check` that names its requirement. */
export function checkFiles(): CheckFile[] {
  return readdirSync(checksFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(checksFolder, name))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const requirement = /export const check\b[\s\S]*?requirement: '([A-Z0-9-]+)'/.exec(text)?.[1];
      const name = relative(checksFolder, path).replaceAll('\\', '/').replace(/\.ts$/, '');
      return requirement ? [{ url: pathToFileURL(path).href, path, name, requirement }] : [];
    });
}

/** Appends source to modules while they are loaded. */
function appendTo(appendix: (url: string) => string | undefined): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const more = appendix(url);
      if (more === undefined) return loaded;
      // A module without its source would be loaded as it is, and the mutant would be none.
      if (!loaded.source) throw new Error(`No source of ${url}.`);
      const text =
        typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      return { ...loaded, source: `${text}\n${more}\n` };
    },
  });
}

/** Removes every check that stands for the requirement. @throws Error when there is none: a mutant must mutate. */
export function removeChecks(requirement: string): void {
  const files = checkFiles().filter((file) => file.requirement === requirement);
  const targets = new Set(files.map(({ url }) => url));
  if (targets.size === 0) throw new Error(`No check stands for ${requirement}.`);
  appendTo((url) => (targets.has(url) ? 'check.run = () => undefined;' : undefined));
}

/** Name of the global that says which check is out; `switchableChecks` reads it each time a check is run. */
const SWITCH = '__openact_mutant';

/**
 * Makes every check file listen to `takeOut`, so that one process can be one mutant after the other. Call it before
 * src/verifier is imported.
 */
export function switchableChecks(): void {
  const names = new Map(checkFiles().map(({ url, name }) => [url, name]));
  appendTo((url) => {
    const name = names.get(url);
    if (name === undefined) return undefined;
    return `{
      const { run } = check;
      check.run = (facts) => globalThis.${SWITCH} === ${JSON.stringify(name)} ? undefined : run.call(check, facts);
    }`;
  });
}

/** Takes one check out, or with undefined none. */
export function takeOut(name: string | undefined): void {
  Reflect.set(globalThis, SWITCH, name);
}

const requirement = process.env['OPENACT_MUTANT'];
if (requirement) removeChecks(requirement);
