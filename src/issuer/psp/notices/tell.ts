import {
  createQuietPeers,
  eachPeer,
  expectJson,
  type HttpClient,
  isUnanswered,
  putOffUntil,
  type QuietPeers,
  RemoteProblem,
} from '../../../http/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { PaymentNoticeBody } from '../../../protocol/generated/types.ts';
import { validatePaymentNoticeAnswer } from '../../../protocol/generated/validators.js';
import type { Clock } from '../../../protocol/ports.ts';
import type { PspParts } from '../parts.ts';
import {
  dueNotices,
  type FailedAttempt,
  MAX_DELAY_SECONDS,
  markTold,
  markUntold,
  merchantsToTell,
  type Notice,
} from './rows.ts';

/** How many of one merchant in one look. */
const BATCH = 32;
const CALLS_AT_ONCE = 8;
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_SECONDS = 5;
/** How long a merchant is left alone at most that gave no answer. */
const QUIET_SECONDS = 60;

export const quietMerchants = (clock: Clock): QuietPeers =>
  createQuietPeers(clock, { firstSeconds: FIRST_DELAY_SECONDS, longestSeconds: QUIET_SECONDS });

/**
 * Tells merchants of payments that were made to them: the receipt that the agent has for them too, posted to the address
 * that the trust list states. No payment waits for it; one that is not acknowledged is told again, with growing waits;
 * what the merchant has not looked at, because it is busy or not there, costs no try for a day. A merchant that gives no
 * answer holds up none of the others.
 *
 * @param quiet the merchants that gave no answer lately
 * @param waitedSeconds how long a first notice must have been due, for the merchant to deliver before and need none
 * @returns how many were acknowledged
 * @see PSD-PAY-DEL-20
 */
export async function tellMerchants(parts: PspParts, quiet: QuietPeers, waitedSeconds = 0): Promise<number> {
  const { merchants, store, clock } = parts;
  if (merchants === undefined) return 0;
  const now = clock();
  let told = 0;
  await eachPeer(await merchantsToTell(store.read, now), quiet, {
    callsAtOnce: CALLS_AT_ONCE,
    due: (merchant) => dueNotices(store.read, merchant, { now, limit: BATCH, firstWait: waitedSeconds }),
    async work(notice) {
      const failure = await tellOne(parts, merchants, notice);
      if (failure === undefined) told += 1;
      return failure === undefined || !isUnanswered(failure);
    },
  });
  return told;
}

/** @returns why it was not acknowledged */
async function tellOne(parts: PspParts, http: HttpClient, notice: Notice): Promise<ActError | undefined> {
  const { store, clock } = parts;
  const { tradeNo } = notice;
  try {
    await tell(parts, http, notice);
    await store.transact((tx) => markTold(tx, tradeNo));
    return undefined;
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const attempt = failedAttempt(notice, error, clock());
    await store.transact((tx) => markUntold(tx, tradeNo, attempt));
    return error;
  }
}

/** @throws ActError issuer_not_trusted, payment_pending, peer_*, and what the merchant refuses */
async function tell(
  { trust, clock, desk }: PspParts,
  http: HttpClient,
  { tradeNo, merchant }: Notice,
): Promise<void> {
  const base = (await trust.current(clock())).entry(merchant, 'MERCHANT')?.endpoints?.base_url;
  if (base === undefined) throw new ActError('issuer_not_trusted', { entity: merchant, role: 'MERCHANT' });
  const body: PaymentNoticeBody = { receipt: await desk.sellerReceiptOf(tradeNo) };
  const answer = expectJson(validatePaymentNoticeAnswer, await http.post(`${base}/payment-results`, body));
  if (answer.trade_no !== tradeNo) throw new ActError('peer_answer_invalid', { member: 'trade_no' });
}

/** What a failure costs, and when the next try is, if there is one. */
function failedAttempt({ attempts, since }: Notice, error: ActError, now: number): FailedAttempt {
  const waits = { firstSeconds: FIRST_DELAY_SECONDS, longestSeconds: MAX_DELAY_SECONDS };
  const putOff = putOffUntil(error, { since, now, ...waits });
  if (putOff !== undefined) return { code: error.code, nextAt: putOff, isPutOff: true };
  // A payment by a clock that was ahead: its receipt is refused by everybody until its time has come, and then no more.
  if (error.code === 'issued_in_future' && since > now)
    return { code: error.code, nextAt: now + Math.min(MAX_DELAY_SECONDS, since - now), isPutOff: true };
  const nextAt = nextAttempt(attempts + 1, error, now);
  return { code: error.code, ...(nextAt === undefined ? {} : { nextAt }) };
}

/** Unix seconds of the next try, or undefined when there is none. */
function nextAttempt(attempts: number, error: ActError, now: number): number | undefined {
  if (attempts >= MAX_ATTEMPTS || isFinal(error)) return undefined;
  return now + Math.min(MAX_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (attempts - 1));
}

function isFinal(error: ActError): boolean {
  if (!(error instanceof RemoteProblem)) return false;
  const { status, retryability } = error.problem;
  return status < 500 && (retryability === 'never' || retryability === 'after_correction');
}
