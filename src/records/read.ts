import type { AttestationRecord } from '../protocol/generated/types.ts';
import type { Queries, Row } from '../store/index.ts';

/** Which records are asked for; with nothing said, all of them. */
export interface RecordFilter {
  readonly intentId?: string;
  readonly tradeNo?: string;
}

const PAGE = 200;

function recordFrom(row: Row): AttestationRecord {
  return JSON.parse(String(row.record)) as AttestationRecord;
}

export async function findRecord(read: Queries, recordId: string): Promise<AttestationRecord | undefined> {
  const row = await read.get('SELECT record FROM records WHERE record_id = $1', [recordId]);
  return row === undefined ? undefined : recordFrom(row);
}

/** More than one order leaves with one role. */
const LISTED_MAX_RECORDS = 64;

/** Those of one order, in the order of their events. */
export function recordsOfOrder(read: Queries, orderNo: string): Promise<AttestationRecord[]> {
  return recordsWhere(read, 'order_no = $1', orderNo);
}

export function recordsOfTrade(read: Queries, tradeNo: string): Promise<AttestationRecord[]> {
  return recordsWhere(read, 'trade_no = $1', tradeNo);
}

/**
 * What became of a mandate itself: issued, suspended, resumed, revoked, expired. Its orders are asked for by their
 * numbers.
 */
export function recordsOfMandate(read: Queries, delegationId: string): Promise<AttestationRecord[]> {
  return recordsWhere(read, 'delegation_id = $1 AND order_no IS NULL', delegationId);
}

async function recordsWhere(read: Queries, condition: string, value: string): Promise<AttestationRecord[]> {
  const rows = await read.all(
    `SELECT record FROM records WHERE ${condition} ORDER BY event_time, record_id LIMIT $2`,
    [value, LISTED_MAX_RECORDS],
  );
  return rows.map(recordFrom);
}

/** Every record that is asked for, in the order of their ids, a page at a time. */
export async function* allRecords(
  read: Queries,
  filter: RecordFilter = {},
): AsyncGenerator<AttestationRecord, void> {
  const { intentId = '', tradeNo = '' } = filter;
  let last = '';
  for (;;) {
    const rows = await read.all(
      `SELECT record_id, record FROM records WHERE record_id > $1
       AND ($2 = '' OR intent_id = $2) AND ($3 = '' OR trade_no = $3) ORDER BY record_id LIMIT $4`,
      [last, intentId, tradeNo, PAGE],
    );
    for (const row of rows) yield recordFrom(row);
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = String(end.record_id);
  }
}

/** How many events wait to be recorded, and how many records to be anchored. */
export async function backlog(read: Queries): Promise<{ readonly events: number; readonly records: number }> {
  const row = await read.get(
    `SELECT (SELECT COUNT(*) FROM record_outbox) AS events,
       (SELECT COUNT(*) FROM record_anchors WHERE state = 'PENDING') AS records`,
  );
  return { events: Number(row?.events ?? 0), records: Number(row?.records ?? 0) };
}
