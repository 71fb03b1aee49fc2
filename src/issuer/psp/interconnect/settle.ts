import { ActError } from '../../../protocol/errors/index.ts';
import type { InterconnectNettingBody } from '../../../protocol/generated/types.ts';
import { consumeCommand, type Transaction } from '../../../store/index.ts';
import { legsBetween } from '../ledger.ts';
import type { PspParts } from '../parts.ts';
import { heard, sayToPartner, signed } from './agree.ts';
import { recordedArrivals } from './arrivals.ts';
import { clearingAccount } from './houses.ts';
import { findNetting, type NettingKey, type StoredNetting, settleOnce } from './netting.ts';
import { clearingWith } from './reconcile.ts';

/**
 * The debtor says that it has paid what was agreed on, and by which transfer; when the creditor has the money and says
 * so, both have booked it. What is owed for the span is then zero at both.
 *
 * @param evidenceRef the transfer, by a way that both have outside this protocol
 * @throws ActError netting_not_agreed, netting_payment_missing, command_not_permitted (the partner owes), peer_*
 * @see OA-ICN-20
 */
export async function settleNetting(
  parts: PspParts,
  key: NettingKey,
  evidenceRef: string,
): Promise<StoredNetting> {
  clearingWith(parts, key.partner);
  const agreed = await findNetting(parts.store.read, key);
  if (agreed?.state === 'SETTLED') return agreed;
  if (agreed?.state !== 'AGREED') throw new ActError('netting_not_agreed');
  const { record, digest, debtor } = agreed;
  if (debtor === key.partner) throw new ActError('command_not_permitted', { rule: 'debtor' });
  const word = await sayToPartner(parts, key, {
    action: 'interconnect.settle',
    record,
    digest,
    evidenceRef,
  });
  await parts.store.transact((tx) => book(tx, parts, key, { netting: agreed, signed: word, evidenceRef }));
  return { ...agreed, state: 'SETTLED' };
}

/**
 * The debtor has paid: it is believed when the money has arrived, and booked once.
 *
 * @throws ActError netting_not_agreed, netting_payment_missing, command_not_permitted, interconnect_partner_unknown,
 *   command_*, issuer_*, x509_*
 * @see OA-ICN-20
 */
export async function acceptSettlement(
  parts: PspParts,
  body: InterconnectNettingBody,
): Promise<InterconnectNettingBody> {
  const { command, key, digest } = await heard(parts, body, 'interconnect.settle');
  const { commandSigner, arrivals = recordedArrivals(parts.store) } = clearingWith(parts, key.partner);
  const agreed = await findNetting(parts.store.read, key);
  if (agreed === undefined || agreed.state === 'OPEN' || agreed.digest !== digest) {
    throw new ActError('netting_not_agreed');
  }
  const { debtor, netMinor, record } = agreed;
  if (debtor === parts.pspId) throw new ActError('command_not_permitted', { rule: 'debtor' });
  const evidenceRef = command.claims.params?.evidence_ref ?? '';
  const money = { currency: key.currency, minor: netMinor };
  const isPaid =
    agreed.state === 'SETTLED' ||
    netMinor === 0n ||
    (await arrivals.has({ from: key.partner, money, evidenceRef }));
  if (!isPaid) throw new ActError('netting_payment_missing');
  await parts.store.transact(async (tx) => {
    await consumeCommand(tx, command.use);
    await book(tx, parts, key, { netting: agreed, signed: body.command, evidenceRef });
  });
  const answer = { action: 'interconnect.settle', record, digest } as const;
  return { netting: record, command: await signed(parts, commandSigner, key, answer) };
}

/**
 * What was owed is owed no more: it went by the account that the two settle through. Once; again it changes nothing. One
 * transfer pays one netting.
 *
 * @throws ActError netting_payment_missing when the transfer has paid another netting
 */
async function book(
  tx: Transaction,
  { ledger, clock, pspId }: PspParts,
  key: NettingKey,
  {
    netting,
    signed: word,
    evidenceRef,
  }: { readonly netting: StoredNetting; readonly signed: string; readonly evidenceRef: string },
): Promise<void> {
  const now = clock();
  // Nothing is paid where nothing is owed.
  const paidBy = netting.netMinor === 0n ? {} : { evidenceRef };
  const isFirst = await settleOnce(tx, key, { digest: netting.digest, signed: word, now, ...paidBy });
  if (!isFirst || netting.netMinor === 0n) return;
  const { partner, currency } = key;
  const clearing = await clearingAccount(tx, ledger, { partner, currency, now });
  const through = await ledger.houseAccount(tx, `settlement:${partner}`, currency, now);
  const isDebtor = netting.debtor === pspId;
  await ledger.post(tx, {
    transferId: `netting:${netting.digest}`,
    kind: 'payment',
    reference: netting.digest,
    currency,
    legs: isDebtor
      ? legsBetween(clearing, through, netting.netMinor)
      : legsBetween(through, clearing, netting.netMinor),
    now,
  });
}
