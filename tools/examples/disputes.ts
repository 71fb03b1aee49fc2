import {
  type AttestationRecord,
  type CompensationAnswer,
  type DisputeBundle,
  digestOfObject,
  type FindingClaims,
  type JsonValue,
  parseUtcSeconds,
  signMessage,
} from '../../src/protocol/index.ts';
import type { ExampleSet } from './example-set.ts';
import { EKU, institution } from './keys.ts';
import { DELEGATION_ID, ORDER, TRADE } from './parties.ts';

const HANDLER = 'did:act:trust.example/disputes';

/** The printed purchase as evidence; how it is put together, not how it is judged: test/disputes does that. */
export async function disputeExamples(messages: ExampleSet): Promise<ExampleSet> {
  const record = messages.record?.[''] as AttestationRecord;
  const purchase = messages.bundle?.[''] as DisputeBundle['purchase'];
  const anchored = messages['http/anchored']?.[''] as DisputeBundle['records'][number]['anchored'];
  const content = {
    version: '1',
    trade_no: TRADE,
    collected_at: '2026-01-12T02:00:00Z',
    log_id: 'did:act:trust.example/log',
    trust_list: purchase.trust_list,
    purchase,
    records: [{ record, anchored }],
  };
  const bundle = { ...content, content_digest: await digestOfObject(content as unknown as JsonValue) };
  const filed = {
    type: 'PAYMENT_NOT_AUTHORIZED',
    description: 'I have not bought this ticket.',
  };
  const dispute = {
    ...filed,
    dispute_id: 'dsp_7Nb3vCx5zLk9jHg2fDs4aQ',
    intent_id: record.intent_id,
    delegation_id: DELEGATION_ID,
    order_no: ORDER,
    trade_no: TRADE,
    filed_at: '2026-01-13T08:00:00Z',
    evidence_until: '2026-01-20T08:00:00Z',
    submissions: 0,
    status: 'EVIDENCE',
  };
  const { record_id, event_type, participants } = record;
  const judged = { record_id, event_type, recorder: participants[0]?.id ?? '', verdict: 'VERIFIED' };
  const decidedAt = parseUtcSeconds('2026-01-20T08:00:00Z');
  const finding: FindingClaims = {
    iss: HANDLER,
    jti: 'fnd_2Rt5yUi8oPa1sDf4gHj7kL',
    iat: decidedAt,
    exp: decidedAt + 30 * 86_400,
    dispute_id: dispute.dispute_id,
    trade_no: TRADE,
    finding: 'DENIED',
    reason: 'dispute_within_mandate',
    evidence: [bundle.content_digest],
  };
  const handler = await institution(HANDLER, 'trust disputes');
  const signed = await signMessage('finding', finding, await handler.signer('finding', [EKU.finding]));
  const compensation: CompensationAnswer = {
    trade_no: TRADE,
    amount: '553.50',
    currency: 'CNY',
    reason: 'mandate_revoked',
    compensated_at: '2026-01-20T09:00:00Z',
  };
  return {
    finding: { '': finding },
    'http/compensation': { '': { finding: signed, bundle } },
    'http/compensation-answer': { '': compensation },
    'http/trade-evidence': { '': { trade_no: TRADE, purchase, records: [record], unavailable: [] } },
    'http/record-list': { '': { records: [record] } },
    'dispute-bundle': { '': bundle },
    'http/dispute-request': { '': { ...filed, record_id } },
    'http/dispute-evidence': { '': { bundle } },
    'http/dispute': {
      '': dispute,
      decided: {
        ...{ ...dispute, submissions: 1, status: 'DECIDED' },
        ...{ finding: 'DENIED', reason: 'dispute_within_mandate', records: [judged], missing: [] },
        signed_finding: signed,
      },
    },
  };
}
