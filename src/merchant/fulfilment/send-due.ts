import { eachAtOnce, RemoteProblem } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ConfirmationPolicy } from '../config.ts';
import type { MerchantContext } from '../deps.ts';
import { dueCommands, markDone, markFailed, type PendingCommand } from './outbox.ts';
import { sendCommand } from './send-command.ts';

const BATCH = 32;
/** How many are on their way at a time: each is another trade. */
const AT_ONCE = 8;

/**
 * Sends what is due, once each: commands that were not acknowledged are tried again later with growing waits, and
 * set aside after the policy's last attempt or a refusal that no repetition can change.
 *
 * @returns whether more may be due at once: as many as one look takes were found, and some were acknowledged
 */
export async function sendDue(deps: MerchantContext): Promise<boolean> {
  const pending = await dueCommands(deps.store.read, {
    now: deps.clock(),
    longestSeconds: deps.config.confirmation.max_delay_seconds,
    limit: BATCH,
  });
  let acknowledged = 0;
  await eachAtOnce(pending, AT_ONCE, async (entry) => {
    if (await sendOne(deps, entry)) acknowledged += 1;
  });
  return pending.length === BATCH && acknowledged > 0;
}

async function sendOne(deps: MerchantContext, entry: PendingCommand): Promise<boolean> {
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
    return true;
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const nextAt = nextAttempt(deps.config.confirmation, entry.attempts + 1, error, deps.clock());
    await deps.store.transact((tx) =>
      markFailed(tx, entry, { code: error.code, ...(nextAt === undefined ? {} : { nextAt }) }),
    );
    deps.trace({ ...step, outcome: 'refused', code: error.code, requirement: error.requirement });
    const level = nextAt === undefined ? 'error' : 'warn';
    deps.log[level](
      { action: entry.action, code: error.code, attempts: entry.attempts + 1 },
      'not acknowledged',
    );
    return false;
  }
}

/** Unix seconds of the next try, or undefined when there is none. */
export function nextAttempt(
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
