import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** One thing that can be taken out of src, and the source that makes it listen to `takeOut`. */
export interface Mutation {
  readonly name: string;
  readonly url: string;
  readonly appendix: string;
}

const pathFolder = fileURLToPath(new URL('../../src/protocol/x509/checks', import.meta.url));

/** A rule of certificate paths: its file, and the codes that it throws. */
export interface PathRule {
  readonly name: string;
  readonly url: string;
  readonly exported: string;
  readonly codes: readonly string[];
}

/** Every rule of certificate paths: a file that exports one function. */
export function pathRules(): PathRule[] {
  return readdirSync(pathFolder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => {
      const path = join(pathFolder, file);
      const text = readFileSync(path, 'utf8');
      const exported = /^export (?:async )?function (\w+)/m.exec(text)?.[1];
      const codes = [...text.matchAll(/ActError\(\s*'(x509_\w+)'/g)].map(([, code = '']) => code);
      if (exported === undefined) return [];
      const name = `x509/${file.replace(/\.ts$/, '')}`;
      return [{ name, url: pathToFileURL(path).href, exported, codes: [...new Set(codes)] }];
    });
}

/** Appends source to modules while they are loaded. It stands outside src: no switch exists inside. */
export function appendTo(appendix: (url: string) => string | undefined): void {
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

/** Name of the global that says what is out; the appended source reads it each time it is called. */
const SWITCH = '__openact_mutant';

const isOut = (name: string): string => `globalThis.${SWITCH} === ${JSON.stringify(name)}`;

/** Source that makes the `check` of a file pass everything while it is out. */
export function switchableCheck(name: string): string {
  return `{
    const { run } = check;
    check.run = (facts) => ${isOut(name)} ? undefined : run.call(check, facts);
  }`;
}

/** The same for an exported function that throws what it refuses. */
export function switchableFunction(name: string, exported: string): string {
  return `{
    const run = ${exported};
    ${exported} = (...given) => ${isOut(name)} ? undefined : run(...given);
  }`;
}

/**
 * Makes every mutation listen to `takeOut`, so that one process can be one mutant after the other. Call it before src
 * is imported.
 */
export function makeSwitchable(mutations: readonly Mutation[]): void {
  const byUrl = new Map(mutations.map(({ url, appendix }) => [url, appendix]));
  appendTo((url) => byUrl.get(url));
}

/** Takes one mutation out, or with undefined none. */
export function takeOut(name: string | undefined): void {
  Reflect.set(globalThis, SWITCH, name);
}
