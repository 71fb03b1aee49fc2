import { ActError } from '../../../protocol/errors/index.ts';
import type { PspParts } from '../parts.ts';
import { askPartner, type Outcome } from './ask.ts';
import type { Interconnection } from './config.ts';
import { completeCrossing, reverseCrossing } from './decide.ts';
import { claimOutgoing, findOutgoing, type StoredOutgoing } from './outgoing.ts';

/**
 * Brings a payment to an account elsewhere as far as it goes now: instructs the partner the first time, asks it later,
 * and acts on its signed word. With silence everything stays as it is: the payment is pending.
 *
 * Somebody else who has just asked is not overtaken.
 *
 * @returns whether the partner was there, as far as is known: false only where it was asked and gave no answer at all
 * @throws ActError interconnect_refused when the partner has refused and everything was given back
 * @see OA-ICN-06, OA-ICN-07
 */
export async function advanceCrossing(parts: PspParts, tradeNo: string): Promise<boolean> {
  const { interconnection, store, clock, policy } = parts;
  if (interconnection === undefined) return true;
  const claim = { now: clock(), patience: policy.interconnectPatienceSeconds };
  const turn = await store.transact((tx) => claimOutgoing(tx, tradeNo, claim));
  const out = turn === undefined ? undefined : await findOutgoing(store.read, tradeNo);
  if (turn === undefined || out === undefined) return true;
  const outcome = await ask(parts, interconnection, out, turn);
  if (outcome.kind === 'credited') await completeCrossing(parts, out, outcome);
  if (outcome.kind === 'refused') {
    await reverseCrossing(parts, out, outcome);
    throw new ActError('interconnect_refused', { psp_id: out.partner, code: outcome.code });
  }
  return outcome.kind !== 'unknown' || !outcome.isUnanswered;
}

/** An answer that was lost is asked for at once; nothing is ever instructed twice. */
async function ask(
  parts: PspParts,
  interconnection: Interconnection,
  out: StoredOutgoing,
  turn: 'first' | 'again',
): Promise<Outcome> {
  if (turn === 'first') {
    const outcome = await askPartner(parts, interconnection, out, 'pay');
    if (outcome.kind !== 'unknown') return outcome;
  }
  return askPartner(parts, interconnection, out, 'query');
}
