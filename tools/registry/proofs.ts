import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VectorFile } from '../../conformance/files.ts';
import { suites } from '../../conformance/roles/index.ts';
import type { Requirement } from './requirements.ts';

/** One thing that stands for a requirement in the suite, and the file to look it up in, from the root. */
export interface Proof {
  readonly name: string;
  readonly path: string;
}

/** Cases and killed mutants of each requirement, as the suite itself has them: no text is searched for ids here. */
export interface Proofs {
  readonly cases: ReadonlyMap<string, readonly Proof[]>;
  readonly mutants: ReadonlyMap<string, readonly Proof[]>;
  /** Cases that a page names and no suite has. */
  readonly unknownCases: readonly string[];
}

interface Kill {
  readonly check?: string;
  readonly rule?: string;
  readonly killed: boolean;
  readonly requirements: readonly string[];
}

const VECTORS = 'conformance/vectors';
const SELF = 'conformance/self';
const ROLE_ROW = /^\| (\S+) \| ([A-Z0-9-]+) \| (\S+) \|$/;

class Collector {
  readonly byId = new Map<string, Proof[]>();

  add(id: string, proof: Proof): void {
    const known = this.byId.get(id) ?? [];
    if (!known.some(({ name }) => name === proof.name)) this.byId.set(id, [...known, proof]);
  }
}

/** A vector is of its clause, of the clause of its code, of the duties that it leaves, and of the id its comment begins with. */
function addVectors(root: string, rows: readonly Requirement[], cases: Collector): void {
  const byCode = new Map(rows.flatMap(({ id, codes = [] }) => codes.map((code) => [code, id] as const)));
  for (const file of readdirSync(join(root, VECTORS))
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const path = `${VECTORS}/${file}`;
    const { groups = [] } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Partial<VectorFile>;
    for (const { id, requirement, comment, expected } of groups.flatMap(({ vectors }) => vectors)) {
      const of = [
        requirement,
        byCode.get(expected.code ?? ''),
        /^([A-Z0-9-]+-\d{2,3}): /.exec(comment)?.[1],
        ...(expected.obligations ?? []).map((duty) => duty.split(' ')[1]),
      ];
      for (const one of of) if (one !== undefined) cases.add(one, { name: id, path });
    }
  }
}

function addRoleCases(cases: Collector): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [role, suite] of Object.entries(suites)) {
    // The cases of a verifier are the vectors.
    if (role === 'verifier') continue;
    for (const { id, requirement } of suite.cases()) {
      ids.add(id);
      cases.add(requirement, { name: id, path: `conformance/roles/${role}` });
    }
  }
  return ids;
}

function lines(root: string, name: string): string[] {
  return readFileSync(join(root, SELF, name), 'utf8')
    .trim()
    .split('\n');
}

/** A rule that nobody missed is no mutant that was noticed. */
function addKills(root: string, record: string, page: string, mutants: Collector): void {
  for (const line of lines(root, record)) {
    const { check, rule, killed, requirements } = JSON.parse(line) as Kill;
    const proof = { name: check ?? rule ?? '', path: `${SELF}/${page}` };
    if (killed) for (const id of requirements) mutants.add(id, proof);
  }
}

/** Rows of ROLES.md: what was taken out of a running role, its clause, and the case that noticed. */
function roleRows(root: string): readonly { name: string; requirement: string; by: string }[] {
  return lines(root, 'ROLES.md').flatMap((line) => {
    const [, name, requirement, by] = ROLE_ROW.exec(line) ?? [];
    return name && requirement && by ? [{ name, requirement, by }] : [];
  });
}

export function loadProofs(root: string, rows: readonly Requirement[]): Proofs {
  const [cases, mutants] = [new Collector(), new Collector()];
  addVectors(root, rows, cases);
  const known = addRoleCases(cases);
  addKills(root, 'kills.jsonl', 'KILLS.md', mutants);
  addKills(root, 'schema-kills.jsonl', 'schema-kills.jsonl', mutants);
  const roles = roleRows(root);
  for (const { name, requirement, by } of roles)
    if (known.has(by)) mutants.add(requirement, { name, path: `${SELF}/ROLES.md` });
  return {
    cases: cases.byId,
    mutants: mutants.byId,
    unknownCases: roles.filter(({ by }) => !known.has(by)).map(({ name, by }) => `${name}: ${by}`),
  };
}

/** A requirement has what it names itself, or what all those that it is met by have. */
export function proofsOf(
  found: ReadonlyMap<string, readonly Proof[]>,
  { id, met_by: parts = [] }: Requirement,
): readonly Proof[] {
  const own = found.get(id) ?? [];
  const theirs = parts.map((part) => found.get(part) ?? []);
  return own.length > 0 || theirs.some((one) => one.length === 0) ? own : theirs.flat();
}

/** What a committed page shows and the suite does not have. */
export function proofProblems({ unknownCases }: Proofs): string[] {
  return unknownCases.map((line) => `ROLES.md names a case that no suite has: ${line}`);
}
