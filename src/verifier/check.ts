import { ActError, type Code, type Evidence } from '../protocol/errors/index.ts';

/** Why a check refused. */
export interface Refusal {
  readonly code: Code;
  readonly evidence?: Evidence;
  /** A narrower clause than the check's own, where the floor named one (a rule of certificate paths). */
  readonly requirement?: string;
}

export type ObligationKind =
  | 'replay'
  | 'status'
  | 'budget'
  | 'times'
  | 'tool'
  | 'payee'
  | 'risk'
  | 'balance'
  | 'binding'
  | 'trust_list_rollback'
  | 'payment_time';

/** What the caller must still do, because only somebody with a store or a live connection can. */
export interface Obligation {
  readonly obligation: ObligationKind;
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

/** Refuses unless it holds, and waits only where the answer has to be waited for. */
export function refusedUnless(
  holds: boolean | Promise<boolean>,
  refusal: Refusal,
): CheckResult | Promise<CheckResult> {
  if (typeof holds !== 'boolean') return holds.then((answer) => refusedUnless(answer, refusal));
  return holds ? undefined : refusal;
}

export interface CheckLine {
  readonly check: string;
  readonly requirement: string;
  readonly outcome: 'pass' | 'refused' | 'obligation' | 'not_reached';
  readonly code?: Code;
  readonly evidence?: Evidence;
}

/** The clause that was broken and the code that says so. */
export interface RefusalSummary {
  readonly code: Code;
  readonly requirement: string;
  readonly evidence: Evidence;
}

/** The answer of every verify function. `accepted` still leaves the obligations to the caller. */
export interface Judgement {
  readonly verdict: 'accepted' | 'refused';
  readonly lines: readonly CheckLine[];
  readonly obligations: readonly Obligation[];
  readonly refusal?: RefusalSummary;
}

/** A judgement with the parsed values it was made over. */
export type Verified<Facts> = Accepted<Facts> | Refused<Facts>;

export interface Accepted<Facts> extends Judgement {
  readonly verdict: 'accepted';
  readonly facts: Facts;
}

/** `facts` is missing when the input could not even be read. They are not to be believed: they were refused. */
export interface Refused<Facts> extends Judgement {
  readonly verdict: 'refused';
  readonly refusal: RefusalSummary;
  readonly facts?: Facts;
}

/** Collects the lines of one judgement; the first refusal stops it. */
class Protocol {
  readonly lines: CheckLine[] = [];
  readonly obligations: Obligation[] = [];
  refusal: RefusalSummary | undefined;

  /** Whether the check is still to be run; if not, its line says so. */
  reaches(check: Check<never>): boolean {
    if (this.refusal === undefined) return true;
    this.lines.push({ check: check.name, requirement: check.requirement, outcome: 'not_reached' });
    return false;
  }

  note(check: Check<never>, result: CheckResult): void {
    const { name, requirement } = check;
    if (result === undefined) {
      this.lines.push({ check: name, requirement, outcome: 'pass' });
    } else if ('code' in result) {
      const { code, evidence = {} } = result;
      this.refusal = { code, requirement: result.requirement ?? requirement, evidence };
      this.lines.push({ check: name, requirement, outcome: 'refused', code, evidence });
    } else {
      this.obligations.push(result);
      this.lines.push({ check: name, requirement, outcome: 'obligation' });
    }
  }

  /** @throws TypeError when there was nothing to judge by: that no clause was broken would say nothing then */
  close(): Judgement {
    const { lines, obligations, refusal } = this;
    if (lines.length === 0) throw new TypeError('A judgement needs a check.');
    return refusal
      ? { verdict: 'refused', lines, obligations, refusal }
      : { verdict: 'accepted', lines, obligations };
  }
}

/** A check may throw a coded refusal of the floor; it refuses with the floor's code and clause. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ActError)) throw error;
  return { code: error.code, evidence: error.evidence, requirement: error.requirement };
}

/** Runs the checks in order and stops at the first refusal: the order decides which code comes back. */
export async function judge<Facts>(checks: readonly Check<Facts>[], facts: Facts): Promise<Judgement> {
  const protocol = new Protocol();
  for (const check of checks) {
    if (!protocol.reaches(check)) continue;
    const outcome = outcomeOf(check, facts);
    // Most clauses compute nothing asynchronous; waiting for each of them would cost more than they do.
    protocol.note(check, outcome instanceof Promise ? await outcome : outcome);
  }
  return protocol.close();
}

function outcomeOf<Facts>(check: Check<Facts>, facts: Facts): CheckResult | Promise<CheckResult> {
  try {
    const result = check.run(facts);
    return result instanceof Promise ? result.catch(refusalOf) : result;
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * As `judge`, for checks that compute nothing asynchronous. Inside a database transaction nothing else may be awaited.
 *
 * @throws TypeError when a check of the list is asynchronous
 */
export function judgeNow<Facts>(checks: readonly Check<Facts>[], facts: Facts): Judgement {
  const protocol = new Protocol();
  for (const check of checks) {
    if (protocol.reaches(check)) protocol.note(check, outcomeNow(check, facts));
  }
  return protocol.close();
}

/**
 * What is judged where the money moves leaves nothing open: there is nobody left who would do it.
 *
 * @throws TypeError when something was not looked up
 */
export function whole(judgement: Judgement): Judgement {
  const [open] = judgement.obligations;
  if (open === undefined || judgement.verdict === 'refused') return judgement;
  throw new TypeError(`In the transaction ${open.obligation} has to be looked up (${open.requirement}).`);
}

function outcomeNow<Facts>(check: Check<Facts>, facts: Facts): CheckResult {
  let result: CheckResult | Promise<CheckResult>;
  try {
    result = check.run(facts);
  } catch (error) {
    return refusalOf(error);
  }
  if (result instanceof Promise) throw new TypeError(`${check.name} is asynchronous`);
  return result;
}

/**
 * Reads the input with `prepare`, then judges it. What cannot be read is refused with the code of the floor. Any other
 * exception is a fault of the program and is thrown on: it never becomes an acceptance.
 */
export async function verify<Facts>(
  checks: readonly Check<Facts>[],
  prepare: () => Promise<Facts>,
): Promise<Verified<Facts>> {
  let facts: Facts;
  try {
    facts = await prepare();
  } catch (error) {
    return unreadable(checks, refusalOf(error));
  }
  const { lines, obligations, refusal } = await judge(checks, facts);
  return refusal
    ? { verdict: 'refused', lines, obligations, refusal, facts }
    : { verdict: 'accepted', lines, obligations, facts };
}

function unreadable<Facts>(checks: readonly Check<Facts>[], refused: Refusal): Refused<Facts> {
  const { code, evidence = {}, requirement = '' } = refused;
  const lines: CheckLine[] = [{ check: 'readable', requirement, outcome: 'refused', code, evidence }];
  for (const check of checks) {
    lines.push({ check: check.name, requirement: check.requirement, outcome: 'not_reached' });
  }
  return { verdict: 'refused', lines, obligations: [], refusal: { code, requirement, evidence } };
}

/** The same checks over a part of larger facts. The check is asked when it is run, so it stays replaceable. */
export function within<Outer, Inner>(
  part: string,
  select: (facts: Outer) => Inner,
  checks: readonly Check<Inner>[],
): readonly Check<Outer>[] {
  return checks.map((check) => ({
    requirement: check.requirement,
    name: `${part}: ${check.name}`,
    run: (facts: Outer) => check.run(select(facts)),
  }));
}

/** Whether the clause was judged and held. A PSP signs a refusal only for an agent whose signature held. */
export function clauseHeld(judgement: Judgement, requirement: string): boolean {
  const lines = judgement.lines.filter((line) => line.requirement === requirement);
  return lines.length > 0 && lines.every(({ outcome }) => outcome === 'pass');
}

/** Throws the refusal of a judgement as a coded error, for callers that answer with one. */
export function assertAccepted<Result extends Judgement>(
  judgement: Result,
): asserts judgement is Result & { readonly verdict: 'accepted' } {
  const { refusal } = judgement;
  if (refusal) throw new ActError(refusal.code, refusal.evidence, refusal.requirement);
}
