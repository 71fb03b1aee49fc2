/** The reference account side, put together as the suite expects it: whom it clears with, what it records, what it takes off. */
import { createIssuer, type Issuer, type IssuerSide, type PaymentSide } from '../../../src/issuer/index.ts';
import type { RecordKeys } from '../../../src/issuer/test-control/index.ts';
import type { Signer } from '../../../src/protocol/jws/index.ts';
import { parseAmount } from '../../../src/protocol/money/index.ts';
import { type AnchorSink, createAnchorSink } from '../../../src/records/index.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import { promotionIn } from '../../roles/account/ids.ts';
import { type Bank, ISSUER, PSP } from './bank.ts';

const YEAR_SECONDS = 366 * 86_400;

/** The keys for records, and the way of records into the log. */
export interface Recording {
  readonly issuer: Signer;
  readonly psp: RecordKeys;
  readonly anchors: AnchorSink;
}

export async function recordingOf(bank: Bank): Promise<Recording> {
  const { deployment, suiteUrl, http, outages, signer } = bank;
  const issuer = await signer('issuer-record');
  const psp = outages.recordKeys(await signer('psp-record'));
  const signers = [
    { id: ISSUER, signer: issuer },
    { id: PSP, signer: psp.recordSigner },
  ];
  const { clock } = deployment.time;
  return { issuer, psp, anchors: createAnchorSink({ logUrl: suiteUrl, http, clock, signers }) };
}

/** @param recording left out, its events wait */
export async function createBank(bank: Bank, recording: Recording | undefined): Promise<Issuer> {
  const { deployment, store, outages, trust, log } = bank;
  return createIssuer({
    store: outages.store(store),
    clock: deployment.time.clock,
    random: deployment.random,
    trust,
    log,
    callerLimit: outages.callers.before(),
    issuer: await issuerSide(bank, recording),
    psp: await paymentSide(bank, recording),
    ...(recording && { anchors: recording.anchors }),
  });
}

async function issuerSide({ url, signer }: Bank, recording: Recording | undefined): Promise<IssuerSide> {
  return {
    id: ISSUER,
    baseUrl: url,
    psps: [PSP, SUITE_IDS.psp],
    mandateSigner: await signer('issuer-mandate'),
    statusSigner: await signer('issuer-status'),
    ...(recording && { recordSigner: recording.issuer }),
  };
}

async function paymentSide(bank: Bank, recording: Recording | undefined): Promise<PaymentSide> {
  const { outages, http, pinnedKey, signer } = bank;
  return {
    id: PSP,
    receiptSigner: outages.receiptSigner(await signer('psp-receipt')),
    risk: outages.risk,
    http,
    merchants: http,
    trustListKey: pinnedKey,
    ...recording?.psp,
    payerCodePrefixes: ['28', '29'],
    clearing: await clearingOf(bank),
  };
}

/** With the suite's other payment service, and with a discount for orders that are paid there. */
async function clearingOf({
  deployment,
  currency,
  signer,
}: Bank): Promise<NonNullable<PaymentSide['clearing']>> {
  const { amount, min_amount, promotion_id } = promotionIn(currency);
  const promotion = {
    promotionId: promotion_id,
    currency,
    amountMinor: parseAmount(amount, currency).minor,
    minAmountMinor: parseAmount(min_amount, currency).minor,
    budgetMinor: 100_000n,
    validUntil: deployment.time.clock() + YEAR_SECONDS,
  };
  return {
    commandSigner: await signer('psp-command'),
    partners: [{ pspId: SUITE_IDS.otherPsp, payerCodePrefixes: ['62'] }],
    promotions: [promotion],
  };
}
