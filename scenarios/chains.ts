/** At the end of every scenario: each payment, and each delivery, is led back to the wish, record by record. */
import { recordIdOf } from '../src/protocol/attestation/index.ts';
import type { AttestationRecord } from '../src/protocol/generated/types.ts';
import { findRecord } from '../src/records/index.ts';
import type { Store } from '../src/store/index.ts';
import { type ChainJudgement, verifyChain } from '../src/verifier/index.ts';
import { allAnchored, recordPorts } from './steps/records.ts';
import { publish } from './steps/trouble.ts';
import { agentId, agentNames, bankId, PSP, partnerNames } from './world/plan.ts';
import type { World } from './world/world.ts';

export interface Chains {
  /** From a delivery, or a payment that has none, back to the wish. */
  readonly whole: number;
  /** As far back as anything was recorded: a hijacked agent leaves no records of its own. */
  readonly partial: number;
  /** What should have been there. */
  readonly problems: readonly string[];
}

const PAYMENT = 'act:payment:transaction-completed';
const DELIVERY = 'act:commerce:fulfillment-completed';
/** Longer than any record waits before it is tried again. */
const TRY_AGAIN_SECONDS = 301;
const DELIVERED: ReadonlySet<string> = new Set(['WAIT_BUYER_RECEIPT', 'TRADE_FINISHED']);

/** A scenario may have let the list run out, or put a broken one in its place: evidence is judged under the true one of now. */
async function renewTrustList(world: World): Promise<void> {
  const step = 'the trust list is renewed';
  const list = { claims: { issued_at: '+0s', next_update: '+1d' } };
  await publish({ world, kept: new Map(), say() {}, inner: async () => ({}) }, { do: 'publish', step, list });
}

interface PaidTrade {
  readonly tradeNo: string;
  /** Id of the record of the payment. */
  readonly payment: string;
  /** Goods or a response went out, and were confirmed. A tip has none [TSD-ATT-EVT-16]. */
  readonly isDelivered: boolean;
}

/** @see TSD-ATT-EVT-04, TSD-ATT-SVF-21 */
export async function chainsOf(world: World): Promise<Chains> {
  await renewTrustList(world);
  world.advance(TRY_AGAIN_SECONDS);
  await allAnchored(world);
  const ports = await recordPorts(world);
  const found = { whole: 0, partial: 0, problems: [] as string[] };
  for (const trade of await tradesOf(world)) {
    const start = await beginningOf(world, trade);
    const { holds, ...judged } = await verifyChain(start.record_id, ports);
    if (trade.isDelivered && start.event_type !== DELIVERY)
      found.problems.push(`no delivery of ${trade.tradeNo}`);
    else if (holds) found.whole += 1;
    else if (await isNobodysRecord(world, judged)) found.partial += 1;
    else found.problems.push(brokenAt(trade.tradeNo, judged));
  }
  const isProven = found.whole > 0 || found.partial === 0;
  if (!isProven) found.problems.push('no payment leads back to the wish');
  return found;
}

/** Paid trades of every bank. Of a payment across two, each has its own; the delivery is of the one that the shop was paid by. */
async function tradesOf({ bank, partners, plan }: World): Promise<PaidTrade[]> {
  const names = partnerNames(plan);
  const banks = [
    { psp: PSP, store: bank.store },
    ...partners.map((store, at) => ({ psp: bankId(names[at] ?? ''), store })),
  ];
  return (await Promise.all(banks.map(paidAt))).flat();
}

async function paidAt({ psp, store: { read } }: { psp: string; store: Store }): Promise<PaidTrade[]> {
  const rows = await read.all(
    `SELECT payments.trade_no, payments.state, settlement, interconnect_out.partner FROM payments
     LEFT JOIN interconnect_out ON interconnect_out.trade_no = payments.trade_no
     WHERE payments.state NOT IN ('CREATE', 'WAIT_BUYER_PAY')`,
  );
  const paid: PaidTrade[] = [];
  for (const row of rows) {
    const tradeNo = String(row.trade_no);
    const payment = await recordIdOf({ event_type: PAYMENT, recorder: psp, subject: [tradeNo] });
    const isHere = row.partner === null && row.settlement !== 'GRATUITY';
    // A crossing that the partner refused was never a payment.
    if (row.partner !== null && (await findRecord(read, payment)) === undefined) continue;
    paid.push({ tradeNo, payment, isDelivered: isHere && DELIVERED.has(String(row.state)) });
  }
  return paid;
}

/** The record of the delivery, where there is one. */
async function beginningOf(
  world: World,
  { tradeNo, payment }: PaidTrade,
): Promise<Pick<AttestationRecord, 'record_id' | 'event_type'>> {
  for (const { read } of world.sellers) {
    const row = await read.get('SELECT record_id FROM records WHERE trade_no = $1 AND event_type = $2', [
      tradeNo,
      DELIVERY,
    ]);
    if (row !== undefined) return { record_id: String(row.record_id), event_type: DELIVERY };
  }
  return { record_id: payment, event_type: PAYMENT };
}

/**
 * Whether all that is missing is what no agent of the world has done by its own road: then there is nothing to record,
 * and every record up to there was verified.
 */
async function isNobodysRecord(
  world: World,
  { records, broken }: Omit<ChainJudgement, 'holds'>,
): Promise<boolean> {
  const missing = records.at(-1);
  const below = records.at(-2)?.record;
  const isGap = broken === undefined && missing?.code === 'record_not_found' && below !== undefined;
  return isGap && (await forgedIds(world, below)).has(missing.record_id);
}

/** Ids of the records that the agent would have written before this one, had it been its own doing. */
async function forgedIds(world: World, below: AttestationRecord): Promise<Set<string>> {
  const ids = new Set<string>();
  const { quote_digest } = below.event_body as { readonly quote_digest?: string };
  for (const name of agentNames(world.plan)) {
    const recorder = agentId(name);
    const store = world.agents.get(name)?.deps.store;
    if (store === undefined) continue;
    const { read } = store;
    if (quote_digest !== undefined && !(await read.get(REQUESTED, [below.order_no ?? '']))) {
      ids.add(
        await recordIdOf({ event_type: 'act:commerce:cart-confirmed', recorder, subject: [quote_digest] }),
      );
    }
    if (!(await read.get('SELECT 1 AS known FROM agent_tasks WHERE intent_id = $1', [below.intent_id]))) {
      const event_type = 'act:delegation:intent-created';
      ids.add(await recordIdOf({ event_type, recorder, subject: [below.intent_id] }));
    }
  }
  return ids;
}

/** Whether the agent has paid for this order by its own road. */
const REQUESTED = `SELECT 1 AS requested FROM agent_payment_requests WHERE out_trade_no = $1
  UNION SELECT 1 FROM agent_a402_purchases WHERE out_trade_no = $1`;

function brokenAt(tradeNo: string, { records, broken }: Omit<ChainJudgement, 'holds'>): string {
  const last = records.at(-1);
  const what = broken?.rule ?? last?.verdict ?? last?.code;
  const event = last?.record?.event_type ?? `a record before ${records.at(-2)?.record?.event_type}`;
  return `the chain of ${tradeNo} ends at ${event}: ${what} ${last?.code ?? ''} ${last?.signer ?? last?.member ?? ''}`;
}
