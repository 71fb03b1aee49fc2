import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadRequirements, type Requirement } from '../../tools/registry/requirements.ts';
import {
  loadSourceTexts,
  type SourceText,
  sourceProblems,
  statementsOf,
} from '../../tools/registry/source.ts';
import { statementsChapter } from '../../tools/registry/statements.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const commit = 'a'.repeat(40);
const heading = { heading: 'A / B', statements: 4, must: [1], read_as_must: [2], should: [3], may: [4] };
const text: SourceText = {
  file: 'spec/source/text.yaml',
  document: 'text.md',
  commit,
  headings: [heading],
};

function row(id: string, ...ordinals: readonly number[]): Requirement {
  return {
    id,
    component: 'ADD-INT-ICS',
    strength: 'MUST',
    origin: 'act-2.1',
    places: ordinals.map((ordinal) => ({ document: 'text.md', commit, heading: 'A / B', ordinal })),
    reading: 'Read as MUST.',
    roles: ['agent'],
    text: 'Something holds.',
    testable: true,
    observable: 'It can be seen.',
  };
}

const [first, second, third] = [
  row('X-01', 1),
  row('X-02', 2),
  { ...row('X-03', 3), strength: 'SHOULD' },
] as [Requirement, Requirement, Requirement];
const { reading: _r, ...unread } = second;
const { observable: _o, ...unseen } = first;

describe('the statements of a text', () => {
  it('are carried by rows; what is only allowed needs none', () => {
    expect(sourceProblems([text], [first, second, third])).toEqual([]);
  });

  it.each<[string, SourceText, readonly Requirement[], string]>([
    ['a MUST without a row', text, [second, third], 'A / B, 1 (must): no row carries it'],
    ['a SHOULD without a row', text, [first, second], 'A / B, 3 (should): no row carries it'],
    ['a row without a reading', text, [first, unread, third], 'A / B, 2: X-02 without a reading'],
    ['a row without an observable', text, [unseen, second, third], 'X-01: no observable'],
    ['a place too far', text, [first, second, third, row('X-04', 5)], 'X-04: spec/source/text.yaml has no'],
    ['another commit', { ...text, commit: 'b'.repeat(40) }, [first, second, third], 'X-01: cites text.md at'],
    [
      'a weaker row',
      text,
      [{ ...first, strength: 'SHOULD' }, second, third],
      'is SHOULD, its places are MUST',
    ],
    ['a stronger row', text, [first, second, row('X-03', 3)], 'X-03: is MUST, its places are SHOULD'],
    [
      'an ordinal in two lists',
      {
        ...text,
        headings: [{ heading: 'A / B', statements: 3, must: [1, 2], read_as_must: [2], should: [3] }],
      },
      [first, second, third],
      'the lists are not 1 to 3',
    ],
    [
      'several obligations of what is no MUST',
      { ...text, headings: [{ ...heading, several: { 3: 2 } }] },
      [first, second, third],
      'several names 3',
    ],
    [
      'several obligations that are one',
      { ...text, headings: [{ ...heading, several: { 1: 1 } }] },
      [first, second, third],
      'several names 1',
    ],
  ])('refuse %s', (_name, source, rows, problem) => {
    expect(sourceProblems([source], rows).join('\n')).toContain(problem);
  });

  it('are listed by heading and number', () => {
    const chapter = statementsChapter([text], [first, second, third]);
    expect(chapter).toContain('### A / B');
    expect(chapter).toContain('| 2 | MUST, as read | X-02: Something holds. | It can be seen. |');
    expect(chapter).toContain('| 4 | MAY | – | – |');
    expect(chapter).not.toContain('obligations.');
  });

  it('say how many obligations they are, where a sentence has several', () => {
    const counted: SourceText = { ...text, headings: [{ ...heading, several: { 1: 2, 2: 3 } }] };
    expect(sourceProblems([counted], [first, second, third])).toEqual([]);
    const chapter = statementsChapter([counted], [first, second, third]);
    expect(chapter).toContain('| 1 | MUST (2) | X-01');
    expect(chapter).toContain('| 2 | MUST, as read (3) | X-02');
    expect(chapter).toContain('Their 2 MUSTs are 5 obligations.');
  });

  it('of the texts of credit association are as many as chapter 20 says', () => {
    const chapter = readFileSync(join(root, 'spec/20-credit.md'), 'utf8');
    const { rows } = loadRequirements(root);
    const counted = loadSourceTexts(root)
      .filter(({ headings }) => headings.some((one) => /^TSD-CRD-|^第二篇：信用关联/.test(one.heading)))
      .map((source) => {
        const statements = statementsOf(source, rows);
        const musts = statements.filter(({ obligations }) => obligations > 0);
        const obligations = musts.reduce((sum, one) => sum + one.obligations, 0);
        const shoulds = statements.filter(({ kind }) => kind === 'should').length;
        const name = /TSD-CRD-[A-Z]+/.exec(source.headings[0]?.heading ?? '')?.[0] ?? 'outside';
        return [name, musts.length, obligations, shoulds] as const;
      });
    expect(counted).toHaveLength(6);
    for (const line of counted) expect(chapter).toContain(`| ${line.join(' | ')} |`);
    const sum = [1, 2, 3].map((column) => counted.reduce((all, line) => all + Number(line[column]), 0));
    expect(chapter).toContain(`| together | ${sum.join(' | ')} |`);
  });
});
