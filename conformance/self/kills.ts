import { allVectors, type Placed, type Question, questionOf } from '../files.ts';
import type { Outcome } from '../subject.ts';
import {
  type Mutation,
  makeSwitchable,
  pathRules,
  switchableCheck,
  switchableFunction,
  takeOut,
} from './mutations.ts';
import { NO_MEMORY } from './protocol-mutations.ts';
import { checkFiles } from './remove-check.ts';
import { makeRolesSwitchable } from './role-mutations.ts';
import { vectorMutations } from './vector-mutations.ts';

/** One part of src that is taken out, and the vectors that have to notice. */
export interface Mutant extends Pick<Mutation, 'name'> {
  /** undefined: a part that serves several clauses. */
  readonly requirement: string | undefined;
  /** Has to be noticed by a vector that is refused: a duty that is gone is not enough. */
  readonly refuses: boolean;
  /** Whether a vector is about it. */
  asks(placed: Placed): boolean;
}

/** What became of one mutant. */
export interface Kill {
  readonly check: string;
  /** The clause of the check, or the clauses that the noticing vectors name. */
  readonly requirements: readonly string[];
  readonly asked: number;
  readonly killed: boolean;
  /** Ids of vectors that are accepted without the check, and were refused with it. */
  readonly through: readonly string[];
  /** Ids of vectors that are still refused, but otherwise, or whose duties are fewer. */
  readonly otherwise: readonly string[];
}

export interface KillTable {
  readonly checks: number;
  readonly paths: number;
  readonly mutants: number;
  readonly killed: number;
  /** Mutants that no vector notices. */
  readonly survivors: readonly string[];
  readonly kills: readonly Kill[];
}

interface Subject {
  readonly judge: (question: Question) => Promise<Outcome>;
  readonly forget: () => void;
}

const isRefused = ({ vector }: Placed): boolean => vector.expected.verdict === 'refused';

function namesClause(requirement: string, { vector }: Placed): boolean {
  const duties = vector.expected.obligations ?? [];
  return vector.requirement === requirement || duties.some((duty) => duty.endsWith(` ${requirement}`));
}

/** A path is one check of the verifier, and its refusals carry the rule that was broken. */
function checkMutants(): (Mutant & Mutation)[] {
  return checkFiles().map(({ name, url, requirement, refuses }) => ({
    name,
    url,
    requirement,
    refuses,
    appendix: switchableCheck(name),
    asks: (placed) =>
      requirement === 'OA-PKI-03'
        ? placed.vector.requirement.startsWith('OA-PKI-')
        : namesClause(requirement, placed),
  }));
}

/** The rules behind that one check, by the codes that they throw. */
function pathMutants(): (Mutant & Mutation)[] {
  return pathRules().map(({ name, url, exported, codes }) => ({
    name,
    url,
    requirement: undefined,
    refuses: true,
    appendix: switchableFunction(name, exported),
    asks: ({ vector }) => codes.includes(vector.expected.code ?? ''),
  }));
}

const svf = (number: string): string => `TSD-ATT-SVF-${number}`;

/** Rules that keep a value right, such as the conclusion about a record, and refuse nothing. */
const KEEPS: ReadonlySet<string> = new Set([
  'OA-DIG-02',
  'OA-MNY-04',
  'OA-MNY-05',
  'OA-MND-20',
  'OA-TRL-11',
  'OA-TRL-12',
  'OA-REC-06',
  ...['01', '02', '03', '04', '05', '13'].map((number) => `OA-DSP-${number}`),
  ...['03', '05', '07', '09'].map((number) => `TSD-ATT-DSP-${number}`),
  'TSD-ATT-OCA-06',
  'TSD-ATT-SVF-21',
  'TSD-ATT-OCA-26',
  ...['06', '21', '26', '34', '36', '37', '38'].map((number) => `TSD-ATT-OFF-${number}`),
  ...['02', '03', '04', '05', '08', '11', '12', '13', '14', '15', '16', '17', '18', '19'].map(svf),
  ...['20', '22', '24', '25', '27'].map(svf),
]);

/** Rules of the floor, by the vectors of their clause, or those whose comment begins with it. */
function protocolMutants(): Mutant[] {
  const byName = new Map(vectorMutations.map((one) => [one.name, one]));
  return [...byName.values()].map(({ name, requirement }) => ({
    name,
    requirement,
    refuses: !KEEPS.has(requirement),
    asks: ({ vector }) => vector.requirement === requirement || vector.comment.startsWith(`${requirement}: `),
  }));
}

async function judged(subject: Subject, { group, vector }: Placed): Promise<Outcome> {
  try {
    return await subject.judge(questionOf(group, vector));
  } catch (error) {
    // Without its rule the code behind it may break: that is noticed, and is no acceptance.
    return { verdict: 'refused', code: `broke: ${String(error)}` } as Outcome;
  }
}

async function outcomes(subject: Subject, placed: readonly Placed[]): Promise<Outcome[]> {
  // What was found good without a check must not be remembered with it.
  subject.forget();
  const found: Outcome[] = [];
  for (const one of placed) found.push(await judged(subject, one));
  return found;
}

function clausesOf(placed: readonly Placed[]): string[] {
  return [...new Set(placed.map(({ vector }) => vector.requirement))].sort();
}

async function killOf(subject: Subject, mutant: Mutant, vectors: readonly Placed[]): Promise<Kill> {
  const asked = vectors.filter((placed) => mutant.asks(placed));
  takeOut(undefined);
  const whole = await outcomes(subject, asked);
  takeOut(mutant.name);
  const without = await outcomes(subject, asked);
  takeOut(undefined);
  const noticed = asked.filter((_, index) => JSON.stringify(whole[index]) !== JSON.stringify(without[index]));
  const accepted = new Set(asked.filter((_, index) => without[index]?.verdict === 'accepted'));
  const through = noticed.filter((placed) => isRefused(placed) && accepted.has(placed));
  const ids = (placed: readonly Placed[]) => placed.map(({ vector }) => vector.id);
  return {
    check: mutant.name,
    requirements: mutant.requirement === undefined ? clausesOf(noticed) : [mutant.requirement],
    asked: asked.length,
    killed: mutant.refuses ? noticed.some(isRefused) : noticed.length > 0,
    through: ids(through),
    otherwise: ids(noticed.filter((placed) => !through.includes(placed))),
  };
}

/**
 * Takes out one check of the verifier after the other, then one rule of certificate paths and of the floor, and asks
 * the vectors that are about it. Loads src itself, behind the hook: import nothing of it before.
 */
export async function killTable(): Promise<KillTable> {
  const checks = checkMutants();
  const paths = pathMutants();
  // A rule of paths that stands in the header too is one mutant.
  const known = new Set(paths.map(({ name }) => name));
  const floor = protocolMutants().filter(({ name }) => !known.has(name));
  const mutants: Mutant[] = [...checks, ...paths, ...floor];
  makeSwitchable([...checks, ...paths]);
  makeRolesSwitchable([...vectorMutations, ...NO_MEMORY]);
  const subject: Subject = await import('../subject.ts');
  const vectors = allVectors();
  const kills: Kill[] = [];
  for (const mutant of mutants) kills.push(await killOf(subject, mutant, vectors));
  const survivors = kills.filter(({ killed }) => !killed).map(({ check }) => check);
  return {
    checks: checks.length,
    paths: paths.length,
    mutants: mutants.length,
    killed: kills.length - survivors.length,
    survivors,
    kills,
  };
}
