import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Case, SubjectFault, type Suite, Unreachable } from '../run/case.ts';
import { readSubjectFile } from '../run/subject-file.ts';
import {
  type Mutation,
  makeSwitchable,
  pathRules,
  switchableCheck,
  switchableFunction,
  takeOut,
} from './mutations.ts';
import type { RunningSubject } from './reference/deployment.ts';
import { type CheckFile, checkFiles } from './remove-check.ts';
import { makeRolesSwitchable, type RoleMutation, standing } from './role-mutations.ts';

export interface RoleKill {
  readonly mutant: string;
  readonly requirement: string;
  /** The id of the case that turned red; empty where none did. */
  readonly by: readonly string[];
}

export interface RoleTable {
  readonly role: string;
  readonly cases: number;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
  /** Cases that fail while nothing is out: they say nothing about the mutant, and the proof does not hold. */
  readonly faults: readonly string[];
  readonly kills: readonly RoleKill[];
}

/** By role, mutant and clause: the case that has noticed before, which is asked first. */
export type Noticed = (role: string, mutant: string, requirement: string) => string | undefined;

/** Hears how far the proof of a role is. */
export type Tell = (role: string, done: number, mutants: number) => void;

/** What of a reference role is taken out, and how it is started and asked. */
export interface RoleProof<S> {
  readonly role: string;
  readonly suite: Suite<S>;
  /** Which checks of the verifier the role runs, by name. */
  readonly verifierChecks: RegExp;
  /** A folder of checks of the role's own. */
  readonly ownChecks?: string;
  /** Checks and rules of paths that are held elsewhere too: they are parts of mutants in `mutations`. */
  readonly heldTwice?: RegExp;
  readonly mutations: readonly RoleMutation[];
  /** Mutants of what tells how the books stand: they come before any other that leaves the books wrong for good. */
  readonly first?: RegExp;
  /** Loads the role: called only behind the hooks. */
  start(): Promise<RunningSubject>;
  /** Forgets what a case before has left with the suite. */
  forget(subject: S): void | Promise<void>;
}

interface Named extends Mutation {
  readonly requirement: string;
}

const registry: readonly { readonly id: string; readonly codes?: readonly string[] }[] = parse(
  readFileSync(new URL('../../spec/requirements.yaml', import.meta.url), 'utf8'),
);

/** Rules that share the clause of the whole path are told apart by the vectors. */
const WHOLE_PATH = 'OA-PKI-03';

const checkMutant =
  (prefix: string) =>
  ({ name, url, requirement }: CheckFile): Named => ({
    name: `${prefix}${name}`,
    url,
    requirement,
    appendix: switchableCheck(`${prefix}${name}`),
  });

/** A check, or a rule of paths, is a mutant of a role that has a negative case for its requirement. */
function checkMutants<S>({ role, suite, verifierChecks, ownChecks, heldTwice }: RoleProof<S>): Named[] {
  const asked = new Set(
    suite
      .cases()
      .filter(({ kind }) => kind === 'negative')
      .map(({ requirement }) => requirement),
  );
  const checks = checkFiles()
    .filter(({ refuses, name }) => refuses && verifierChecks.test(name))
    .map(checkMutant(''));
  const own = (ownChecks === undefined ? [] : checkFiles(ownChecks))
    .filter(({ name }) => !heldTwice?.test(name))
    .map(checkMutant(`${role}/`));
  const paths = pathRules().map(({ name, url, exported, codes }) => ({
    name,
    url,
    requirement: registry.find((row) => row.codes?.some((code) => codes.includes(code)))?.id ?? '',
    appendix: switchableFunction(name, exported),
  }));
  const rules = paths.filter(({ name, requirement }) => requirement !== WHOLE_PATH && !heldTwice?.test(name));
  return [...checks, ...own, ...rules].filter(({ requirement }) => asked.has(requirement));
}

/** @returns whether the case turned red; @throws what is no fault of the subject */
async function isRed<S>(
  one: Case<S>,
  subject: S,
  forget: (subject: S) => void | Promise<void>,
): Promise<string | undefined> {
  try {
    await forget(subject);
    await one.run(subject, { exchange: () => undefined });
    return undefined;
  } catch (error) {
    if (error instanceof SubjectFault || error instanceof Unreachable) return error.message;
    throw error;
  }
}

/** What the cases have shown while nothing was out. */
interface Whole {
  readonly passed: Set<string>;
  readonly faults: string[];
}

/**
 * Runs the cases of a clause whole and without the rule until one notices; each of the others is run whole once at least.
 *
 * @param first the id of the case to begin with: of many cases of a clause one is about the rule, and the others are run in vain
 */
async function killOf<S>(
  { suite, forget }: RoleProof<S>,
  subject: S,
  { name, requirement }: Pick<RoleMutation, 'name' | 'requirement'>,
  first: string | undefined,
  whole: Whole,
): Promise<RoleKill> {
  const by: string[] = [];
  const asked = suite.cases().filter((known) => known.requirement === requirement);
  for (const one of asked.toSorted((left, right) => Number(right.id === first) - Number(left.id === first))) {
    if (by.length > 0 && whole.passed.has(one.id)) continue;
    takeOut(undefined);
    const fault = await isRed(one, subject, forget);
    if (fault !== undefined) {
      whole.faults.push(`${one.id} fails while nothing is out: ${fault}`);
      continue;
    }
    whole.passed.add(one.id);
    if (by.length > 0) continue;
    takeOut(name);
    if ((await isRed(one, subject, forget)) !== undefined) by.push(one.id);
  }
  takeOut(undefined);
  return { mutant: name, requirement, by };
}

async function tableOf<S>(
  proof: RoleProof<S>,
  checks: readonly Named[],
  prefix: string,
  noticed: Noticed,
  tell: Tell,
): Promise<RoleTable> {
  const { role, suite, mutations } = proof;
  const running = await proof.start();
  const { subject, close } = await suite.open(readSubjectFile(running.file).settings);
  const kills: RoleKill[] = [];
  const whole: Whole = { passed: new Set(), faults: [] };
  const isLater = ({ name }: { readonly name: string }): number =>
    Number(!(proof.first?.test(name) ?? false));
  const mutants = oncePerClause([...checks, ...mutations])
    .filter(({ name }) => name.startsWith(prefix))
    .toSorted((one, other) => isLater(one) - isLater(other));
  try {
    for (const mutant of mutants) {
      const first = noticed(role, mutant.name, mutant.requirement);
      kills.push(await killOf(proof, subject, mutant, first, whole));
      tell(role, kills.length, mutants.length);
    }
  } finally {
    takeOut(undefined);
    await close();
    await running.close();
  }
  const survivors = kills
    .filter(({ by }) => by.length === 0)
    .map(({ mutant, requirement }) => `${mutant} ${requirement}`);
  const killed = kills.length - survivors.length;
  const cases = suite.cases().length;
  return { role, cases, mutants: kills.length, killed, survivors, faults: [...new Set(whole.faults)], kills };
}

type MutantOf = Pick<RoleMutation, 'name' | 'requirement' | 'also'>;

/** Each mutant once for each clause that it is about, wherever its parts stand. */
function oncePerClause(mutants: readonly MutantOf[]): readonly Pick<RoleMutation, 'name' | 'requirement'>[] {
  const clauses = new Map<string, Pick<RoleMutation, 'name' | 'requirement'>>();
  for (const { name, requirement, also = [] } of mutants)
    for (const clause of [requirement, ...also])
      clauses.set(`${name} ${clause}`, { name, requirement: clause });
  return [...clauses.values()];
}

/** What would be taken out of a role, without running anything. */
export interface Plan {
  readonly role: string;
  readonly mutants: readonly { readonly name: string; readonly requirement: string }[];
  readonly cases: ReadonlyMap<string, string>;
}

/** Every rule that roles keep outside the verifier, once for each place. */
function placesOf(proofs: readonly RoleProof<never>[]): RoleMutation[] {
  const places = proofs.flatMap(({ mutations }) => mutations);
  return [...new Map(places.map((one) => [`${one.name} ${one.file} ${one.find}`, one])).values()];
}

/** @throws Error when src has a rule no longer where it would be taken out */
export function assertStanding(proofs: readonly RoleProof<never>[]): void {
  standing(placesOf(proofs));
}

export function planOf(proof: RoleProof<never>): Plan {
  const mutants = oncePerClause([...checkMutants(proof), ...proof.mutations]);
  return {
    role: proof.role,
    mutants: mutants.map(({ name, requirement }) => ({ name, requirement })),
    cases: new Map(proof.suite.cases().map(({ id, requirement }) => [id, requirement])),
  };
}

/**
 * One role after the other, in one process: every mutation listens before src is loaded.
 *
 * @param prefix of the names of the mutants that are put in; empty: all
 * @param noticed what is known of an earlier run
 */
export async function tablesOf(
  proofs: readonly RoleProof<never>[],
  prefix: string,
  noticed: Noticed,
  tell: Tell,
): Promise<RoleTable[]> {
  const checks = new Map(proofs.map((proof) => [proof.role, checkMutants(proof)]));
  makeSwitchable([...checks.values()].flat());
  // Roles share rules: each is put in once. One that stands in several places is taken out of all of them.
  makeRolesSwitchable(placesOf(proofs));
  const tables: RoleTable[] = [];
  for (const proof of proofs)
    tables.push(await tableOf(proof, checks.get(proof.role) ?? [], prefix, noticed, tell));
  return tables;
}
