import {
  type AttestationRecord,
  type DisputeBundle,
  digestOfObject,
  type JsonValue,
} from '../../src/protocol/index.ts';
import type { ExampleSet } from './messages.ts';
import { DELEGATION_ID, ORDER, TRADE } from './parties.ts';

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
  return {
    'dispute-bundle': { '': bundle },
    'http/dispute-request': { '': { ...filed, record_id } },
    'http/dispute-evidence': { '': { bundle } },
    'http/dispute': {
      '': dispute,
      decided: {
        ...{ ...dispute, submissions: 1, status: 'DECIDED' },
        ...{ finding: 'DENIED', reason: 'dispute_within_mandate', records: [judged], missing: [] },
      },
    },
  };
}
