import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Requirement, Strength } from './requirements.ts';

/** The kinds of statement that spec/source tells apart; its head explains them. */
export const KINDS = ['must', 'read_as_must', 'should', 'may', 'plain'] as const;
export type Kind = (typeof KINDS)[number];

/** What one text of ACT states, by heading: spec/source/*.yaml. */
export interface SourceText {
  readonly file: string;
  readonly document: string;
  readonly commit: string;
  readonly headings: readonly SourceHeading[];
}

export type SourceHeading = {
  readonly heading: string;
  readonly statements: number;
  readonly several?: Readonly<Record<string, number>>;
} & {
  readonly [K in Kind]?: readonly number[];
};

/** One statement of a text, with the rows that carry it. */
export interface Statement {
  readonly heading: string;
  readonly ordinal: number;
  readonly kind: Kind;
  /** How many obligations it has; more than one where the text was counted so. */
  readonly obligations: number;
  readonly rows: readonly Requirement[];
}

const FOLDER = 'spec/source';
const STRENGTHS: readonly Strength[] = ['MAY', 'SHOULD', 'MUST'];
const STRENGTH_OF: Readonly<Record<Kind, Strength>> = {
  must: 'MUST',
  read_as_must: 'MUST',
  should: 'SHOULD',
  may: 'MAY',
  plain: 'MAY',
};

export function loadSourceTexts(root: string): SourceText[] {
  return readdirSync(join(root, FOLDER))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = `${FOLDER}/${name}`;
      return { file, ...parse(readFileSync(join(root, file), 'utf8')) } as SourceText;
    });
}

const isMust = (kind: Kind): boolean => STRENGTH_OF[kind] === 'MUST';

/** Every statement of a text in its order. */
export function statementsOf(text: SourceText, rows: readonly Requirement[]): Statement[] {
  return text.headings.flatMap((entry) =>
    Array.from({ length: entry.statements }, (_, index) => {
      const ordinal = index + 1;
      const kind = KINDS.find((known) => entry[known]?.includes(ordinal)) ?? 'plain';
      const carriers = rows.filter((row) =>
        placesIn(text, row).some((place) => place.heading === entry.heading && place.ordinal === ordinal),
      );
      const obligations = isMust(kind) ? (entry.several?.[ordinal] ?? 1) : 0;
      return { heading: entry.heading, ordinal, kind, obligations, rows: carriers };
    }),
  );
}

function placesIn(text: SourceText, row: Requirement) {
  return (row.places ?? []).filter((place) => place.document === text.document);
}

/** Of several obligations is a MUST that is there, and of two at least. */
function severalProblems(file: string, { heading, several = {}, ...entry }: SourceHeading): string[] {
  const musts = [...(entry.must ?? []), ...(entry.read_as_must ?? [])];
  return Object.entries(several)
    .filter(([ordinal, count]) => !musts.includes(Number(ordinal)) || !Number.isInteger(count) || count < 2)
    .map(([ordinal]) => `${file}: ${heading}: several names ${ordinal}, which is no MUST of two or more`);
}

function countProblems({ file, headings }: SourceText): string[] {
  return headings.flatMap((entry) => {
    const listed = KINDS.flatMap((kind) => entry[kind] ?? []).sort((a, b) => a - b);
    const isPartition =
      listed.length === entry.statements && listed.every((ordinal, index) => ordinal === index + 1);
    const counts = isPartition
      ? []
      : [`${file}: ${entry.heading}: the lists are not 1 to ${entry.statements}`];
    return [...counts, ...severalProblems(file, entry)];
  });
}

/** Places that the text does not have, whichever of its files they would stand in. */
function strayPlaces(text: SourceText, texts: readonly SourceText[], rows: readonly Requirement[]): string[] {
  const parts = texts.filter(({ document }) => document === text.document);
  if (parts[0] !== text) return [];
  const counts = new Map(
    parts.flatMap(({ headings }) => headings).map(({ heading, statements }) => [heading, statements]),
  );
  return rows.flatMap((row) =>
    placesIn(text, row).flatMap(({ commit, heading, ordinal }) => {
      if (commit !== text.commit)
        return [`${row.id}: cites ${text.document} at ${commit}, not ${text.commit}`];
      const isThere = ordinal <= (counts.get(heading) ?? 0);
      return isThere ? [] : [`${row.id}: ${text.file} has no statement ${ordinal} under ${heading}`];
    }),
  );
}

function gaps(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ heading, ordinal, kind, rows }) => {
    if (kind === 'may' || kind === 'plain') return [];
    if (rows.length === 0) return [`${heading}, ${ordinal} (${kind}): no row carries it`];
    const isRead = kind !== 'read_as_must' || rows.every((row) => row.reading !== undefined);
    return isRead ? [] : [`${heading}, ${ordinal}: ${rows.map(({ id }) => id).join(', ')} without a reading`];
  });
}

/** A row is as strong as the strongest of its places, and something can be seen of it. */
function rowProblems(text: SourceText, statements: readonly Statement[]): string[] {
  const found = new Map<Requirement, Strength>();
  for (const { kind, rows } of statements) {
    for (const row of rows) {
      const former = STRENGTHS.indexOf(found.get(row) ?? 'MAY');
      const strength = STRENGTHS[Math.max(former, STRENGTHS.indexOf(STRENGTH_OF[kind]))];
      if (strength !== undefined) found.set(row, strength);
    }
  }
  return [...found].flatMap(([row, strength]) => {
    const isElsewhere = row.places?.some(({ document }) => document !== text.document) ?? false;
    const isWrong = !isElsewhere && row.strength !== strength;
    const problems = isWrong ? [`${row.id}: is ${row.strength}, its places are ${strength}`] : [];
    return observableOf(row) === undefined ? [...problems, `${row.id}: no observable`] : problems;
  });
}

/** What shows whether a row is met: its own words, a code, a rule of a schema, or the rows that together are this one. */
export function observableOf(row: Requirement): string | undefined {
  if (row.testable !== true) return `not testable: ${row.testable.excluded}`;
  if (row.observable !== undefined) return row.observable;
  if (row.codes !== undefined) return row.codes.map((code) => `\`${code}\``).join(' ');
  if (row.schema !== undefined) return `schema \`${row.schema}\``;
  return row.met_by === undefined ? undefined : `as ${row.met_by.join(', ')}`;
}

/** Everything that is wrong between the texts and the rows, one line each. */
export function sourceProblems(texts: readonly SourceText[], rows: readonly Requirement[]): string[] {
  return texts.flatMap((text) => {
    const statements = statementsOf(text, rows);
    return [
      ...countProblems(text),
      ...strayPlaces(text, texts, rows),
      ...gaps(statements),
      ...rowProblems(text, statements),
    ];
  });
}
