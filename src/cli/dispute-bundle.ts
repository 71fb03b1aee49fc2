import { writeFile } from 'node:fs/promises';
import { createHttpClient, expectJson, expectText, type HttpClient } from '../http/index.ts';
import { readBeginning } from '../http/read-beginning.ts';
import { privacyChannelOf } from '../protocol/attestation/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AttestationRecord, DisputeBundle } from '../protocol/generated/types.ts';
import {
  validateAnchoredBody,
  validateAttestationRecord,
  validateRecordListBody,
  validateTradeEvidenceBody,
} from '../protocol/generated/validators.js';
import { parseStrict } from '../protocol/json/index.ts';
import { assertSchema, readMessage } from '../protocol/messages/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { sealDispute } from '../verifier/index.ts';
import { UnusableInput } from './io.ts';

export interface Collecting {
  readonly tradeNo: string;
  /** File with the purchase bundle, as the agent hands it out. */
  readonly purchase: string;
  /** Files with records, one a line, as each role exports them. */
  readonly records: readonly string[];
  /** Address of the trust service with its log. */
  readonly url: string;
  readonly logId: string;
  /** Unix seconds. */
  readonly now: number;
}

const OWNER_ONLY = 0o600;
const PURCHASE_MAX_BYTES = 262_144;
/** A role may export all that it has: of that the trade is taken. */
const RECORDS_MAX_BYTES = 67_108_864;
/** The agent asks three others first. */
const COLLECTING_MILLISECONDS = 30_000;

/**
 * Collects everything about one trade into one file: purchase, trust list of now, records, and from the log the anchor of
 * each with its proof. A record that is not anchored goes in without; it is judged by whoever reads the file.
 *
 * @throws UnusableInput; ActError of the log and of the trust service
 */
export async function collectDispute(collecting: Collecting): Promise<Uint8Array> {
  const { tradeNo, url, logId, now } = collecting;
  const purchase = await readPurchase(collecting.purchase);
  const receipt = readMessage('receipt', purchase.receipt).claims;
  if (receipt.trade_no !== tradeNo) throw new UnusableInput(`The purchase is of trade ${receipt.trade_no}.`);
  const all = (await Promise.all(collecting.records.map(readRecords))).flat();
  const records = recordsOf(all, tradeNo, receipt.out_trade_no);
  return reaching(url, (http) => assembleDispute({ tradeNo, purchase, records }, { url, logId, now, http }));
}

/**
 * The same from the servers that run: the agent collects the purchase and everybody's records. Where its mandate was
 * handed down, the agents above it show what led to theirs; the agent itself may not ask for that.
 *
 * @throws as collectDispute
 */
export async function collectLive(
  tradeNo: string,
  [agentUrl, ...agentsAbove]: readonly [string, ...string[]],
  { url, logId, now }: Omit<LogAccess, 'http'>,
): Promise<{ readonly bytes: Uint8Array; readonly unavailable: readonly string[] }> {
  const path = `${agentUrl}/trades/${encodeURIComponent(tradeNo)}/evidence`;
  const { purchase, records, unavailable } = await reaching(agentUrl, async (http) =>
    expectJson(
      validateTradeEvidenceBody,
      await http.get(path, { timeoutMilliseconds: COLLECTING_MILLISECONDS }),
    ),
  );
  const above = await recordsAbove(purchase, agentsAbove);
  const all = inOrder([...records, ...above.records]);
  const bytes = await reaching(url, (http) =>
    assembleDispute({ tradeNo, purchase, records: all }, { url, logId, now, http }),
  );
  return { bytes, unavailable: [...unavailable, ...above.unavailable] };
}

/** What led to each mandate above, from the first of the agents that has it; a mandate that none of them has is named. */
async function recordsAbove(
  purchase: DisputeBundle['purchase'],
  agents: readonly string[],
): Promise<{ readonly records: readonly AttestationRecord[]; readonly unavailable: readonly string[] }> {
  const chain = 'level' in purchase ? [] : (purchase.mandate_chain ?? []);
  const records: AttestationRecord[] = [];
  const unavailable: string[] = [];
  for (const mandate of chain) {
    const { jti } = readMessage('mandate', mandate).claims;
    const shown = await firstWith(agents, jti);
    if (shown === undefined) unavailable.push(`whoever had mandate ${jti}`);
    else records.push(...shown);
  }
  return { records, unavailable };
}

async function firstWith(
  agents: readonly string[],
  delegationId: string,
): Promise<readonly AttestationRecord[] | undefined> {
  const path = `/mandates/${encodeURIComponent(delegationId)}/records`;
  for (const agent of agents) {
    const shown = await reaching(agent, async (http) => {
      const answer = await http.get(`${agent}${path}`, { timeoutMilliseconds: COLLECTING_MILLISECONDS });
      return answer.status === 404 ? undefined : expectJson(validateRecordListBody, answer).records;
    });
    if (shown !== undefined) return shown;
  }
  return undefined;
}

/** A client that goes to one server and nowhere else. */
async function reaching<T>(url: string, work: (http: HttpClient) => Promise<T>): Promise<T> {
  const { origin } = new URL(url);
  const http = createHttpClient((other) => other === origin);
  try {
    return await work(http);
  } finally {
    await http.close();
  }
}

/** What a file of evidence is made of, before the log is asked. */
export interface TradeEvidence {
  readonly tradeNo: string;
  readonly purchase: DisputeBundle['purchase'];
  readonly records: readonly AttestationRecord[];
}

export interface LogAccess {
  /** Address of the trust service with its log. */
  readonly url: string;
  readonly logId: string;
  /** Unix seconds. */
  readonly now: number;
  readonly http: HttpClient;
}

/** Adds the trust list of now and the anchor of each record with its proof, and seals the file. */
export async function assembleDispute(
  { tradeNo, purchase, records }: TradeEvidence,
  { url, logId, now, http }: LogAccess,
): Promise<Uint8Array> {
  const evidence: DisputeBundle['records'] = [];
  for (const record of records) evidence.push(await withAnchor(record, url, http));
  return sealDispute({
    version: '1',
    trade_no: tradeNo,
    collected_at: formatUtcSeconds(now),
    log_id: logId,
    trust_list: expectText(await http.get(`${url}/trust-list`)),
    purchase,
    records: evidence,
  });
}

/** For their owner only: intent, amounts and goods stand in it. @throws UnusableInput */
export async function writeDispute(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { mode: OWNER_ONLY, flag: 'wx' });
  } catch (error) {
    throw new UnusableInput(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function readInput(path: string, maxBytes: number): Promise<Uint8Array> {
  const bytes = await readBeginning(path, maxBytes + 1).catch(() => {
    throw new UnusableInput(`The file ${path} cannot be read.`);
  });
  if (bytes.length <= maxBytes) return bytes;
  throw new UnusableInput(`The file ${path} is larger than ${maxBytes} bytes.`);
}

async function readPurchase(path: string): Promise<DisputeBundle['purchase']> {
  const value = parseStrict(await readInput(path, PURCHASE_MAX_BYTES), {
    maxBytes: PURCHASE_MAX_BYTES,
    maxDepth: 16,
  });
  const purchase = value as unknown as DisputeBundle['purchase'];
  // The whole file is held to its schema when it is judged.
  if (typeof purchase?.receipt !== 'string') throw new UnusableInput(`${path} is no purchase bundle.`);
  return purchase;
}

async function readRecords(path: string): Promise<AttestationRecord[]> {
  const lines = new TextDecoder().decode(await readInput(path, RECORDS_MAX_BYTES)).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => assertSchema(validateAttestationRecord, parseStrict(new TextEncoder().encode(line))));
}

/** Those of the trade, its order and its process, each once, in the order of their events. */
function recordsOf(
  records: readonly AttestationRecord[],
  tradeNo: string,
  orderNo: string,
): AttestationRecord[] {
  const intent = records.find(({ trade_no }) => trade_no === tradeNo)?.intent_id;
  const own = records.filter(
    ({ intent_id, order_no = orderNo, trade_no = tradeNo }) =>
      intent_id === intent && order_no === orderNo && trade_no === tradeNo,
  );
  return inOrder(own);
}

/** Each once, in the order of their events. */
function inOrder(records: readonly AttestationRecord[]): AttestationRecord[] {
  const once = new Map(records.map((record) => [record.record_id, record]));
  return [...once.values()].sort((left, right) => {
    if (left.event_time === right.event_time) return 0;
    return left.event_time < right.event_time ? -1 : 1;
  });
}

async function withAnchor(
  record: AttestationRecord,
  url: string,
  http: HttpClient,
): Promise<DisputeBundle['records'][number]> {
  const privacyChannel = await privacyChannelOf(record);
  const answer = await http.get(`${url}/anchors/${record.record_id}`, { privacyChannel });
  try {
    return { record, anchored: expectJson(validateAnchoredBody, answer) };
  } catch (error) {
    if (error instanceof ActError && error.code === 'anchor_not_found') return { record };
    throw error;
  }
}
