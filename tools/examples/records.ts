import {
  type AttestationRecord,
  type Correlation,
  digestOfObject,
  type EventBodies,
  type EventType,
  type JsonValue,
  parseUtcSeconds,
  type RecordParticipant,
  type RecordSigner,
  recordIdOf,
  recordOf,
  signRecord,
} from '../../src/protocol/index.ts';
import type { ExampleSet } from './example-set.ts';
import { exampleBytes, keySigner } from './keys.ts';
import { DELEGATION_ID, ORDER, PARTY, TIME, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

const DECISION = 'dec_7Yb2nMkJ5hGf8DsA1qWe4R';
const EXPIRED = parseUtcSeconds(TIME.end);

const issuer: RecordParticipant = { id: PARTY.issuer, role: 'IAC_ISSUER', represented: PARTY.delegator };
const agent: RecordParticipant = { id: PARTY.agent, role: 'PAYER_AGENT', represented: PARTY.delegator };
const merchant: RecordParticipant = { id: PARTY.merchant, role: 'MERCHANT' };
const psp: RecordParticipant = { id: PARTY.psp, role: 'PSP' };

/** What the printed events say about themselves. */
interface PrintedEvent<T extends EventType> {
  readonly type: T;
  readonly at: string;
  readonly subject: readonly [string, ...string[]];
  readonly participants: readonly [RecordParticipant, ...RecordParticipant[]];
  readonly upstream?: AttestationRecord;
  readonly correlation?: Omit<Correlation, 'intent_id'>;
  readonly body: EventBodies[T];
}

type Recorder = <T extends EventType>(event: PrintedEvent<T>) => Promise<AttestationRecord>;

/** Records each event five seconds after it happened. */
function recorder(purchase: ExamplePurchase): Recorder {
  const { recordSigners: keys, attestation } = purchase;
  const signers: Readonly<Record<string, RecordSigner>> = {
    [PARTY.agent]: {
      id: PARTY.agent,
      signer: keySigner(purchase.agent),
      attestation: attestation.compact,
    },
    [PARTY.issuer]: { id: PARTY.issuer, signer: keys.issuer },
    [PARTY.psp]: { id: PARTY.psp, signer: keys.psp },
    [PARTY.merchant]: { id: PARTY.merchant, signer: keys.merchant },
  };
  return async ({ type, at, subject, participants, upstream, correlation = {}, body }) => {
    const [{ id }] = participants;
    const signer = signers[id];
    if (signer === undefined) throw new Error(`no signer of ${id}`);
    const record = await recordOf(
      {
        record_id: await recordIdOf({ event_type: type, recorder: id, subject }),
        event_type: type,
        event_time: at,
        correlation: {
          intent_id: String(purchase.intent.intent_id),
          ...correlation,
          ...(upstream === undefined ? {} : { upstream_record_ref: upstream.record_id }),
        },
        participants,
        event_body: body,
      },
      {
        now: parseUtcSeconds(at) + 5,
        random: () => new Uint8Array([...exampleBytes(`${type} salt 1`), ...exampleBytes(`${type} salt 2`)]),
      },
    );
    return signRecord(record, signer);
  };
}

async function delegationRecords(purchase: ExamplePurchase, record: Recorder) {
  const { intent, iac, mandate } = purchase;
  const window = { validity_start_time: TIME.start, validity_end_time: TIME.end } as const;
  const terms = {
    delegation_mode: 'SPECIFIED',
    ...window,
    max_total_amount: '1800.00',
    currency: 'CNY',
  } as const;
  const created = await record({
    type: 'act:delegation:intent-created',
    at: '2026-01-10T09:01:00Z',
    subject: [String(intent.intent_id)],
    participants: [agent],
    body: { intent_digest: iac.source_isr_digest ?? '', ...terms },
  });
  const under = { delegation_id: DELEGATION_ID };
  const issued = await record({
    type: 'act:delegation:delegation-issued',
    at: TIME.issued,
    subject: [DELEGATION_ID],
    participants: [issuer, agent],
    upstream: created,
    correlation: under,
    body: {
      mandate_digest: purchase.paymentRequest.claims.mandate_digest ?? '',
      confirmation_digest: mandate.claims.confirmation_digest,
      psp_id: PARTY.psp,
      agent_jkt: purchase.agent.jkt,
      ...terms,
    },
  });
  const changed = { participants: [issuer, agent], upstream: issued, correlation: under } as const;
  const suspended = await record({
    type: 'act:delegation:delegation-suspended',
    at: '2026-01-13T08:00:01Z',
    subject: [DELEGATION_ID, '2'],
    ...changed,
    body: { by: 'delegator' },
  });
  const resumed = await record({
    type: 'act:delegation:delegation-resumed',
    at: '2026-01-13T09:00:00Z',
    subject: [DELEGATION_ID, '3'],
    ...changed,
    body: { by: 'delegator' },
  });
  const revoked = await record({
    type: 'act:delegation:delegation-revoked',
    at: '2026-01-14T08:00:00Z',
    subject: [DELEGATION_ID, '4'],
    ...changed,
    body: { by: 'delegator' },
  });
  const expired = await record({
    type: 'act:delegation:delegation-expired',
    at: new Date(EXPIRED * 1000).toISOString().replace('.000Z', 'Z'),
    subject: [DELEGATION_ID, 'expired'],
    ...changed,
    body: { validity_end_time: TIME.end },
  });
  return { created, issued, suspended, resumed, revoked, expired };
}

async function purchaseRecords(purchase: ExamplePurchase, record: Recorder, issued: AttestationRecord) {
  const { quote, paymentRequest } = purchase;
  const { quote_digest, mandate_digest = '' } = paymentRequest.claims;
  const price = { amount: '553.50', currency: 'CNY' } as const;
  const under = { delegation_id: DELEGATION_ID };
  const decided = await record({
    type: 'act:commerce:decision-logged',
    at: '2026-01-12T00:59:58Z',
    subject: [DECISION],
    participants: [agent],
    upstream: issued,
    correlation: under,
    body: {
      decision_digest: await digestOfObject({ example: 'decision' }),
      sellers_asked: 2,
      offers: 3,
      outcome: 'CHOSEN',
      counterparty: PARTY.merchant,
      ...price,
    },
  });
  const confirmed = await record({
    type: 'act:commerce:cart-confirmed',
    at: '2026-01-12T01:00:10Z',
    subject: [quote_digest],
    participants: [agent, merchant],
    upstream: decided,
    correlation: { ...under, order_no: ORDER },
    body: {
      counterparty: PARTY.merchant,
      quote_digest,
      transaction_confirmation_digest: await digestOfObject({ example: 'confirmation' }),
      ...price,
      payer_amount: '553.50',
      pay_before: quote.claims.pay_before,
    },
  });
  const paid = await record({
    type: 'act:payment:transaction-completed',
    at: TIME.paid,
    subject: [TRADE],
    participants: [psp, agent, merchant],
    upstream: confirmed,
    correlation: { ...under, order_no: ORDER, trade_no: TRADE },
    body: {
      merchant: PARTY.merchant,
      agent_id: PARTY.agent,
      quote_digest,
      request_digest: purchase.receipt.claims.request_digest,
      mandate_digest,
      ...price,
      payer_amount: '553.50',
      state: 'WAIT_SELLER_FULFILLMENT',
    },
  });
  const delivered = await record({
    type: 'act:commerce:fulfillment-completed',
    at: '2026-01-12T01:00:30Z',
    subject: [ORDER, PARTY.psp, TRADE],
    participants: [merchant, agent, psp],
    upstream: paid,
    correlation: { order_no: ORDER, trade_no: TRADE },
    body: {
      psp_id: PARTY.psp,
      agent_id: PARTY.agent,
      quote_digest,
      receipt_digest: await digestOfObject({ example: 'receipt' } satisfies JsonValue),
      delivered_digest: await digestOfObject({ example: 'goods' }),
      ...price,
    },
  });
  return { decided, confirmed, paid, delivered };
}

/** The records of the printed purchase, and what else can happen to its mandate. */
export async function exampleRecords(purchase: ExamplePurchase) {
  const record = recorder(purchase);
  const delegation = await delegationRecords(purchase, record);
  return { ...delegation, ...(await purchaseRecords(purchase, record, delegation.issued)) };
}

export async function recordExamples(purchase: ExamplePurchase): Promise<ExampleSet> {
  const { paid, ...others } = await exampleRecords(purchase);
  const all = [paid, ...Object.values(others)];
  const nameOf = (record: AttestationRecord): string => record.event_type.split(':')[2] ?? '';
  return {
    record: {
      '': paid,
      ...Object.fromEntries(Object.values(others).map((record) => [nameOf(record), record])),
    },
    ...Object.fromEntries(all.map((record) => [`record/${nameOf(record)}`, { '': record.event_body }])),
  };
}
