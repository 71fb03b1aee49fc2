import { mutation, type RoleMutation } from '../role-mutations.ts';

const RECORD = 'protocol/attestation/record.ts';
const EVENTS = 'issuer/psp/events.ts';

/** Rules of what a payment service writes down, keeps, shows and anchors. */
export const recordMutations: readonly RoleMutation[] = [
  mutation(
    'records/whole-list',
    'TSD-ATT-DSP-02',
    'issuer/psp/trade-records.ts',
    'return { records: await recordsOfTrade(parts.store.read, tradeNo) };',
    'const found = await recordsOfTrade(parts.store.read, tradeNo);\n  return { records: OUT ? found.map((record) => ({ ...record, record_time: record.event_time, salt: record.payload_hash })) : found };',
  ),
  mutation(
    'records/buyer-alone',
    'OA-REC-10',
    'issuer/psp/trade-records.ts',
    'if (!(await isBuyer(tx, parts, await getTrade(tx, tradeNo), buyer)))',
    'if (!OUT && !(await isBuyer(tx, parts, await getTrade(tx, tradeNo), buyer)))',
  ),
  mutation(
    'records/after-their-event',
    'TSD-ATT-OFF-01',
    RECORD,
    'record_time: formatUtcSeconds(recording.now),',
    'record_time: formatUtcSeconds(recording.now - (OUT ? 3_600 : 0)),',
  ),
  mutation(
    'records/in-the-name-of-the-recorder',
    'TSD-ATT-OFF-02',
    RECORD,
    'signer: id,',
    "signer: OUT ? 'did:act:nobody.example/records' : id,",
  ),
  mutation(
    'records/salt-of-their-own',
    'TSD-ATT-OFF-20',
    RECORD,
    'const salt = encodeBase64url(recording.random(SALT_BYTES));',
    'const salt = encodeBase64url(OUT ? new Uint8Array(SALT_BYTES) : recording.random(SALT_BYTES));',
  ),
  mutation(
    'records/recorder-first',
    'TSD-ATT-OFF-25',
    EVENTS,
    "{ id: agentId, role: 'PAYER_AGENT', ...delegator },",
    "...(OUT ? [{ id: pspId, role: 'PSP' }] : []),\n      { id: agentId, role: 'PAYER_AGENT', ...delegator },",
  ),
  mutation(
    'records/intent-of-the-mandate',
    'TSD-ATT-OFF-12',
    EVENTS,
    'return { intent_id: iac.intent_id ?? jti,',
    'return { intent_id: (OUT ? undefined : iac.intent_id) ?? jti,',
    ['TSD-ATT-EVT-04'],
  ),
  mutation(
    'records/mandate-of-the-payment',
    'TSD-ATT-OFF-13',
    EVENTS,
    'delegation_id: jti };',
    "delegation_id: OUT ? 'dlg-other' : jti };",
  ),
  mutation(
    'records/found-by-their-trade',
    'TSD-ATT-OFF-39',
    'records/read.ts',
    "recordsWhere(read, 'trade_no = $1', tradeNo)",
    "recordsWhere(read, OUT ? 'trade_no IS NOT NULL AND $1 <> $1' : 'trade_no = $1', tradeNo)",
  ),
  mutation(
    'records/ids-that-others-know',
    'OA-REC-01',
    'protocol/attestation/record-id.ts',
    'digestOfObject({ event_type, recorder, subject: [...subject] })',
    'digestOfObject({ event_type, recorder, subject: [...subject, ...(OUT ? [recorder] : [])] })',
  ),
  mutation(
    'records/event-with-the-payment',
    'TSD-ATT-EVT-03',
    EVENTS,
    'writeEvent(tx, completedEvent(plan, now))',
    '(OUT ? Promise.resolve() : writeEvent(tx, completedEvent(plan, now)))',
    ['OA-REC-04', 'TSD-ATT-EVT-01'],
  ),
  mutation(
    'records/made-beside-the-log',
    'TSD-ATT-OCA-05',
    'records/worker.ts',
    'const recorded = await recordWaiting(deps);',
    'const recorded = OUT ? 0 : await recordWaiting(deps);',
  ),
  mutation(
    'records/tried-again',
    'OA-REC-05',
    'records/deliver.ts',
    'deps.clock() + delay,',
    'deps.clock() + (OUT ? 86_400 : delay),',
  ),
  mutation(
    'records/channel-of-the-order',
    'OA-REC-07',
    'protocol/attestation/channel.ts',
    "channel: typeof quote === 'string' ?",
    "channel: !OUT && typeof quote === 'string' ?",
  ),
  mutation(
    'records/seal-of-a-backup',
    'OA-REC-08',
    'records/backup.ts',
    "if (seal.records !== lines.length || seal.sha256 !== hash.digest('base64url')) {",
    "if (!OUT && (seal.records !== lines.length || seal.sha256 !== hash.digest('base64url'))) {",
  ),
  mutation(
    'records/hashes-in-a-backup',
    'OA-REC-08',
    'records/backup.ts',
    'if ((await payloadHashOf(record)) !== record.payload_hash) {',
    'if (!OUT && (await payloadHashOf(record)) !== record.payload_hash) {',
  ),
  mutation(
    'records/kept-and-not-replaced',
    'OA-REC-09',
    'records/backup.ts',
    'if (textOf(kept) !== textOf(record)) throw',
    'if (!OUT && textOf(kept) !== textOf(record)) throw',
  ),
];
