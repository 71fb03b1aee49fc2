/**
 * Makes conformance/vectors/*.json from a published seed. `--check` writes nothing and fails when the committed files
 * differ from what would be made.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suites } from '../conformance/cases/index.ts';
import { VECTOR_SCHEMA } from '../conformance/files.ts';
import { vectorFile } from '../conformance/forge/files.ts';
import { checkOption } from './script-options.ts';

const folder = fileURLToPath(new URL('../conformance/vectors/', import.meta.url));

/** The files by name, as they should be. */
export function generate(): Map<string, string> {
  return new Map(
    suites.map((suite) => [`${suite.name}.json`, `${JSON.stringify(vectorFile(suite), null, 1)}\n`]),
  );
}

function committed(name: string): string | undefined {
  const path = `${folder}${name}`;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Names of files that differ from what is made, are missing, or that nobody makes. */
export function staleFiles(files: ReadonlyMap<string, string>): string[] {
  const foreign = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== VECTOR_SCHEMA && !files.has(name),
  );
  return [...[...files].filter(([name, text]) => committed(name) !== text).map(([name]) => name), ...foreign];
}

function main(): void {
  const isCheck = checkOption('tools/vectors.ts');
  const files = generate();
  const stale = staleFiles(files);
  if (isCheck) {
    if (stale.length === 0) return;
    console.error(`Not what the generator makes: ${stale.join(', ')}. Run: node tools/vectors.ts`);
    process.exitCode = 1;
    return;
  }
  for (const [name, text] of files) writeFileSync(`${folder}${name}`, text);
  const count = [...files.values()].reduce((sum, text) => sum + JSON.parse(text).count, 0);
  console.log(`${count} vectors in ${files.size} files, ${stale.length} files changed.`);
}

if (import.meta.main) main();
