import {
  type Case,
  type Exchange,
  NotRun,
  SubjectFault,
  type Suite,
  Unreachable,
  type Verdict,
} from './case.ts';
import type { Entry } from './record.ts';
import { type Clause, clauseOf } from './requirements.ts';

/** A case in which nothing is exchanged for so long is not waited for. How slow the answers are is no matter. */
const SILENT_ANSWERS = 12;
/** After so many cases in a row in which nobody answered, nobody will. */
const DEAD_AFTER = 3;

export interface Plan<S> {
  readonly suite: Suite<S>;
  readonly cases: readonly Case<S>[];
  /** What the profile has; undefined: everything. */
  readonly features: ReadonlySet<string> | undefined;
  readonly reasons: ReadonlyMap<string, string>;
  readonly patience: number;
  readonly redact: (value: unknown) => unknown;
  onEntry(entry: Entry): void;
}

interface Ending {
  readonly verdict: Verdict;
  readonly message?: string;
  readonly unreachable?: boolean;
}

/** Ends the work when nothing was exchanged for so long. */
async function limited(work: (heard: () => void) => Promise<void>, milliseconds: number): Promise<void> {
  const silence = Promise.withResolvers<never>();
  const late = setTimeout(
    () => silence.reject(new SubjectFault(`Nothing was answered within ${milliseconds} ms.`)),
    milliseconds,
  );
  let isOver = false;
  // Some cases leave an exchange open: told afterwards, it must not start a timer anew that nobody waits for.
  const hear = (): void => {
    if (!isOver) late.refresh();
  };
  // A case may also throw at once, without a promise.
  const working = (async () => work(hear))();
  try {
    await Promise.race([working, silence.promise]);
  } finally {
    isOver = true;
    clearTimeout(late);
    working.catch(() => undefined);
  }
}

/** A SHOULD that is not kept is a warning; what is not the subject's doing is an error, whatever the strength. */
function endingOf(error: unknown, clause: Clause): Ending {
  if (error instanceof NotRun) return { verdict: 'skip', message: error.message };
  if (error instanceof SubjectFault)
    return { verdict: clause.binding ? 'fail' : 'warn', message: error.message };
  if (error instanceof Unreachable)
    return { verdict: clause.binding ? 'fail' : 'warn', message: error.message, unreachable: true };
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { verdict: 'error', message: `A fault of the suite: ${fault}` };
}

async function runCase<S>(plan: Plan<S>, one: Case<S>, subject: S, exchanges: Exchange[]): Promise<Ending> {
  const absent = plan.features && one.needs.find((feature) => !plan.features?.has(feature));
  if (absent !== undefined) return { verdict: 'skip', message: `The profile has no ${absent}.` };
  try {
    await limited((heard) => {
      const exchange = (exchange: Exchange): void => {
        exchanges.push(exchange);
        heard();
      };
      return one.run(subject, { exchange });
    }, plan.patience * SILENT_ANSWERS);
    return { verdict: 'pass' };
  } catch (error) {
    return endingOf(error, clauseOf(one.requirement));
  }
}

function entryOf<S>(
  plan: Plan<S>,
  one: Case<S>,
  ending: Ending,
  exchanges: readonly Exchange[],
  since: number,
): Entry {
  const clause = clauseOf(one.requirement);
  const reason = plan.reasons.get(one.id);
  const hasFailed = ending.verdict === 'fail' || ending.verdict === 'warn';
  return {
    type: 'case',
    id: one.id,
    title: one.title,
    kind: one.kind,
    requirement: clause.id,
    component: clause.component,
    origin: clause.origin,
    strength: clause.binding ? 'MUST' : clause.strength,
    clause: clause.text,
    verdict: ending.verdict,
    ...(ending.message === undefined ? {} : { message: String(plan.redact(ending.message)) }),
    ...(reason !== undefined && hasFailed ? { expected_failure: reason } : {}),
    milliseconds: Math.round(performance.now() - since),
    exchanges: exchanges.map((exchange) => plan.redact(exchange) as Exchange),
  };
}

interface Finished {
  readonly entry: Entry;
  readonly ending: Ending;
}

async function finish<S>(plan: Plan<S>, one: Case<S>, subject: S): Promise<Finished> {
  const exchanges: Exchange[] = [];
  const since = performance.now();
  const ending = await runCase(plan, one, subject, exchanges);
  return { ending, entry: entryOf(plan, one, ending, exchanges, since) };
}

/**
 * Runs the cases one after the other, or as many at once as there are opened subjects. What is recorded is in the order
 * of the cases all the same.
 *
 * @throws Unreachable when the subject has stopped answering at all
 */
export async function runCases<S>(plan: Plan<S>, subjects: readonly S[]): Promise<void> {
  const finished = new Map<number, Finished>();
  let [next, told, silent] = [0, 0, 0];
  let [alive, dead]: (string | undefined)[] = [];
  const tell = (): void => {
    for (let one = finished.get(told); one && dead === undefined; one = finished.get(told)) {
      finished.delete(told++);
      plan.onEntry(one.entry);
      if (one.ending.verdict !== 'skip') silent = one.ending.unreachable ? silent + 1 : 0;
      if (one.ending.verdict !== 'skip' && silent === 0) alive = one.entry.id;
      if (silent === DEAD_AFTER) dead = one.ending.message;
    }
  };
  const lane = async (subject: S): Promise<void> => {
    for (let at = next++; dead === undefined; at = next++) {
      const one = plan.cases[at];
      if (one === undefined) return;
      finished.set(at, await finish(plan, one, subject));
      tell();
    }
  };
  await Promise.all(subjects.map(lane));
  if (dead !== undefined) {
    const since = alive === undefined ? '' : ` since ${alive}, the last case in which it could be reached`;
    throw new Unreachable(`The subject has stopped answering${since}: ${dead}`);
  }
}
