/** The kinds of example of ACT's non-normative `reference-v1` for TSD-CRD, member by member against our schemas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from './reference-v1-facts.ts';
import { KINDS, kindOf } from './reference-v1-members.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const chapter = readFileSync(join(root, 'spec/20-credit.md'), 'utf8');

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(join(root, 'schemas', `${name}.json`), 'utf8')) as Schema;

describe('reference-v1, example by example', () => {
  test.each(KINDS)('$kind: what ours has of it, and what not', ({ ours, members, onlyTheirs, onlyOurs }) => {
    const schemas = ours.map(schemaOf);
    const known = new Set(schemas.flatMap(({ properties }) => Object.keys(properties)));
    const met = Object.values(members);
    expect(met.filter((name) => name !== 'jws' && !known.has(name))).toEqual([]);
    expect(onlyTheirs.filter((name) => Object.hasOwn(members, name))).toEqual([]);
    const required = schemas.flatMap((schema) => schema.required);
    expect(required.filter((name) => !met.includes(name)).toSorted()).toEqual([...onlyOurs].toSorted());
  });

  test('fourteen of fifteen examples (what is said of the subject itself stays with the credit service), each kind named in the chapter that says where they differ', () => {
    const files = KINDS.flatMap((kind) => kind.files);
    expect(files).toHaveLength(14);
    expect(new Set([...files, 'subject-credit-assertion'])).toEqual(new Set(Object.keys(EXAMPLES)));
    expect(chapter).toContain('reference-v1');
    for (const { kind } of KINDS) expect(chapter).toContain(kind);
  });

  test.each(Object.entries(EXAMPLES).filter(([file]) => kindOf(file) !== undefined))(
    '%s: each member has ours, or is listed as theirs alone',
    (file, facts) => {
      const { members = {}, onlyTheirs = [] } = kindOf(file) ?? {};
      const known = new Set([...Object.keys(members), ...onlyTheirs]);
      expect(Object.keys(facts).filter((name) => !known.has(name))).toEqual([]);
    },
  );

  test('enumerations are the same words', () => {
    const { $defs } = JSON.parse(readFileSync(join(root, 'schemas/common.json'), 'utf8')) as {
      $defs: Record<string, { enum: string[] }>;
    };
    expect($defs.credit_state?.enum).toEqual(['PENDING', 'ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED']);
    expect($defs.credit_level?.enum).toEqual(['CREDENTIAL', 'ASSOCIATED_CREDIT']);
    expect($defs.credit_result?.enum).toEqual(['PASS', 'FAIL', 'INCONCLUSIVE', 'REVIEW_REQUIRED']);
    expect($defs.credit_confirmation?.enum).toEqual(['DIRECT_SIGNATURE', 'ATTESTED_CONFIRMATION']);
    expect($defs.credit_reason?.enum).toHaveLength(18);
  });
});
