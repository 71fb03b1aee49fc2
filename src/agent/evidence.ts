import { expectJson } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type {
  AttestationRecord,
  QuoteClaims,
  RecordListBody,
  TradeEvidenceBody,
} from '../protocol/generated/types.ts';
import { validateRecordListBody } from '../protocol/generated/validators.js';
import { readMessage } from '../protocol/messages/index.ts';
import { allRecords } from '../records/index.ts';
import type { Role } from '../verifier/index.ts';
import { type CommandOrder, signCommand, trustedAddress, trustNow } from './calls.ts';
import type { AgentContext } from './config.ts';
import type { Purchase } from './purchase/purchase.ts';

/** Whose records are asked for, where, and by which command. */
interface Holder {
  readonly role: Role;
  readonly path: string;
  readonly order: CommandOrder;
}

/** A trade and what its agent has of it. */
export interface EvidencedTrade {
  readonly tradeNo: string;
  readonly quote: string;
  /** JSON of schemas/bundle.json or schemas/bundle-instant.json. */
  readonly bundle: string;
}

/** @throws ActError not_found when the purchase is not finished */
export function evidencedTrade({ data: { bundle, payment, quote } }: Purchase): EvidencedTrade {
  if (bundle === undefined || payment === undefined || quote === undefined) throw new ActError('not_found');
  return { bundle, quote, tradeNo: payment.tradeNo };
}

/**
 * Everything of one trade: the purchase as it was judged, and the records that led to it, each from whoever keeps it. Who
 * does not answer is named; the rest stands without it.
 *
 * @see TSD-ATT-DSP-02, OA-REC-10
 */
export async function tradeEvidence(
  context: AgentContext,
  { tradeNo, quote, bundle }: EvidencedTrade,
): Promise<TradeEvidenceBody> {
  const offer = readMessage('quote', quote).claims;
  const given = JSON.parse(bundle) as TradeEvidenceBody['purchase'];
  const shown = await Promise.all(holdersOf(context, given, offer, tradeNo).map((one) => ask(context, one)));
  const others = shown.flatMap(({ records }) => records);
  const all = [...others, ...(await ownRecords(context, others))];
  return {
    trade_no: tradeNo,
    purchase: given,
    records: leadingTo(all, tradeNo),
    unavailable: shown.flatMap(({ unavailable }) => unavailable ?? []),
  };
}

/**
 * What led to a mandate: whoever has handed part of it down shows it to those who judge what was bought below. The
 * agent below has no right to ask for it.
 *
 * @throws ActError not_found when the mandate is none of this agent's; peer_* and the refusal of the issuer
 * @see TSD-ATT-DSP-02, OA-DSP-14
 */
export async function mandateEvidence(context: AgentContext, mandate: string): Promise<RecordListBody> {
  const holder = issuerOf(mandate);
  const { records, error } = await ask(context, holder);
  if (error !== undefined) throw error;
  const all = [...records, ...(await ownRecords(context, records))];
  return { records: leadingTo(all, undefined) };
}

function holdersOf(
  { config }: AgentContext,
  purchase: TradeEvidenceBody['purchase'],
  { iss: merchant, out_trade_no }: QuoteClaims,
  tradeNo: string,
): Holder[] {
  const order = encodeURIComponent(out_trade_no);
  const holders: Holder[] = [
    {
      ...{ role: 'PSP', path: `/payments/${encodeURIComponent(tradeNo)}` },
      order: { aud: config.psp_id, action: 'payment.read', target: tradeNo },
    },
    {
      ...{ role: 'MERCHANT', path: `/orders/${order}` },
      order: { aud: merchant, action: 'order.read', target: out_trade_no },
    },
  ];
  if ('level' in purchase) return holders;
  return [...holders, issuerOf(purchase.mandate)];
}

function issuerOf(mandate: string): Holder {
  const { iss: aud, jti: target } = readMessage('mandate', mandate).claims;
  const path = `/mandates/${encodeURIComponent(target)}`;
  return { role: 'IAC_ISSUER', path, order: { aud, action: 'mandate.read', target } };
}

interface Shown {
  readonly records: readonly AttestationRecord[];
  readonly unavailable?: string;
  readonly error?: ActError;
}

async function ask(context: AgentContext, { role, path, order }: Holder): Promise<Shown> {
  try {
    const { baseUrl } = trustedAddress(await trustNow(context), order.aud, role);
    const command = await signCommand(context, order);
    const answer = await context.http.get(`${baseUrl}${path}/records`, { command });
    return { records: expectJson(validateRecordListBody, answer).records };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    context.log.warn({ code: error.code, holder: order.aud }, 'records were not shown');
    return { records: [], unavailable: order.aud, error };
  }
}

/** Of the process that the others' records are about. */
async function ownRecords(
  { store }: AgentContext,
  others: readonly AttestationRecord[],
): Promise<AttestationRecord[]> {
  const own: AttestationRecord[] = [];
  for (const intentId of new Set(others.map(({ intent_id }) => intent_id))) {
    for await (const record of allRecords(store.read, { intentId })) own.push(record);
  }
  return own;
}

/** Those of the trade, what they follow from, and what became of the mandate; nothing of other orders. */
function leadingTo(all: readonly AttestationRecord[], tradeNo: string | undefined): AttestationRecord[] {
  const byId = new Map(all.map((record) => [record.record_id, record]));
  const chosen = new Map<string, AttestationRecord>();
  const follow = (record: AttestationRecord | undefined): void => {
    if (record === undefined || chosen.has(record.record_id)) return;
    chosen.set(record.record_id, record);
    follow(byId.get(record.upstream_record_ref ?? ''));
  };
  for (const record of byId.values()) {
    const isOfTrade = tradeNo !== undefined && record.trade_no === tradeNo;
    if (isOfTrade || record.event_type.startsWith('act:delegation:delegation-')) follow(record);
  }
  return [...chosen.values()].sort((left, right) => compare(left, right));
}

function compare(left: AttestationRecord, right: AttestationRecord): number {
  if (left.event_time !== right.event_time) return left.event_time < right.event_time ? -1 : 1;
  // Within one second: what follows stands behind what it follows from.
  if (right.upstream_record_ref === left.record_id) return -1;
  return left.upstream_record_ref === right.record_id ? 1 : 0;
}
