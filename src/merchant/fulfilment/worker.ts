import { expectJson, RemoteProblem } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CommandClaims, ReleaseAnswer } from '../../protocol/generated/types.ts';
import type { Validator } from '../../protocol/generated/validators.js';
import { signMessage } from '../../protocol/messages/index.ts';
import { type RecordWorker, startRecords } from '../../records/index.ts';
import { newOrderedId } from '../../store/index.ts';
import type { ConfirmationPolicy } from '../config.ts';
import type { MerchantContext } from '../deps.ts';
import { lapseOrders } from '../stock.ts';
import { dueCommands, markDone, markFailed, type PendingCommand } from './outbox.ts';

const BATCH = 32;
/** How many are on their way at a time: each is another trade. */
const AT_ONCE = 8;

const TRADE_STATES: ReadonlySet<unknown> = new Set<ReleaseAnswer['state']>([
  'CREATE',
  'WAIT_BUYER_PAY',
  'WAIT_SELLER_FULFILLMENT',
  'WAIT_BUYER_RECEIPT',
  'TRADE_FINISHED',
  'TRADE_CLOSED',
]);

interface Acknowledgement {
  readonly trade_no: string;
  readonly state: string;
}

/** Members that this caller does not read are the payment service's own business. */
const acknowledgement: Validator<Acknowledgement> = (data): data is Acknowledgement =>
  typeof data === 'object' &&
  data !== null &&
  'trade_no' in data &&
  'state' in data &&
  typeof data.trade_no === 'string' &&
  TRADE_STATES.has(data.state);

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
    const { state } = await deliver(deps, entry);
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

/** A fresh command for every try, because its time is judged when it arrives. */
async function deliver(deps: MerchantContext, entry: PendingCommand): Promise<Acknowledgement> {
  const now = deps.clock();
  const base = (await deps.trust.current(now)).entry(entry.pspId, 'PSP')?.endpoints?.base_url;
  if (base === undefined) throw new ActError('issuer_not_trusted', { entity: entry.pspId, role: 'PSP' });
  const claims: CommandClaims = {
    iss: deps.config.merchant,
    aud: entry.pspId,
    jti: newOrderedId(deps.random, 'cmd', now),
    iat: now,
    action: entry.action,
    target: entry.tradeNo,
    params: entry.params,
  };
  const command = await signMessage('command', claims, deps.signer);
  const road = entry.action === 'payment.refund' ? 'refunds' : 'fulfilment';
  const url = `${base}/payments/${encodeURIComponent(entry.tradeNo)}/${road}`;
  const answer = expectJson(acknowledgement, await deps.http.post(url, { command }));
  if (answer.trade_no !== entry.tradeNo) throw new ActError('peer_answer_invalid', { member: 'trade_no' });
  return answer;
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
