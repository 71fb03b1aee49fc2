import {
  createQuietPeers,
  eachPeer,
  isUnanswered,
  putOffUntil,
  type QuietPeers,
  RemoteProblem,
} from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ConfirmationPolicy } from '../config.ts';
import type { MerchantContext } from '../deps.ts';
import {
  dueCommands,
  type FailedAttempt,
  markDone,
  markFailed,
  type PendingCommand,
  servicesDue,
} from './outbox.ts';
import { sendCommand } from './send-command.ts';

/** How many of one payment service in one look. */
const BATCH = 64;
/** Each is another trade. */
const CALLS_AT_ONCE = 24;
/** How long a payment service is left alone at most that gave no answer. */
const QUIET_SECONDS = 60;

/** For a process: the payment services that gave no answer lately. */
export function quietServices({ clock, config }: MerchantContext): QuietPeers {
  const { first_delay_seconds: firstSeconds, max_delay_seconds: longest } = config.confirmation;
  return createQuietPeers(clock, { firstSeconds, longestSeconds: Math.min(longest, QUIET_SECONDS) });
}

/**
 * Sends what is due, once each: commands that were not acknowledged are tried again later with growing waits, and
 * set aside after the policy's last attempt or a refusal that no repetition can change. What the payment service has not
 * looked at, because it is busy or not there, costs no attempt for a day. A payment service that gives no answer holds up
 * none of the others.
 *
 * @param quiet the payment services that gave no answer lately
 * @returns whether more may be due at once: as many as one look takes were found, and some were acknowledged
 */
export async function sendDue(deps: MerchantContext, quiet: QuietPeers): Promise<boolean> {
  const { store, config, clock } = deps;
  const look = { now: clock(), longestSeconds: config.confirmation.max_delay_seconds };
  let isFull = false;
  let acknowledged = 0;
  await eachPeer(await servicesDue(store.read, look), quiet, {
    callsAtOnce: CALLS_AT_ONCE,
    async due(pspId) {
      const pending = await dueCommands(store.read, pspId, { ...look, limit: BATCH });
      if (pending.length === BATCH) isFull = true;
      return pending;
    },
    async work(entry) {
      const failure = await sendOne(deps, entry);
      if (failure === undefined) acknowledged += 1;
      return failure === undefined || !isUnanswered(failure);
    },
  });
  return isFull && acknowledged > 0;
}

/** @returns why it was not acknowledged */
async function sendOne(deps: MerchantContext, entry: PendingCommand): Promise<ActError | undefined> {
  const step = {
    from: deps.config.merchant,
    to: entry.pspId,
    message: entry.action,
    signer: deps.config.merchant,
    checks: [],
  };
  try {
    const { state } = await sendCommand(deps, entry);
    await deps.store.transact((tx) => markDone(tx, entry, state));
    deps.trace({ ...step, outcome: 'ok' });
    return undefined;
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const attempt = failedAttempt(deps.config.confirmation, entry, error, deps.clock());
    await deps.store.transact((tx) => markFailed(tx, entry, attempt));
    deps.trace({ ...step, outcome: 'refused', code: error.code, requirement: error.requirement });
    const level = attempt.nextAt === undefined ? 'error' : 'warn';
    const attempts = entry.attempts + (attempt.isPutOff ? 0 : 1);
    deps.log[level]({ action: entry.action, code: error.code, attempts }, 'not acknowledged');
    return error;
  }
}

/** What a failure costs, and when the next try is, if there is one. */
function failedAttempt(
  policy: ConfirmationPolicy,
  { attempts, since }: PendingCommand,
  error: ActError,
  now: number,
): FailedAttempt {
  const { first_delay_seconds: firstSeconds, max_delay_seconds: longestSeconds } = policy;
  const putOff = putOffUntil(error, { since, now, firstSeconds, longestSeconds });
  if (putOff !== undefined) return { code: error.code, nextAt: putOff, isPutOff: true };
  const nextAt = nextAttempt(policy, attempts + 1, error, now);
  return { code: error.code, ...(nextAt === undefined ? {} : { nextAt }) };
}

/** Unix seconds of the next try, or undefined when there is none. */
function nextAttempt(
  policy: ConfirmationPolicy,
  attempts: number,
  error: ActError,
  now: number,
): number | undefined {
  if (attempts >= policy.max_attempts) return undefined;
  if (error instanceof RemoteProblem && isFinal(error)) return undefined;
  const delay = Math.min(
    policy.max_delay_seconds,
    policy.first_delay_seconds * 2 ** Math.min(attempts - 1, 30),
  );
  return now + delay;
}

function isFinal({ problem }: RemoteProblem): boolean {
  return (
    problem.status < 500 && (problem.retryability === 'never' || problem.retryability === 'after_correction')
  );
}
