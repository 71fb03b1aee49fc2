import { ActError } from '../../protocol/errors/index.ts';
import { type Logger, reasonOf } from '../log.ts';

/** One thing that a server needs before it can do its work. */
export interface ReadinessCheck {
  /** Told to whoever asks: a word, no data. */
  readonly name: string;
  /** How long an outcome is used again: whoever asks often must not make the server work often. */
  readonly keepMilliseconds: number;
  /** @throws when the server cannot work for want of this */
  readonly run: () => Promise<unknown>;
}

/** The names of the checks that fail now; none = the server can work. */
export type Readiness = () => Promise<readonly string[]>;

/** A check that does not answer has failed. */
const CHECK_MILLISECONDS = 2_000;

/**
 * Composes checks into one question. Each runs at most once at a time and its outcome is kept for a while. Why one
 * fails is told to the log only, when it is found out.
 *
 * @see OA-OPS-20
 */
export function createReadiness(log: Logger, checks: readonly ReadinessCheck[]): Readiness {
  const holds = checks.map((check) => kept(check, log));
  return async () => {
    const outcomes = await Promise.all(holds.map((isHeld) => isHeld()));
    return checks.filter((_, place) => outcomes[place] !== true).map(({ name }) => name);
  };
}

function kept({ name, keepMilliseconds, run }: ReadinessCheck, log: Logger): () => Promise<boolean> {
  let outcome: Promise<boolean> | undefined;
  let lookAgainAt = Number.POSITIVE_INFINITY;
  return () => {
    if (outcome !== undefined && performance.now() < lookAgainAt) return outcome;
    lookAgainAt = Number.POSITIVE_INFINITY;
    outcome = holds(run, (error) => {
      const { code, evidence } = error instanceof ActError ? error : { code: 'internal', evidence: {} };
      log.warn({ check: name, code, evidence, reason: reasonOf(error) }, 'cannot work');
    }).finally(() => {
      lookAgainAt = performance.now() + keepMilliseconds;
    });
    return outcome;
  };
}

async function holds(run: () => Promise<unknown>, failed: (error: unknown) => void): Promise<boolean> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new ActError('peer_unreachable')), CHECK_MILLISECONDS);
  try {
    await Promise.race([run(), late.promise]);
    return true;
  } catch (error) {
    failed(error);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
