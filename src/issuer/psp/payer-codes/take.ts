import { digestOfJws } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { PayerCodeScanAnswer, PayerCodeScanBody } from '../../../protocol/generated/types.ts';
import { readMessage } from '../../../protocol/messages/index.ts';
import { type CommandUse, consumeCommand } from '../../../store/index.ts';
import { assertAccepted, verifyQuote } from '../../../verifier/index.ts';
import { partnerCommand } from '../commands.ts';
import { partnersOf } from '../interconnect/config.ts';
import type { PspParts } from '../parts.ts';
import { findCode, isAlive, type StoredCode, useCode } from './codes.ts';

/** An offer that was scanned onto one of this service's codes. */
export interface Scan {
  readonly payerCode: string;
  readonly quote: string;
  /** The payment service that keeps the merchant's account. */
  readonly payeePsp: string;
  readonly use: CommandUse;
}

/**
 * Takes a scan that a partner passes on.
 *
 * @throws ActError interconnect_partner_unknown, payer_code_*, quote_*, command_*, issuer_*, x509_*
 * @see OA-ICN-16, OA-ICN-17, OA-ICN-18
 */
export async function takePartnersScan(
  parts: PspParts,
  { command, quote }: PayerCodeScanBody,
): Promise<PayerCodeScanAnswer> {
  const { target } = readMessage('command', command).claims;
  const { claims, use } = await partnerCommand(parts, command, { action: 'interconnect.scan', target });
  if (!partnersOf(parts.interconnection).includes(claims.iss)) {
    throw new ActError('interconnect_partner_unknown', { psp_id: claims.iss });
  }
  await assertSignedOver(claims.params?.digest, quote);
  return takeScan(parts, { payerCode: target, quote, payeePsp: claims.iss, use });
}

/** @throws ActError command_target_mismatch, when what was signed is another offer */
export async function assertSignedOver(digest: string | undefined, quote: string): Promise<void> {
  if (digest !== (await digestOfJws(quote)))
    throw new ActError('command_target_mismatch', { rule: 'digest' });
}

/**
 * Puts a merchant's offer before the agent whose wallet showed the code, once. That is all: what the payer thinks of it
 * is judged when the agent asks for the payment, as for every other one.
 *
 * @throws ActError payer_code_unroutable, payer_code_unknown, payer_code_used, payer_code_expired,
 *   quote_payee_mismatch, and as verifyQuote
 */
export async function takeScan(
  parts: PspParts,
  { payerCode, quote, payeePsp, use }: Scan,
): Promise<PayerCodeScanAnswer> {
  const { pspId, payerCodes, store, trust, clock } = parts;
  if (payerCodes.ownerOf(payerCode) !== pspId)
    throw new ActError('payer_code_unroutable', { rule: 'not_here' });
  const now = clock();
  const code = await findCode(store.read, payerCode);
  if (code === undefined) throw new ActError('payer_code_unknown');
  const digest = await digestOfJws(quote);
  assertFree(code, digest, now);
  const trustList = await trust.current(now);
  assertAccepted(await verifyQuote({ quote }, { trustList, now, agentId: code.agentId }));
  const { payee } = readMessage('quote', quote).claims;
  if (payee.psp_id !== payeePsp) throw new ActError('quote_payee_mismatch', { psp_id: payee.psp_id });
  await store.transact(async (tx) => {
    await consumeCommand(tx, use);
    const isUsed = await useCode(tx, payerCode, { quote, digest, now: clock() });
    if (isUsed) return;
    const after = await findCode(tx, payerCode);
    if (after === undefined) throw new ActError('payer_code_unknown');
    assertFree(after, digest, clock());
  });
  return { payer_code: payerCode, psp_id: pspId, status: 'PRESENTED' };
}

/** The same offer again is an answer that was lost, and is answered again. */
function assertFree(code: StoredCode, digest: string, now: number): void {
  const { quoteDigest } = code;
  if (quoteDigest === digest) return;
  if (quoteDigest !== undefined) throw new ActError('payer_code_used');
  if (!isAlive(code, now)) throw new ActError('payer_code_expired');
}
