import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

const CHECKS = new URL('.', import.meta.url);
const PARENTS = new URL('..', import.meta.url);

async function sources(folder: URL, names: readonly string[]): Promise<string[]> {
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
}

function isSource(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts');
}

const files = (await readdir(CHECKS, { recursive: true })).filter(isSource).sort();
const parents = await sources(PARENTS, (await readdir(PARENTS)).filter(isSource));

describe('the files of checks', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(80);
  });

  for (const file of files) {
    test(`${file} is one clause, cited above it, in the list of a parent`, async () => {
      const module: { readonly check?: { readonly requirement: string } } = await import(
        new URL(file, CHECKS).href
      );
      expect(Object.keys(module)).toEqual(['check']);
      const requirement = module.check?.requirement ?? '';
      expect(requirement).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{2,3}$/);
      const [source = ''] = await sources(CHECKS, [file]);
      const [, clause = ''] =
        /\/\*\*(?<clause>(?:(?!\*\/)[\s\S])*)\*\/\s*export const check/.exec(source) ?? [];
      expect(clause).toContain(`${requirement}: `);
      expect(parents.some((parent) => parent.includes(`from './checks/${file}'`))).toBe(true);
    });
  }

  test('no two checks have the same requirement', async () => {
    const modules = await Promise.all(files.map((file) => import(new URL(file, CHECKS).href)));
    const requirements = modules.map(({ check }) => check.requirement);
    const repeated = requirements.filter((requirement, index) => requirements.indexOf(requirement) !== index);
    expect(repeated).toEqual([]);
  });
});
