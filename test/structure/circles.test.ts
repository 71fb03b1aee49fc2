import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'demo', 'scenarios', 'simulation', 'fuzz', 'bench', 'conformance', 'tools', 'test'];

/** Steps hold steps, and each kind of them stands in a file of its own. */
const ALLOWED = /^scenarios\/format\//;

/** Every file with the files of this project that it imports, types included. */
function importsOfAll(): Map<string, Set<string>> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ).filter((name) => name.endsWith('.ts') && !ALLOWED.test(name));
  const imports = files.map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const targets = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
    const paths = targets.map((target) => relative(root, resolve(root, dirname(file), target)));
    return [file, new Set(paths)] as const;
  });
  return new Map(imports);
}

/** What is left when, again and again, all files go that import nothing of what is left. */
function inCircles(imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Set(imports.keys());
  const isFree = (file: string) => ![...(imports.get(file) ?? [])].some((target) => left.has(target));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const file of [...left]) if (isFree(file)) left.delete(file);
  }
  return [...left];
}

test('no file imports itself, around whatever corners', () => {
  const imports = importsOfAll();
  expect(imports.size).toBeGreaterThan(1_000);
  expect(inCircles(imports)).toEqual([]);
});

test('a circle is found, and who imports it is named as well', () => {
  const circle = new Map([
    ['a.ts', new Set(['b.ts'])],
    ['b.ts', new Set(['c.ts', 'd.ts'])],
    ['c.ts', new Set(['b.ts'])],
    ['d.ts', new Set<string>()],
  ]);
  expect(inCircles(circle)).toEqual(['a.ts', 'b.ts', 'c.ts']);
});
