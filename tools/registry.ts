/**
 * The gate that keeps text, code and tests of one requirement together (spec/requirements.yaml).
 *
 * `node tools/registry.ts --check` fails with one line for each problem. Without `--check` it rewrites what is
 * generated (table of codes, coverage) and strikes out debts that have been paid; it never writes a debt down.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codes } from '../src/protocol/errors/index.ts';
import { coverageChapter, hasCodesMarkers, withCodesTable } from './registry/generated.ts';
import { type Corpus, citedIds, presence, readCorpus } from './registry/places.ts';
import { loadProofs, type Proofs, proofProblems, proofsOf } from './registry/proofs.ts';
import {
  DEBTS,
  type Debt,
  isTestableMust,
  loadRequirements,
  type Requirement,
} from './registry/requirements.ts';
import { loadSourceTexts, sourceProblems } from './registry/source.ts';
import { statementsChapter } from './registry/statements.ts';
import { checkOption } from './script-options.ts';

const ERRORS_CHAPTER = 'spec/09-errors.md';
const COVERAGE_CHAPTER = 'spec/coverage.md';
const STATEMENTS_CHAPTER = 'spec/statements.md';
const REGISTRY = 'spec/requirements.yaml';

function citationProblems(rows: readonly Requirement[], corpus: Corpus): string[] {
  const known = new Set(rows.map((row) => row.id));
  const components = new Set(rows.map((row) => row.component));
  const uncited = rows
    .filter((row) => !corpus.clauses.some((file) => file.text.includes(`[${row.id}]`)))
    .map((row) => `${row.id}: no clause in spec cites it`);
  const unknown = corpus.citing.flatMap((file) =>
    [...new Set(citedIds(file.text, components))]
      .filter((id) => !known.has(id))
      .map((id) => `${file.path}: cites ${id}, which has no row`),
  );
  return [...uncited, ...unknown];
}

/** Both directions: each code is in the row of its requirement, and each row's codes are in the table. */
function codeProblems(rows: readonly Requirement[]): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const missing = Object.entries(codes)
    .filter(([code, entry]) => !byId.get(entry.requirement)?.codes?.includes(code))
    .map(([code, entry]) => `${entry.requirement}: the row does not list the code ${code}`);
  const table: Readonly<Record<string, { readonly requirement: string }>> = codes;
  const foreign = rows.flatMap((row) =>
    (row.codes ?? [])
      .filter((code) => table[code]?.requirement !== row.id)
      .map(
        (code) =>
          `${row.id}: lists the code ${code}, which the table gives to ${table[code]?.requirement ?? 'no requirement'}`,
      ),
  );
  return [...missing, ...foreign];
}

function resolves(root: string, reference: string): boolean {
  const [file = '', pointer = ''] = reference.split('#');
  const path = join(root, 'schemas', file);
  if (!existsSync(path)) return false;
  let value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  for (const step of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown> | undefined)?.[step];
  }
  return value !== undefined;
}

function schemaProblems(root: string, rows: readonly Requirement[]): string[] {
  return rows.flatMap(({ id, schema }) =>
    schema === undefined || resolves(root, schema) ? [] : [`${id}: schema ${schema} does not exist`],
  );
}

/** Code and tests are told by what cites the requirement; cases and mutants by what the suite has and has noticed. */
function presentOf(row: Requirement, rows: readonly Requirement[], corpus: Corpus, proofs: Proofs) {
  const { code, test } = presence(corpus, row, rows);
  const has = (found: Proofs['cases']): boolean => proofsOf(found, row).length > 0;
  return { code, test, case: has(proofs.cases), mutant: has(proofs.mutants) };
}

/** Debts that have been paid, by row: what `owes` names and the tree has. */
function paidDebts(
  rows: readonly Requirement[],
  corpus: Corpus,
  proofs: Proofs,
): Map<string, readonly Debt[]> {
  const paid = new Map<string, readonly Debt[]>();
  for (const row of rows) {
    const present = presentOf(row, rows, corpus, proofs);
    const debts = (row.owes ?? []).filter((debt) => present[debt]);
    if (debts.length > 0) paid.set(row.id, debts);
  }
  return paid;
}

function placeProblems(rows: readonly Requirement[], corpus: Corpus, proofs: Proofs): string[] {
  const paid = [...paidDebts(rows, corpus, proofs)].map(
    ([id, debts]) => `${id}: owes ${debts.join(', ')}, which is there; run tools/registry.ts`,
  );
  const missing = rows.filter(isTestableMust).flatMap((row) => {
    const present = presentOf(row, rows, corpus, proofs);
    const lacking = DEBTS.filter((debt) => !present[debt] && !row.owes?.includes(debt));
    return lacking.length > 0 ? [`${row.id}: no ${lacking.join(', no ')}, and the row does not owe it`] : [];
  });
  return [...paid, ...missing];
}

function generatedProblems(
  root: string,
  rows: readonly Requirement[],
  corpus: Corpus,
  proofs: Proofs,
): string[] {
  const chapter = readFileSync(join(root, ERRORS_CHAPTER), 'utf8');
  const problems: string[] = [];
  if (!hasCodesMarkers(chapter))
    problems.push(`${ERRORS_CHAPTER}: the markers of the table of codes are gone`);
  if (withCodesTable(chapter) !== chapter)
    problems.push(`${ERRORS_CHAPTER}: out of date; run tools/registry.ts`);
  for (const [path, text] of generatedChapters(root, rows, corpus, proofs)) {
    const current = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    if (current !== text) problems.push(`${path}: out of date; run tools/registry.ts`);
  }
  return problems;
}

/** The chapters that are generated as a whole, by path. */
function generatedChapters(
  root: string,
  rows: readonly Requirement[],
  corpus: Corpus,
  proofs: Proofs,
): [string, string][] {
  return [
    [COVERAGE_CHAPTER, coverageChapter(rows, corpus, proofs)],
    [STATEMENTS_CHAPTER, statementsChapter(loadSourceTexts(root), rows)],
  ];
}

/** Rewrites the `owes` lines of rows whose debts have been paid, and leaves every other byte alone. */
export function settle(registry: string, paid: ReadonlyMap<string, readonly Debt[]>): string {
  let current: readonly Debt[] = [];
  const lines = registry.split('\n').flatMap((line) => {
    const id = /^- id: (\S+)$/.exec(line)?.[1];
    if (id !== undefined) current = paid.get(id) ?? [];
    const owed = /^ {2}owes: \[(.*)\]$/.exec(line)?.[1];
    if (owed === undefined || current.length === 0) return [line];
    const left = owed.split(', ').filter((debt) => !current.some((settled) => settled === debt));
    return left.length > 0 ? [`  owes: [${left.join(', ')}]`] : [];
  });
  return lines.join('\n');
}

function summary(rows: readonly Requirement[]): string {
  const musts = rows.filter(isTestableMust);
  const owed = DEBTS.map((debt) => `${debt} ${musts.filter((row) => row.owes?.includes(debt)).length}`).join(
    ', ',
  );
  const excluded = rows.filter((row) => row.testable !== true).length;
  return `requirements: ${rows.length} rows, ${musts.length} testable MUSTs, ${excluded} excluded; owed: ${owed}`;
}

function write(root: string): void {
  const registry = readFileSync(join(root, REGISTRY), 'utf8');
  const corpus = readCorpus(root);
  const { rows } = loadRequirements(root);
  const proofs = loadProofs(root, rows);
  const settled = settle(registry, paidDebts(rows, corpus, proofs));
  if (settled !== registry) writeFileSync(join(root, REGISTRY), settled);
  const chapter = readFileSync(join(root, ERRORS_CHAPTER), 'utf8');
  writeFileSync(join(root, ERRORS_CHAPTER), withCodesTable(chapter));
  for (const [path, text] of generatedChapters(root, loadRequirements(root).rows, corpus, proofs)) {
    writeFileSync(join(root, path), text);
  }
}

/** Everything that is wrong with the registry under `root`, one line each. */
export function problemsOf(root: string): string[] {
  const { rows, problems } = loadRequirements(root);
  if (problems.length > 0) return problems;
  const corpus = readCorpus(root);
  const proofs = loadProofs(root, rows);
  return [
    ...citationProblems(rows, corpus),
    ...codeProblems(rows),
    ...schemaProblems(root, rows),
    ...placeProblems(rows, corpus, proofs),
    ...proofProblems(proofs),
    ...sourceProblems(loadSourceTexts(root), rows),
    ...generatedProblems(root, rows, corpus, proofs),
  ];
}

function main(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const check = checkOption('tools/registry.ts');
  if (!check) write(root);
  const problems = check ? problemsOf(root) : loadRequirements(root).problems;
  for (const problem of problems) console.error(problem);
  console.log(summary(loadRequirements(root).rows));
  if (problems.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
