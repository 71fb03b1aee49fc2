import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codes } from '../src/protocol/errors/index.ts';
import { generate, staleFiles } from '../tools/vectors.ts';
import {
  allVectors,
  NO_SM3,
  questionOf,
  readVectorFile,
  takesSm3,
  VECTOR_SCHEMA,
  vectorFileNames,
  vectorFolder,
} from './files.ts';
import { FLAGS } from './forge/flags.ts';
import { applyPatch, patchOf } from './merge-patch.ts';
import { checkFiles } from './self/remove-check.ts';
import { differenceFrom, judge } from './subject.ts';

const vectors = allVectors();

describe('the reference verifier', () => {
  test.each(vectorFileNames())('judges every vector of %s as expected', async (file) => {
    const own = vectors.filter((placed) => placed.file === file && !takesSm3(placed.vector));
    expect(own.length).toBeGreaterThan(0);
    const differences: string[] = [];
    for (const { group, vector } of own) {
      const difference = differenceFrom(vector, await judge(questionOf(group, vector)));
      if (difference !== undefined) differences.push(`${vector.id}: ${difference}`);
    }
    expect(differences).toEqual([]);
  });

  // OA-REC-02: WebCrypto, which this file is judged with, has none.
  test('says of each vector with SM3 that it has none', async () => {
    const own = vectors.filter(({ vector }) => takesSm3(vector));
    expect(own.length).toBeGreaterThan(0);
    for (const { group, vector } of own) {
      const { code } = await judge(questionOf(group, vector));
      expect([vector.id, code]).toEqual([vector.id, NO_SM3]);
    }
  });

  test('gives the good vector of each group the same verdict before and after all others', async () => {
    const goods = vectors.filter(({ group, vector }) => vector === group.vectors[0]);
    expect(goods.length).toBeGreaterThan(0);
    for (const { group, vector } of goods) {
      expect(vector.expected.verdict).toBe('accepted');
      for (const other of group.vectors.slice(0, 5)) await judge(questionOf(group, other));
      expect(differenceFrom(vector, await judge(questionOf(group, vector)))).toBeUndefined();
    }
  });
});

describe('the files', () => {
  test('are what the generator makes', () => {
    expect(staleFiles(generate())).toEqual([]);
  });

  test.each(vectorFileNames())('%s keeps its schema', (file) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(`${vectorFolder}/${VECTOR_SCHEMA}`, 'utf8'));
    const validate = ajv.compile(schema);
    expect(validate(readVectorFile(file)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...readVectorFile(file), count: 0 })).toBe(false);
  });

  test('have ids that are unique, and derive each vector from a good one of its group', () => {
    const ids = vectors.map(({ vector }) => vector.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { group, vector } of vectors) {
      const [good] = group.vectors;
      const derivedFrom = (vector as { readonly derivedFrom?: string }).derivedFrom;
      expect(derivedFrom).toBe(vector === good ? undefined : good?.id);
    }
  });

  test('hold one defect each: no two vectors of a group ask the same', () => {
    const asked = new Map<string, string[]>();
    for (const { group, vector } of vectors) {
      const question = JSON.stringify([group.operation, questionOf(group, vector)]);
      asked.set(question, [...(asked.get(question) ?? []), vector.id]);
    }
    expect([...asked.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  test('hold no token that names a private key', () => {
    const text = vectorFileNames().map((file) => readFileSync(`${vectorFolder}/${file}`, 'utf8'));
    expect(text.filter((one) => /"d": "[A-Za-z0-9_-]{43}"/.test(one) && !one.includes('/cnf/jwk/d'))).toEqual(
      [],
    );
  });
});

describe('the generator', () => {
  test('imports nothing of src', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const sources = ['forge', 'cases'].flatMap((name) =>
      readdirSync(`${folder}${name}`).map((file) => readFileSync(`${folder}${name}/${file}`, 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((text) => /from '[^']*src\//.test(text))).toEqual([]);
    const imported = new Set(
      sources.flatMap((text) => [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name)),
    );
    expect([...imported].sort()).toEqual(['node:crypto', 'vitest']);
  });
});

describe('coverage', () => {
  const refused = vectors.filter(({ vector }) => vector.expected.verdict === 'refused');

  test('counts', () => {
    const defects = new Set(refused.map(({ vector }) => `${vector.requirement} ${vector.comment}`));
    const requirements = new Set(vectors.map(({ vector }) => vector.requirement));
    console.info(
      `${vectors.length} vectors: ${refused.length} refused, ${defects.size} distinct defects, ${requirements.size} requirements`,
    );
    expect(defects.size).toBeGreaterThanOrEqual(200);
  });

  test('every requirement and code exists', () => {
    const registry: readonly { readonly id: string }[] = parse(
      readFileSync(new URL('../spec/requirements.yaml', import.meta.url), 'utf8'),
    );
    const known = new Set(registry.map(({ id }) => id));
    const cited = new Set(vectors.map(({ vector }) => vector.requirement));
    expect([...cited].filter((id) => !known.has(id))).toEqual([]);
    const named = new Set(refused.map(({ vector }) => vector.expected.code ?? ''));
    expect([...named].filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
  });

  test('every check file has a vector that names its clause', () => {
    const named = new Set(vectors.flatMap(({ vector }) => clausesOf(vector)));
    expect(checkFiles().length).toBeGreaterThan(90);
    expect(checkFiles().filter(({ requirement }) => !named.has(requirement))).toEqual([]);
  });

  test('every attack of the catalogue of tokens, certificates and JSON has a vector', () => {
    const used = new Set(vectors.flatMap(({ vector }) => vector.flags));
    expect(Object.keys(FLAGS).filter((flag) => !used.has(flag))).toEqual([]);
    expect([...used].filter((flag) => FLAGS[flag] === undefined)).toEqual([]);
  });
});

function clausesOf({ requirement, expected }: (typeof vectors)[number]['vector']): string[] {
  return [requirement, ...(expected.obligations ?? []).map((duty) => duty.split(' ')[1] ?? '')];
}

describe('patches', () => {
  test('RFC 7396, appendix A', () => {
    expect(applyPatch({ a: 'b' }, { a: 'c' })).toEqual({ a: 'c' });
    expect(applyPatch({ a: 'b', b: 'c' }, { a: null })).toEqual({ b: 'c' });
    expect(applyPatch({ a: ['b'] }, { a: 'c' })).toEqual({ a: 'c' });
    expect(applyPatch({ a: { b: 'c' } }, { a: { b: 'd', c: null } })).toEqual({ a: { b: 'd' } });
    expect(applyPatch({ a: [{ b: 'c' }] }, { a: [1] })).toEqual({ a: [1] });
    expect(applyPatch({}, { a: { bb: { ccc: null } } })).toEqual({ a: { bb: {} } });
  });

  test('make of one document the other', () => {
    const from = { a: 1, b: { c: 2, d: [1, 2] }, e: 'x' };
    const to = { a: 1, b: { c: 3, f: {} }, g: [] };
    const patch = patchOf(from, to) ?? {};
    expect(applyPatch(from, patch)).toEqual(to);
    expect(patchOf(from, structuredClone(from))).toBeUndefined();
  });
});
