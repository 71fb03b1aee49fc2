import { allVectors, type Placed } from '../files.ts';
import type { Outcome, Question, Vector } from '../subject.ts';
import { type CheckFile, checkFiles, switchableChecks, takeOut } from './remove-check.ts';

/** What became of one check that was taken out. */
export interface Kill {
  readonly check: string;
  readonly requirement: string;
  /** Vectors that name the check's clause, or a clause that it hands through. */
  readonly asked: number;
  /** Ids of vectors that are judged otherwise without the check. */
  readonly killedBy: readonly string[];
}

export interface KillTable {
  readonly checks: number;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
  readonly kills: readonly Kill[];
}

type Subject = {
  readonly judge: (question: Question) => Promise<Outcome>;
  readonly questionOf: (group: Placed['group'], vector: Vector) => Question;
};

/** A path is one check, and its refusals carry the rule of RFC 5280. */
function namesClause({ requirement }: CheckFile, { vector }: Placed): boolean {
  if (requirement === 'OA-PKI-03') return vector.requirement.startsWith('OA-PKI-');
  const duties = vector.expected.obligations ?? [];
  return vector.requirement === requirement || duties.some((duty) => duty.endsWith(` ${requirement}`));
}

/** Whether a difference counts: a refusal that is another or none, or a duty that is gone. */
function isKilled(before: Outcome, after: Outcome): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

async function outcomes(subject: Subject, placed: readonly Placed[]): Promise<Map<string, Outcome>> {
  const found = new Map<string, Outcome>();
  for (const { group, vector } of placed) {
    found.set(vector.id, await subject.judge(subject.questionOf(group, vector)));
  }
  return found;
}

async function killOf(subject: Subject, check: CheckFile, vectors: readonly Placed[]): Promise<Kill> {
  const asked = vectors.filter((placed) => namesClause(check, placed));
  takeOut(undefined);
  const whole = await outcomes(subject, asked);
  takeOut(check.name);
  const mutant = await outcomes(subject, asked);
  takeOut(undefined);
  const killedBy = [...whole].filter(([id, before]) => isKilled(before, mutant.get(id) ?? before));
  return {
    check: check.name,
    requirement: check.requirement,
    asked: asked.length,
    killedBy: killedBy.map(([id]) => id),
  };
}

/**
 * Takes one check out after the other and asks the vectors that name its clause. Loads src/verifier itself, behind
 * the hook: import nothing of it before.
 */
export async function killTable(): Promise<KillTable> {
  switchableChecks();
  const subject: Subject = await import('../subject.ts');
  const vectors = allVectors();
  const kills: Kill[] = [];
  for (const check of checkFiles()) kills.push(await killOf(subject, check, vectors));
  const survivors = kills.filter(({ killedBy }) => killedBy.length === 0).map(({ check }) => check);
  return {
    checks: kills.length,
    mutants: kills.length,
    killed: kills.length - survivors.length,
    survivors,
    kills,
  };
}
