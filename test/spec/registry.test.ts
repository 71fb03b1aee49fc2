import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type Corpus,
  citedIds,
  occurrences,
  presence,
  type SourceFile,
} from '../../tools/registry/places.ts';
import { loadProofs, proofProblems, proofsOf } from '../../tools/registry/proofs.ts';
import { isTestableMust, loadRequirements, readRequirements } from '../../tools/registry/requirements.ts';
import { settle } from '../../tools/registry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const row = `- id: OA-XYZ-01
  component: OA-XYZ
  strength: MUST
  origin: profile
  roles: [agent]
  text: Something holds.
  testable: true
`;

const problemsIn = (text: string) => readRequirements(text).problems;

describe('the registry', () => {
  it('is well formed', () => {
    const { rows, problems } = loadRequirements(root);
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThan(300);
  });

  it('takes a row of the profile', () => {
    expect(problemsIn(row)).toEqual([]);
  });

  it.each([
    ['a malformed id', row.replace('OA-XYZ-01', 'OA-XYZ-1'), 'malformed id'],
    ['a repeated id', row + row, 'duplicate id'],
    ['a foreign component', row.replace('component: OA-XYZ', 'component: OA-ABC'), 'component is not'],
    ['an unknown strength', row.replace('MUST', 'SHALL'), 'strength is not'],
    ['an unknown member', `${row}  note: x\n`, 'unknown member "note"'],
    ['an unknown role', row.replace('[agent]', '[wizard]'), 'roles are'],
    ['a text that is no sentence', row.replace('Something holds.', 'something'), 'text is not'],
    ['an exclusion without a reason', row.replace('true', '{ excluded: hard }'), 'testable is neither'],
    [
      'an ACT id without a place',
      row.replaceAll('OA-XYZ', 'ADD-INT-ICS').replace('profile', 'act-2.1'),
      'places are',
    ],
    ['an ACT id as profile', row.replaceAll('OA-XYZ', 'ADD-INT-ICS'), 'an id of its own'],
    ['a sum of what does not exist', `${row}  met_by: [OA-XYZ-02]\n`, 'met_by names OA-XYZ-02'],
    ['an unknown debt', `${row}  owes: [time]\n`, 'owes is not'],
    ['a profile that lowers', row.replace('origin', 'profile: SHOULD\n  origin'), 'profile may only'],
  ])('refuses %s', (_name, text, problem) => {
    expect(problemsIn(text).join('\n')).toContain(problem);
  });
});

const file = (path: string, text: string): SourceFile => ({ path, text });
const none: Corpus = { clauses: [], code: [], tests: [], cases: [], mutants: [], citing: [] };
const [requirement] = readRequirements(`${row}  codes: [first_code, second_code]\n`).rows;

describe('occurrences', () => {
  if (requirement === undefined) throw new Error('the row was read above');

  it('finds an id, and not a longer one', () => {
    const files = [file('a.ts', "'OA-XYZ-01'"), file('b.ts', "'OA-XYZ-012'"), file('c.ts', "'ROA-XYZ-01'")];
    expect(occurrences(files, requirement).map(({ path }) => path)).toEqual(['a.ts']);
  });

  it('takes the codes for the id when all of them are there', () => {
    const one = { ...none, code: [file('a.ts', "new ActError('first_code')")] };
    const both = { ...none, code: [...one.code, file('b.ts', "code: 'second_code'")] };
    expect(presence(one, requirement, []).code).toBe(false);
    expect(presence(both, requirement, []).code).toBe(true);
  });

  it('takes for a mutant only a quoted id', () => {
    const prose = { ...none, mutants: [file('m.ts', 'OPENACT_MUTANT=OA-XYZ-01')] };
    const listed = { ...none, mutants: [file('m.ts', "removes: 'OA-XYZ-01'")] };
    expect(presence(prose, requirement, []).mutant).toBe(false);
    expect(presence(listed, requirement, []).mutant).toBe(true);
  });

  it('takes for a sum all of its parts', () => {
    const part = { ...requirement, id: 'OA-XYZ-02', codes: [] };
    const sum = { ...requirement, id: 'OA-XYZ-03', codes: [], met_by: ['OA-XYZ-01', 'OA-XYZ-02'] };
    const one = { ...none, code: [file('a.ts', "'OA-XYZ-01'")] };
    const both = { ...none, code: [...one.code, file('b.ts', "'OA-XYZ-02'")] };
    expect(presence(one, sum, [requirement, part, sum]).code).toBe(false);
    expect(presence(both, sum, [requirement, part, sum]).code).toBe(true);
  });

  it('knows ids by their component', () => {
    expect(citedIds('OA-XYZ-01, RFC-OTHER-12 and SHA-256', new Set(['OA-XYZ']))).toEqual(['OA-XYZ-01']);
  });
});

describe('paid debts', () => {
  const owing = `${row}  owes: [case, mutant]\n`;

  it('are struck out one by one', () => {
    expect(settle(owing, new Map([['OA-XYZ-01', ['case']]]))).toBe(`${row}  owes: [mutant]\n`);
    expect(settle(owing, new Map([['OA-XYZ-01', ['case', 'mutant']]]))).toBe(row);
  });

  it('of another row are left alone', () => {
    expect(settle(owing, new Map([['OA-XYZ-02', ['case']]]))).toBe(owing);
  });
});

describe('what the suite has', () => {
  const { rows } = loadRequirements(root);
  const proofs = loadProofs(root, rows);
  const must = (id: string) => {
    const found = rows.find((one) => one.id === id);
    if (found === undefined) throw new Error(`No row ${id}.`);
    return found;
  };

  it('stands for a requirement by case and by mutant', () => {
    const cases = proofsOf(proofs.cases, must('OA-QUO-02'));
    expect(cases.map(({ path }) => path)).toContain('conformance/vectors/quote.json');
    expect(cases.map(({ name }) => name)).toContain('agent/OA-QUO-02/quote-totals');
    expect(proofsOf(proofs.mutants, must('OA-QUO-02')).map(({ name }) => name)).toContain('quote/totals');
  });

  it('stands for a sum only when it does for every part', () => {
    const sum = { ...must('OA-QUO-02'), id: 'OA-XYZ-01', met_by: ['OA-QUO-01', 'OA-QUO-02'] };
    expect(proofsOf(proofs.cases, sum).length).toBeGreaterThan(1);
    expect(proofsOf(proofs.cases, { ...sum, met_by: ['OA-QUO-01', 'OA-XYZ-02'] })).toEqual([]);
  });

  it('leaves no gap that a row does not owe', () => {
    const lacking = rows
      .filter(isTestableMust)
      .filter((one) => !one.owes?.includes('mutant') && proofsOf(proofs.mutants, one).length === 0);
    expect(lacking.map(({ id }) => id)).toEqual([]);
    expect(proofProblems(proofs)).toEqual([]);
    expect(proofProblems({ ...proofs, unknownCases: ['quote/totals: agent/none'] })).toHaveLength(1);
  });
});
