import { RemoteProblem } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { type RecordWorker, startRecords } from '../../records/index.ts';
import type { ConfirmationPolicy } from '../config.ts';
import type { MerchantContext } from '../deps.ts';
import { lapseOrders } from '../stock.ts';
import { dueCommands, markDone, markFailed, type PendingCommand } from './outbox.ts';
import { sendCommand } from './send-command.ts';

const BATCH = 32;
/** How many are on their way at a time: each is another trade. */
const AT_ONCE = 8;

/**
 * Sends what is due, once each: commands that were not acknowledged are tried again later with growing waits, and
 * set aside after the policy's last attempt or a refusal that no repetition can change.
 *
 * @returns how many commands were acknowledged
 */
export async function sendDue(deps: MerchantContext): Promise<number> {
  const pending = await dueCommands(deps.store.read, {
    now: deps.clock(),
    longestSeconds: deps.config.confirmation.max_delay_seconds,
    limit: BATCH,
  });
  let acknowledged = 0;
  for (let at = 0; at < pending.length; at += AT_ONCE) {
    const sent = await Promise.all(pending.slice(at, at + AT_ONCE).map((entry) => sendOne(deps, entry)));
    acknowledged += sent.filter(Boolean).length;
  }
  return acknowledged;
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

export interface Worker {
  /** Looks at once instead of at the next poll. */
  wake(): void;
  /** Takes up nothing new and waits for what is running. */
  close(): Promise<void>;
}

/** Runs `sendDue` and the lapse of unpaid orders until it is closed, one round at a time, and records deliveries. */
export function startWorker(deps: MerchantContext): Worker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;
  let isWoken = false;

  async function round(): Promise<void> {
    try {
      await lapseOrders(deps.store, deps.clock());
      await sendDue(deps);
    } catch (error) {
      const name = error instanceof ActError ? error.code : error instanceof Error ? error.name : 'unknown';
      deps.log.error({ error: name }, 'worker round failed');
    }
  }

  function run(): void {
    clearTimeout(timer);
    if (isClosed) return;
    if (running !== undefined) {
      isWoken = true;
      return;
    }
    isWoken = false;
    running = round().finally(() => {
      running = undefined;
      if (isClosed) return;
      if (isWoken) run();
      else timer = setTimeout(run, deps.config.confirmation.poll_milliseconds);
    });
  }

  run();
  const recording = startRecording(deps);
  return {
    wake: run,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
      await recording?.close();
    },
  };
}

function startRecording({
  config,
  recordSigner,
  formerRecordSigners = [],
  anchors,
  ...deps
}: MerchantContext): RecordWorker | undefined {
  if (recordSigner === undefined) return undefined;
  const signers = [recordSigner, ...formerRecordSigners].map((signer) => ({ id: config.merchant, signer }));
  return startRecords({ ...deps, signers, ...(anchors === undefined ? {} : { sink: anchors }) });
}
