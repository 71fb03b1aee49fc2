/**
 * Writes the printed examples from one source (tools/examples): the files under schemas/examples, and the blocks
 * between `<!-- example … -->` and `<!-- /example -->` in spec. `--check` writes nothing and fails when they differ.
 *
 * A marker names what stands under it: `<!-- example quote -->` the valid instance of schemas/quote.json,
 * `<!-- example quote discount -->` a variant, `<!-- jws quote -->` the signed message.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFECTS, spoil } from './examples/defects.ts';
import type { ExampleSet } from './examples/example-set.ts';
import { exampleMessages } from './examples/messages.ts';
import { type ExamplePurchase, examplePurchase } from './examples/purchase.ts';
import { checkOption } from './script-options.ts';

const EXAMPLES = 'schemas/examples';
const MARKER = /<!-- (example|jws) (\S+)(?: (\S+))? -->\n[\s\S]*?<!-- \/\1 -->/g;

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function exampleFiles(messages: ExampleSet): Map<string, string> {
  const files = new Map<string, string>();
  for (const [schema, variants] of Object.entries(messages)) {
    for (const [variant, value] of Object.entries(variants)) {
      files.set(`${EXAMPLES}/${schema}/valid${variant && `-${variant}`}.json`, pretty(value));
    }
  }
  const index = DEFECTS.map((defect) => {
    const folder = `${defect.schema}`;
    const { of = '' } = defect;
    const valid = messages[defect.schema]?.[of];
    if (valid === undefined) throw new Error(`no valid example ${of} of ${defect.schema}`);
    const path = pathOf(defect, files, folder);
    files.set(`${EXAMPLES}/${path}`, pretty(spoil(valid, defect)));
    const derivedFrom = `${folder}/valid${of && `-${of}`}.json`;
    return { file: path, derivedFrom, at: defect.at, keyword: defect.keyword };
  });
  files.set(`${EXAMPLES}/defects.json`, pretty(index));
  return files;
}

function pathOf({ defect }: { defect: string }, taken: ReadonlyMap<string, string>, folder: string): string {
  const path = `${folder}/invalid-${defect.replaceAll(/[^a-z0-9-]/g, '-')}.json`;
  if (taken.has(`${EXAMPLES}/${path}`)) throw new Error(`two defects share ${path}`);
  return path;
}

const isPrinted = (value: unknown): value is { readonly compact: string } =>
  typeof value === 'object' && value !== null && 'compact' in value;

/** A chapter with every marked block filled in. */
export function withBlocks(chapter: string, messages: ExampleSet, purchase: ExamplePurchase): string {
  return chapter.replaceAll(MARKER, (_all, form: string, name: string, variant = '') => {
    const open = `<!-- ${form} ${name}${variant && ` ${variant}`} -->`;
    if (form === 'jws') {
      const message: unknown = Object.entries(purchase).find(([key]) => key === name)?.[1];
      if (!isPrinted(message)) throw new Error(`no signed example ${name}`);
      return `${open}\n\`\`\`jws kind=${name}\n${message.compact}\n\`\`\`\n<!-- /jws -->`;
    }
    const value = messages[name]?.[variant];
    if (value === undefined) throw new Error(`no example ${name} ${variant}`);
    return `${open}\n\`\`\`json schema=${name}\n${pretty(value)}\`\`\`\n<!-- /example -->`;
  });
}

/** Every generated file with its text, by path from the root. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const purchase = await examplePurchase();
  const messages = await exampleMessages(purchase);
  const files = exampleFiles(messages);
  for (const name of readdirSync(join(root, 'spec')).filter((entry) => entry.endsWith('.md'))) {
    const chapter = readFileSync(join(root, 'spec', name), 'utf8');
    if (chapter.includes('<!-- /example -->') || chapter.includes('<!-- /jws -->')) {
      files.set(`spec/${name}`, withBlocks(chapter, messages, purchase));
    }
  }
  return files;
}

/** JSON files are held to their content, because the formatter owns their white space; chapters to their text. */
function isSame(path: string, committed: string, generated: string): boolean {
  if (!path.endsWith('.json')) return committed === generated;
  return JSON.stringify(JSON.parse(committed)) === JSON.stringify(JSON.parse(generated));
}

/** Example files that stand in the folder and come from nowhere. */
function strayFiles(root: string, files: ReadonlyMap<string, string>): string[] {
  if (!existsSync(join(root, EXAMPLES))) return [];
  return readdirSync(join(root, EXAMPLES), { recursive: true, encoding: 'utf8' })
    .map((path) => `${EXAMPLES}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.json') && !files.has(path));
}

/** Paths whose committed content is not the generated one. */
export async function staleFiles(root: string): Promise<string[]> {
  const files = await generatedFiles(root);
  const stale = [...files]
    .filter(([path, text]) => {
      const file = join(root, path);
      return !existsSync(file) || !isSame(path, readFileSync(file, 'utf8'), text);
    })
    .map(([path]) => path);
  return [...stale, ...strayFiles(root, files)];
}

async function main(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  if (checkOption('tools/spec-blocks.ts')) {
    const stale = await staleFiles(root);
    for (const path of stale) console.error(`${path}: out of date; run tools/spec-blocks.ts`);
    if (stale.length > 0) process.exitCode = 1;
    return;
  }
  const files = await generatedFiles(root);
  for (const path of strayFiles(root, files)) rmSync(join(root, path));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', EXAMPLES], { cwd: root, stdio: 'ignore' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
