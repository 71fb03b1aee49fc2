/**
 * A module hook that takes one check out of src while it is loaded, by requirement id. It stands outside src:
 * no switch for it exists inside.
 *
 *   OPENACT_MUTANT=PSD-PAY-DEL-11 node --import ./conformance/self/remove-check.ts demo/start.ts --once
 */
import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const checksFolder = fileURLToPath(new URL('../../src/verifier/checks', import.meta.url));

/** Every check file: it exports one `check` that names its requirement. */
export function checkFiles(): { url: string; path: string; requirement: string }[] {
  return readdirSync(checksFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(checksFolder, name))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const requirement = /export const check\b[\s\S]*?requirement: '([A-Z0-9-]+)'/.exec(text)?.[1];
      return requirement ? [{ url: pathToFileURL(path).href, path, requirement }] : [];
    });
}

/** Removes every check that stands for the requirement. @throws Error when there is none: a mutant must mutate. */
export function removeChecks(requirement: string): void {
  const targets = new Set(checkFiles().filter((file) => file.requirement === requirement).map((file) => file.url));
  if (targets.size === 0) throw new Error(`No check stands for ${requirement}.`);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!targets.has(url)) return loaded;
      const source = `${loaded.source?.toString() ?? ''}\ncheck.run = () => undefined;\n`;
      return { ...loaded, source };
    },
  });
}

const requirement = process.env['OPENACT_MUTANT'];
if (requirement) removeChecks(requirement);
