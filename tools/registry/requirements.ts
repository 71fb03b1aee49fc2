import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What a row may still lack. A debt is written down by hand and paid off by the tool. */
export const DEBTS = ['code', 'test', 'case', 'mutant'] as const;
export type Debt = (typeof DEBTS)[number];

/** Where a statement of ACT stands: `heading` is the path of headings, `ordinal` counts statements under it from 1. */
export interface Place {
  readonly document: string;
  readonly commit: string;
  readonly heading: string;
  readonly ordinal: number;
}

export type Strength = 'MUST' | 'SHOULD' | 'MAY';

/** One row of spec/requirements.yaml; the head of that file explains the members. */
export interface Requirement {
  readonly id: string;
  readonly component: string;
  readonly strength: Strength;
  readonly profile?: 'MUST';
  readonly origin: 'act-2.1' | 'profile';
  readonly places?: readonly Place[];
  readonly reading?: string;
  readonly roles: readonly string[];
  readonly text: string;
  readonly testable: true | { readonly excluded: string };
  readonly observable?: string;
  readonly codes?: readonly string[];
  readonly schema?: string;
  readonly met_by?: readonly string[];
  readonly owes?: readonly Debt[];
}

export const ID_PATTERN = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+-\d{2,3}$/;

const MEMBERS = new Set([
  'id',
  'component',
  'strength',
  'profile',
  'origin',
  'places',
  'reading',
  'roles',
  'text',
  'testable',
  'observable',
  'codes',
  'schema',
  'met_by',
  'owes',
]);
const ROLES = new Set([
  'agent',
  'issuer',
  'psp',
  'merchant',
  'trust',
  'subject',
  'credit-service',
  'credential-issuer',
  'verification-service',
  'relying-party',
  'platform-proxy',
]);

type Row = Readonly<Record<string, unknown>>;

/** Whether a row holds somebody to something a test can see: a MUST of ACT or of this profile. */
export function isTestableMust(row: Requirement): boolean {
  return row.testable === true && (row.strength === 'MUST' || row.profile === 'MUST');
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

function identityProblems(row: Row): string[] {
  const { id, component } = row;
  if (typeof id !== 'string' || !ID_PATTERN.test(id)) return [`malformed id ${JSON.stringify(id)}`];
  const unknown = Object.keys(row).filter((name) => !MEMBERS.has(name));
  const problems = unknown.map((name) => `unknown member "${name}"`);
  if (component !== id.replace(/-\d+$/, '')) problems.push('component is not the id without its number');
  return problems;
}

function wordingProblems(row: Row): string[] {
  const problems: string[] = [];
  if (!['MUST', 'SHOULD', 'MAY'].includes(String(row.strength)))
    problems.push('strength is not MUST, SHOULD or MAY');
  if (row.profile !== undefined && (row.profile !== 'MUST' || row.strength === 'MUST')) {
    problems.push('profile may only raise a SHOULD or MAY to MUST');
  }
  if (typeof row.text !== 'string' || !/^[A-Za-z_].*\.$/.test(row.text))
    problems.push('text is not one sentence');
  if (!isTextList(row.roles) || row.roles.some((role) => !ROLES.has(role)))
    problems.push('roles are missing or unknown');
  const { testable, observable } = row;
  if (observable !== undefined && (typeof observable !== 'string' || testable !== true)) {
    problems.push('observable is not a sentence, or stands at an excluded row');
  }
  const excluded = (testable as { excluded?: unknown } | null)?.excluded;
  if (testable !== true && (typeof excluded !== 'string' || excluded.length < 20)) {
    problems.push('testable is neither true nor excluded with a reason');
  }
  return problems;
}

function isPlace(value: unknown): boolean {
  const place = value as Partial<Place> | null;
  return (
    typeof place?.document === 'string' &&
    /^[0-9a-f]{40}$/.test(String(place.commit)) &&
    typeof place.heading === 'string' &&
    Number.isInteger(place.ordinal) &&
    Number(place.ordinal) >= 1
  );
}

function originProblems(row: Row): string[] {
  const ours = typeof row.id === 'string' && row.id.startsWith('OA-');
  if (row.origin === 'profile') {
    if (!ours) return ['a profile requirement has an id of its own (OA-…)'];
    return row.places === undefined ? [] : ['a profile requirement cites no place in ACT'];
  }
  if (row.origin !== 'act-2.1') return ['origin is neither act-2.1 nor profile'];
  if (ours) return ['OA-… is for requirements of the profile'];
  const places = Array.isArray(row.places) ? row.places : [];
  return places.length > 0 && places.every(isPlace) ? [] : ['places are missing or malformed'];
}

function debtProblems(row: Row): string[] {
  if (row.owes === undefined) return [];
  if (!isTextList(row.owes) || row.owes.some((debt) => !DEBTS.some((known) => known === debt))) {
    return [`owes is not a list of ${DEBTS.join(', ')}`];
  }
  return new Set(row.owes).size === row.owes.length ? [] : ['owes names a debt twice'];
}

function unknownParts(rows: readonly Row[]): string[] {
  const known = new Set(rows.map((row) => row.id));
  return rows.flatMap(({ id, met_by: parts = [] }) =>
    isTextList(parts) || (Array.isArray(parts) && parts.length === 0)
      ? parts
          .filter((part) => part === id || !known.has(part))
          .map((part) => `${String(id)}: met_by names ${part}`)
      : [`${String(id)}: met_by is not a list of ids`],
  );
}

/** The rows of a registry text, and one line for each thing that is wrong with them. */
export function readRequirements(text: string): { rows: Requirement[]; problems: string[] } {
  const parsed: unknown = parse(text);
  if (!Array.isArray(parsed)) return { rows: [], problems: ['requirements.yaml: not a list'] };
  const problems: string[] = [];
  const seen = new Set<unknown>();
  for (const row of parsed as Row[]) {
    const found = [
      ...identityProblems(row),
      ...wordingProblems(row),
      ...originProblems(row),
      ...debtProblems(row),
    ];
    if (seen.has(row.id)) found.push('duplicate id');
    seen.add(row.id);
    problems.push(...found.map((problem) => `requirements.yaml: ${String(row.id)}: ${problem}`));
  }
  problems.push(...unknownParts(parsed as Row[]).map((problem) => `requirements.yaml: ${problem}`));
  return { rows: parsed as Requirement[], problems };
}

/** Reads spec/requirements.yaml under `root`. */
export function loadRequirements(root: string): { rows: Requirement[]; problems: string[] } {
  return readRequirements(readFileSync(join(root, 'spec/requirements.yaml'), 'utf8'));
}
