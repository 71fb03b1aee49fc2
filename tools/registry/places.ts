import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Debt, ID_PATTERN, type Requirement } from './requirements.ts';

/** A text file of the repository, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What the gate looks through, sorted by what an occurrence there proves. */
export interface Corpus {
  /** Chapters of the spec, without what the tool generates. */
  readonly clauses: readonly SourceFile[];
  /** Code that enforces: src without tests, tables of codes and generated files. */
  readonly code: readonly SourceFile[];
  /** Tests, vectors and cases, without the tests of the spec itself. */
  readonly tests: readonly SourceFile[];
  readonly cases: readonly SourceFile[];
  readonly mutants: readonly SourceFile[];
  /** Every file in which a cited id must have a row. */
  readonly citing: readonly SourceFile[];
}

const TEXT = /\.(?:ts|json|jsonl|md|html|yaml)$/;
const IS_CASE = /^conformance\/(?:(?:cases|vectors)\/|roles\/\w+\/cases)/;
const IS_TEST = /\.test\.ts$|\/testing\/|^test\//;

function filesUnder(root: string, folder: string): SourceFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => ({
      path: path
        .slice(root.length)
        .replace(/^[/\\]/, '')
        .replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads what the gate looks through under `root`. */
export function readCorpus(root: string): Corpus {
  const spec = filesUnder(root, 'spec').filter((file) => file.path.endsWith('.md'));
  const src = filesUnder(root, 'src');
  const conformance = filesUnder(root, 'conformance');
  const test = filesUnder(root, 'test').filter((file) => !file.path.startsWith('test/spec/'));
  const demo = filesUnder(root, 'demo');
  const isMutant = (file: SourceFile) => /mutant|^conformance\/self\//.test(file.path);
  const proofs = [
    ...src.filter((file) => IS_TEST.test(file.path)),
    ...test,
    ...conformance.filter((file) => IS_TEST.test(file.path) || IS_CASE.test(file.path) || isMutant(file)),
  ];
  return {
    clauses: spec.filter(({ path }) => path !== 'spec/coverage.md' && path !== 'spec/statements.md'),
    code: src.filter(
      (file) => !/\/(?:errors|generated|testing)\//.test(file.path) && !IS_TEST.test(file.path),
    ),
    tests: proofs.filter((file) => !isMutant(file)),
    cases: conformance.filter((file) => IS_CASE.test(file.path)),
    mutants: proofs.filter(isMutant),
    citing: [
      ...spec,
      ...src.filter((file) => !file.path.includes('/generated/')),
      ...conformance,
      ...test,
      ...demo,
    ],
  };
}

/** Every id that a text cites: in brackets, in quotes, or in prose. */
export function citedIds(text: string, components: ReadonlySet<string>): string[] {
  const found = text.match(/\b[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+-\d{2,3}\b/g) ?? [];
  return found.filter((id) => ID_PATTERN.test(id) && components.has(id.replace(/-\d+$/, '')));
}

function cites(file: SourceFile, id: string): boolean {
  return new RegExp(`(?<![A-Z0-9-])${id}(?![0-9])`).test(file.text);
}

function quotes(file: SourceFile, code: string): boolean {
  return file.text.includes(`'${code}'`) || file.text.includes(`"${code}"`);
}

/**
 * Files in which a requirement is at work: those that cite its id, or its codes. A refusal carries the requirement of
 * its code, so code that throws the code, and a test that asserts it, stand for the id.
 */
export function occurrences(files: readonly SourceFile[], row: Requirement): SourceFile[] {
  const codes = row.codes ?? [];
  return files.filter((file) => cites(file, row.id) || codes.some((code) => quotes(file, code)));
}

/** As `occurrences`, but a row with several codes needs every one of them in some file, unless its id is cited. */
function isCovered(files: readonly SourceFile[], row: Requirement): boolean {
  if (files.some((file) => cites(file, row.id))) return true;
  const codes = row.codes ?? [];
  return codes.length > 0 && codes.every((code) => files.some((file) => quotes(file, code)));
}

/** Whether each of the four places besides the clause has the requirement itself. */
function ownPresence(corpus: Corpus, row: Requirement): Record<Debt, boolean> {
  return {
    code: row.schema !== undefined || isCovered(corpus.code, row),
    test: isCovered(corpus.tests, row),
    case: isCovered(corpus.cases, row),
    // Quoted, because prose about mutants kills nothing.
    mutant: corpus.mutants.some((file) => quotes(file, row.id)),
  };
}

/**
 * Whether each of the four places besides the clause has the requirement, or all the requirements that it is met by:
 * ACT says some things twice, and some statements are the sum of others.
 */
export function presence(
  corpus: Corpus,
  row: Requirement,
  rows: readonly Requirement[],
): Record<Debt, boolean> {
  const own = ownPresence(corpus, row);
  const parts = rows.filter(({ id }) => row.met_by?.includes(id)).map((part) => ownPresence(corpus, part));
  if (parts.length === 0) return own;
  const has = (debt: Debt) => own[debt] || parts.every((part) => part[debt]);
  return { code: has('code'), test: has('test'), case: has('case'), mutant: has('mutant') };
}
