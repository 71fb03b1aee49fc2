import { ActError, type Code, type Evidence } from '../protocol/errors/index.ts';

/** Why a check refused. The requirement is the check's own. */
export interface Refusal {
  readonly code: Code;
  readonly evidence?: Evidence;
}

/** What the caller must still do, because only somebody with a store or a live connection can. */
export interface Obligation {
  readonly obligation: 'replay' | 'status' | 'budget' | 'times' | 'tool' | 'balance' | 'trust_list_rollback' | 'payment_time';
  readonly requirement: string;
  readonly detail: string;
}

export type CheckResult = undefined | Refusal | Obligation;

/**
 * One clause. `run` judges facts that were parsed before; it has no I/O and no memory.
 * undefined = the clause holds.
 */
export interface Check<Facts> {
  readonly requirement: string;
  readonly name: string;
  run(facts: Facts): CheckResult | Promise<CheckResult>;
}

export interface CheckLine {
  readonly check: string;
  readonly requirement: string;
  readonly outcome: 'pass' | 'refused' | 'obligation' | 'not_reached';
  readonly code?: Code;
  readonly evidence?: Evidence;
}

/** The answer of every verify function. `accepted` still leaves the obligations to the caller. */
export interface Judgement {
  readonly verdict: 'accepted' | 'refused';
  readonly lines: readonly CheckLine[];
  readonly obligations: readonly Obligation[];
  readonly refusal?: { readonly code: Code; readonly requirement: string; readonly evidence: Evidence };
}

function isRefusal(result: Refusal | Obligation): result is Refusal {
  return 'code' in result;
}

/** Runs the checks in order and stops at the first refusal: the order decides which code comes back. */
export async function judge<Facts>(checks: readonly Check<Facts>[], facts: Facts): Promise<Judgement> {
  const lines: CheckLine[] = [];
  const obligations: Obligation[] = [];
  let refusal: Judgement['refusal'];
  for (const check of checks) {
    const base = { check: check.name, requirement: check.requirement };
    if (refusal) {
      lines.push({ ...base, outcome: 'not_reached' });
      continue;
    }
    const result = await outcomeOf(check, facts);
    if (result === undefined) {
      lines.push({ ...base, outcome: 'pass' });
    } else if (isRefusal(result)) {
      const evidence = result.evidence ?? {};
      refusal = { code: result.code, requirement: check.requirement, evidence };
      lines.push({ ...base, outcome: 'refused', code: result.code, evidence });
    } else {
      obligations.push(result);
      lines.push({ ...base, outcome: 'obligation' });
    }
  }
  return refusal
    ? { verdict: 'refused', lines, obligations, refusal }
    : { verdict: 'accepted', lines, obligations };
}

/** A check may throw a coded refusal of the floor (a malformed certificate, an amount); it refuses the same way. */
async function outcomeOf<Facts>(check: Check<Facts>, facts: Facts): Promise<CheckResult> {
  try {
    return await check.run(facts);
  } catch (error) {
    if (error instanceof ActError) return { code: error.code, evidence: error.evidence };
    throw error;
  }
}

/** Throws the refusal of a judgement as a coded error, for callers that answer with one. */
export function assertAccepted(judgement: Judgement): void {
  const { refusal } = judgement;
  if (refusal) throw new ActError(refusal.code, refusal.evidence, refusal.requirement);
}
