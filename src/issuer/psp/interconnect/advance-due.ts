import { deadlineIn } from '../../../http/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { PspParts } from '../parts.ts';
import { advanceCrossing } from './advance.ts';
import { askAgain } from './give-refund.ts';
import { dueOutgoing, partnersAwaited } from './outgoing.ts';
import { claimRefund, dueRefunds, payersAwaited } from './refund-rows.ts';

/** How many of a kind are taken on in one round. */
const BATCH = 1_000;
/** For so long a partner is asked in one round: one that is slow keeps nobody waiting for the next. */
const ROUND_MILLISECONDS = 20_000;

/** Something that a partner has not answered about. */
interface Due {
  readonly askedAt: number;
  /** @returns false where the partner gave no answer at all */
  readonly ask: () => Promise<boolean>;
}

/**
 * Asks about everything that has waited too long, payments and refunds, after a crash too: all partners at the same time
 * and each about one thing at a time. One that gives no answer at all is not asked for more in this round; in the next it
 * is asked for something else first, so that one thing to which it never answers holds up no other.
 *
 * @param closing when the server ends nothing more is begun
 * @returns how many were asked about
 * @see OA-ICN-07, OA-ICN-10
 */
export async function advanceDue(parts: PspParts, closing?: AbortSignal): Promise<number> {
  if (parts.interconnection === undefined) return 0;
  const { read } = parts.store;
  const partners = new Set([...(await partnersAwaited(read)), ...(await payersAwaited(read))]);
  const rounds = await Promise.allSettled([...partners].map((partner) => askAll(parts, partner, closing)));
  let asked = 0;
  for (const round of rounds) {
    if (round.status === 'rejected') throw round.reason;
    asked += round.value;
  }
  return asked;
}

async function askAll(parts: PspParts, partner: string, closing?: AbortSignal): Promise<number> {
  const deadline = deadlineIn(ROUND_MILLISECONDS);
  let asked = 0;
  for (const { ask } of await dueWith(parts, partner)) {
    if (deadline.remaining() === 0 || closing?.aborted) break;
    asked += 1;
    if (!(await isThere(ask))) break;
  }
  return asked;
}

async function isThere(ask: Due['ask']): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return true;
  }
}

/** What was never asked about, and what was longest ago, first. */
async function dueWith(parts: PspParts, partner: string): Promise<Due[]> {
  const { store, clock, policy } = parts;
  const patience = policy.interconnectPatienceSeconds;
  const lately = { now: clock(), patience, limit: BATCH };
  const payments = (await dueOutgoing(store.read, partner, lately)).map(({ tradeNo, askedAt }) => ({
    askedAt,
    ask: () => advanceCrossing(parts, tradeNo),
  }));
  const refunds = (await dueRefunds(store.read, partner, lately)).map(({ key, askedAt }) => ({
    askedAt,
    async ask() {
      const claim = { now: clock(), patience };
      return (await store.transact((tx) => claimRefund(tx, key, claim))) ? askAgain(parts, key) : true;
    },
  }));
  return [...payments, ...refunds].toSorted((one, other) => one.askedAt - other.askedAt);
}
