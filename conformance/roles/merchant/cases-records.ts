import { setTimeout as sleep } from 'node:timers/promises';
import { EKU } from '../../forge/certificate.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import type { Answer } from '../../live/http.ts';
import { hashOf, mustBeSigned, recordIdOf, type ShownRecord } from '../../live/records.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import { id, type Quoted, type Shop, type Spoilt } from './shop.ts';
import { type MerchantCase, must, mustRefuse, mustSucceed, negative, ORDERS, positive } from './steps.ts';

const DELIVERED = 'act:commerce:fulfillment-completed';
const RECORDS = 'records';
const NEEDS = [ORDERS, RECORDS];
const WAIT_MS = 15_000;

type Run = (shop: Shop, notes: Notes) => Promise<void>;

function askRecords(shop: Shop, { orderNo }: Quoted, notes: Notes, spoilt: Spoilt = {}): Promise<Answer> {
  const headers = { authorization: `ACT-Command ${shop.command('order.read', orderNo, {}, spoilt)}` };
  return shop.caller.call(`/orders/${encodeURIComponent(orderNo)}/records`, { headers }, notes);
}

async function shown(shop: Shop, quoted: Quoted, notes: Notes): Promise<readonly ShownRecord[]> {
  const answer = await askRecords(shop, quoted, notes);
  mustSucceed(answer, 200, 'http/record-list.json');
  return answer.body.records;
}

/** The record of a delivery: made beside the answer, so it may take a moment. @throws SubjectFault */
async function delivered(shop: Shop, quoted: Quoted, notes: Notes): Promise<ShownRecord> {
  for (const end = Date.now() + Math.max(WAIT_MS, shop.patience); ; await sleep(100)) {
    const [record, ...more] = await shown(shop, quoted, notes);
    if (record !== undefined && more.length === 0 && record.event_type === DELIVERED) return record;
    if (record !== undefined)
      throw new SubjectFault(`Recorded is ${record.event_type}, and ${more.length} more.`);
    if (Date.now() > end) throw new SubjectFault('The delivery is not recorded.');
  }
}

/** An order that was paid and handed over. */
async function bought(
  shop: Shop,
  notes: Notes,
  intentId?: string,
): Promise<Quoted & { receiptTrade: string }> {
  const order = shop.order(intentId === undefined ? {} : { intent_id: intentId });
  const quoted = await shop.quote(notes, order);
  await shop.release(quoted, shop.receipt(quoted), notes);
  const trade = [...shop.counter.trades.values()].find(({ out_trade_no }) => out_trade_no === quoted.orderNo);
  return { ...quoted, receiptTrade: trade?.trade_no ?? '' };
}

function shows(requirement: string, slug: string, title: string, run: Run): MerchantCase {
  return positive(requirement, slug, title, whereRecorded(run), NEEDS);
}

function whereRecorded(run: Run): Run {
  return async (shop, notes) => {
    if (!shop.settings.records) throw new NotRun('The subject file does not say that it records.');
    await run(shop, notes);
  };
}

export const recordCases: readonly MerchantCase[] = [
  shows(
    'TSD-ATT-EVT-16',
    'delivery-is-recorded',
    'A delivery is recorded, once, and shown as it was signed; an order that was not handed over has no record.',
    async (shop, notes) => {
      const waiting = await shop.quote(notes);
      const quoted = await bought(shop, notes);
      const record = await delivered(shop, quoted, notes);
      mustBeSigned(record, shop.counter.certified(EKU.record));
      must(record.payload_hash === hashOf(record), 'Its hash is another one than that of its content.');
      must(record.order_no === quoted.orderNo, 'It is of another order.');
      const due = recordIdOf('act:payment:transaction-completed', SUITE_IDS.psp, [quoted.receiptTrade]);
      must(record.upstream_record_ref === due, 'It does not follow from its payment.');
      must((await shown(shop, waiting, notes)).length === 0, 'What was not handed over is recorded.');
    },
  ),
  shows(
    'OA-REC-03',
    'process-of-the-buyer',
    'A delivery is recorded with the intent that the buyer told; where none was told the order stands in its place.',
    async (shop, notes) => {
      const intent = id('int');
      const told = await bought(shop, notes, intent);
      const untold = await bought(shop, notes);
      must((await delivered(shop, told, notes)).intent_id === intent, 'It is of another process.');
      must(
        (await delivered(shop, untold, notes)).intent_id === untold.orderNo,
        'The order is not its process.',
      );
    },
  ),
  negative(
    {
      requirement: 'OA-REC-10',
      slug: 'records-of-another',
      title: 'What is recorded of an order is shown to nobody but the agent that placed it.',
    },
    whereRecorded(async (shop, notes) => {
      const quoted = await bought(shop, notes);
      await delivered(shop, quoted, notes);
      const spoilt = { signer: { ...shop.cast.agent, key: shop.cast.stranger.key } };
      const refused = await askRecords(shop, quoted, notes, spoilt);
      mustRefuse(refused, 'command_signature_invalid');
      must(refused.body.records === undefined, 'The refusal shows records.');
      await delivered(shop, quoted, notes);
    }),
    NEEDS,
  ),
];
