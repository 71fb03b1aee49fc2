import type { X509Certificate } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { base64url, sha256, utf8 } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import type { Answer } from '../../live/http.ts';
import { certificateOf } from '../../live/read.ts';
import { hashOf, mustBeSigned, recordIdOf, type ShownRecord } from '../../live/records.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import { HOUR } from '../account/bank.ts';
import { must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { type Paid, PRICE, type Till } from './till.ts';

const PAID = 'act:payment:transaction-completed';
const WAIT_MS = 15_000;
const waitOf = ({ patience }: Till): number => Math.max(WAIT_MS, patience);
export const RECORDS = 'records';
const OTHER_AGENT = SUITE_IDS.otherAgent;

const NEEDS = ['delegated', RECORDS];

function made(
  of: typeof positive,
  requirement: string,
  slug: string,
  title: string,
  run: (till: Till, notes: Notes) => Promise<void>,
): PspCase {
  return of(
    requirement,
    slug,
    title,
    (till, notes) => {
      if (!till.settings.records) throw new NotRun('The subject file does not say that it records.');
      return run(till, notes);
    },
    NEEDS,
  );
}

const shows = (requirement: string, slug: string, title: string, run: Parameters<typeof made>[4]): PspCase =>
  made(positive, requirement, slug, title, run);

function askRecords(
  till: Till,
  tradeNo: string,
  notes: Notes,
  by: Signer = till.cast.agent,
  iss: string = SUITE_IDS.agent,
): Promise<Answer> {
  const command = till.command('payment.read', tradeNo, { iss, aud: till.settings.id }, by);
  return till.get(`/payments/${encodeURIComponent(tradeNo)}/records`, command, notes);
}

export async function shown(till: Till, tradeNo: string, notes: Notes): Promise<readonly ShownRecord[]> {
  const answer = await askRecords(till, tradeNo, notes);
  mustSucceed(answer, 200, 'http/record-list.json');
  return answer.body.records;
}

/** The record of a payment: made beside the answer, so it may take a moment. @throws SubjectFault */
export async function recorded(till: Till, { tradeNo }: Paid, notes: Notes): Promise<ShownRecord> {
  for (const end = Date.now() + waitOf(till); ; await sleep(100)) {
    const [record, ...more] = await shown(till, tradeNo, notes);
    if (record !== undefined && more.length === 0 && record.event_type === PAID) return record;
    if (record !== undefined)
      throw new SubjectFault(`Recorded is ${record.event_type}, and ${more.length} more.`);
    if (Date.now() > end) throw new SubjectFault('The payment is not recorded.');
  }
}

/** A payment and its record: any one, or one that nobody else has looked at. */
async function paidAndRecorded(
  till: Till,
  notes: Notes,
  isAnother = false,
): Promise<{ readonly paid: Paid; readonly record: ShownRecord }> {
  if (!isAnother && till.seen !== undefined) return till.seen;
  const paid = await till.pay(notes);
  const made = { paid, record: await recorded(till, paid, notes) };
  till.seen ??= made;
  return made;
}

const orderOf = ({ payment }: Paid): string => String(payment.quote.claims.out_trade_no);

/** What the suite's log has of an order. */
const anchorsOf = (till: Till, orderNo: string): readonly JsonObject[] =>
  till.around.anchors.filter(({ order_no }) => order_no === orderNo);

export async function anchored(till: Till, orderNo: string): Promise<JsonObject> {
  for (const end = Date.now() + waitOf(till); ; await sleep(50)) {
    const [anchor, ...more] = anchorsOf(till, orderNo);
    if (anchor !== undefined && more.length === 0) return anchor;
    if (Date.now() > end)
      throw new SubjectFault(`The log has ${anchorsOf(till, orderNo).length} anchors of the order.`);
  }
}

/** While the log takes nothing. */
async function whileDown<T>(till: Till, work: () => Promise<T>): Promise<T> {
  till.around.isLogDown = true;
  try {
    return await work();
  } finally {
    till.around.isLogDown = false;
  }
}

/** The log was asked, and has taken nothing. */
async function askedInVain(till: Till): Promise<void> {
  const before = till.around.refusedAnchors;
  for (const end = Date.now() + waitOf(till); till.around.refusedAnchors === before; await sleep(50))
    if (Date.now() > end) throw new SubjectFault('The log is not asked to anchor the payment.');
}

const seconds = (time: string): number => Date.parse(time) / 1000;

const whole: readonly PspCase[] = [
  shows(
    'TSD-ATT-DSP-02',
    'shows-its-record',
    'The record of a payment is shown whole, as it was signed.',
    async (till, notes) => {
      const { paid, record } = await paidAndRecorded(till, notes);
      mustBeSigned(record, till.around.certified(EKU.record));
      must(record.payload_hash === hashOf(record), 'Its hash is another one than that of its content.');
      must(record.trade_no === paid.tradeNo, 'It is of another trade.');
    },
  ),
  shows(
    'TSD-ATT-OFF-01',
    'record-of-what-happened',
    'A record is made after its event, of a payment that was made.',
    async (till, notes) => {
      const { paid, record } = await paidAndRecorded(till, notes);
      must(seconds(record.record_time) >= seconds(record.event_time), 'It is made before its event.');
      must(
        record.event_time === paid.receipt.claims.paid_at,
        'It happened at another time than the receipt says.',
      );
      must(record.order_no === orderOf(paid), 'It is of another order.');
    },
  ),
  shows(
    'TSD-ATT-OFF-02',
    'record-in-its-own-name',
    'A record is signed by its recorder, under a certificate for records in its own name.',
    async (till, notes) => {
      const { record } = await paidAndRecorded(till, notes);
      mustBeSigned(record, till.around.certified(EKU.record));
    },
  ),
  shows(
    'TSD-ATT-OFF-12',
    'one-intent-in-all',
    'Two payments under one mandate are recorded with its intent, and no other one.',
    async (till, notes) => {
      const first = await till.pay(notes);
      const { mandate } = first.payment;
      const second = await till.pay(notes, { of: { mandate } });
      const { intent_id } = mandate.claims.iac as JsonObject;
      for (const paid of [first, second])
        must((await recorded(till, paid, notes)).intent_id === intent_id, 'It is of another process.');
    },
  ),
  shows(
    'TSD-ATT-OFF-13',
    'under-its-mandate',
    'A payment under a mandate is recorded, and anchored, with its delegation_id.',
    async (till, notes) => {
      const { paid, record } = await paidAndRecorded(till, notes);
      const { delegation_id } = paid.payment.mandate.claims.iac as JsonObject;
      must(record.delegation_id === delegation_id, 'The record names another mandate.');
      const anchor = await anchored(till, orderOf(paid));
      must(anchor.delegation_id === delegation_id, 'The anchor names another mandate.');
    },
  ),
  shows(
    'TSD-ATT-OFF-20',
    'a-salt-of-its-own',
    'Two records of the same content have two salts, and two hashes.',
    async (till, notes) => {
      const [one, other] = [await paidAndRecorded(till, notes), await paidAndRecorded(till, notes, true)];
      must(one.record.salt !== other.record.salt, 'Two records share a salt.');
      must(one.record.payload_hash !== other.record.payload_hash, 'Two records share a hash.');
    },
  ),
  shows(
    'TSD-ATT-OFF-25',
    'everybody-once',
    'Service, agent and seller stand in the record once each, the recorder first.',
    async (till, notes) => {
      const { paid, record } = await paidAndRecorded(till, notes);
      const roles = record.participants.map(({ id, role }) => `${String(role)} ${String(id)}`);
      const due = [
        `PSP ${till.settings.id}`,
        `PAYER_AGENT ${SUITE_IDS.agent}`,
        `MERCHANT ${String(paid.payment.quote.claims.iss)}`,
      ];
      must(isDeepStrictEqual(roles, due), `Participants: ${roles.join(', ')}.`);
    },
  ),
  shows(
    'TSD-ATT-OFF-39',
    'kept-as-it-was-signed',
    'A record is found by its trade, and is the same when it is asked for again after another payment.',
    async (till, notes) => {
      const { paid, record } = await paidAndRecorded(till, notes);
      const other = await paidAndRecorded(till, notes, true);
      must(other.record.trade_no === other.paid.tradeNo, 'Another record was found.');
      const again = await shown(till, paid.tradeNo, notes);
      must(isDeepStrictEqual(again, [record]), 'It is another one than before.');
    },
  ),
  shows(
    'OA-REC-01',
    'id-that-others-know',
    'The id of the record follows from its trade, and it follows from the cart whose quote was paid.',
    async (till, notes) => {
      const { paid, record } = await paidAndRecorded(till, notes);
      must(
        record.record_id === recordIdOf(PAID, till.settings.id, [paid.tradeNo]),
        'The id is not that of the event.',
      );
      const cart = recordIdOf('act:commerce:cart-confirmed', SUITE_IDS.agent, [
        String(paid.receipt.claims.quote_digest),
      ]);
      must(record.upstream_record_ref === cart, 'It follows from another record.');
    },
  ),
];

const kept: readonly PspCase[] = [
  made(
    negative,
    'OA-REC-10',
    'records-of-others',
    'Another agent is shown no record of the payment; the one that paid is.',
    async (till, notes) => {
      const { paid } = await paidAndRecorded(till, notes);
      const { otherAgent } = till.cast;
      await till.bind(notes, {}, { key: otherAgent, id: OTHER_AGENT });
      mustRefuse(await askRecords(till, paid.tradeNo, notes, otherAgent, OTHER_AGENT), 'payment_unknown');
      await recorded(till, paid, notes);
    },
  ),
  made(
    negative,
    'OA-REC-04',
    'no-record-of-a-refusal',
    'A payment that is refused leaves no event: neither a record nor an anchor; one that is made leaves one.',
    async (till, notes) => {
      const order = { quote: { values: { amount: '41.00', payer_amount: '40.50' } } };
      const refused = await till.payment(order, notes);
      mustRefuse(await till.ask(refused, notes), 'amount_over_single_limit');
      const { paid } = await paidAndRecorded(till, notes, true);
      await anchored(till, orderOf(paid));
      const orderNo = String(refused.quote.claims.out_trade_no);
      must(anchorsOf(till, orderNo).length === 0, 'A payment that was refused is anchored.');
    },
  ),
  shows(
    'TSD-ATT-OCA-05',
    'paid-without-the-log',
    'While the log takes nothing a payment is made and recorded.',
    async (till, notes) => {
      const paid = await whileDown(till, async () => (await paidAndRecorded(till, notes, true)).paid);
      await anchored(till, orderOf(paid));
    },
  ),
  shows(
    'OA-REC-05',
    'anchored-when-it-is-back',
    'What could not be anchored is, once, when the log is back.',
    async (till, notes) => {
      const paid = await whileDown(till, async () => {
        const made = await till.pay(notes);
        await askedInVain(till);
        return made;
      });
      await anchored(till, orderOf(paid));
      must(anchorsOf(till, orderOf(paid)).length === 1, 'It is anchored more than once.');
    },
  ),
  shows(
    'OA-REC-07',
    'channel-of-the-order',
    'A record of an order is anchored under the channel that follows from its quote.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const anchor = await anchored(till, orderOf(paid));
      const channel = digestOf({ channel: { quote_digest: paid.receipt.claims.quote_digest ?? '' } });
      must(anchor.privacy_channel === channel, 'It is anchored under another channel.');
    },
  ),
];

const told: readonly PspCase[] = [
  positive(
    'TSD-ATT-EVT-01',
    'event-by-its-name',
    'A payment is told by its registered name, once.',
    async (till, notes) => {
      const { tradeNo } = await till.pay(notes);
      const names = (await till.control.events(tradeNo, notes)).map(({ event_type }) => event_type);
      must(names.join() === PAID, `Told is ${names.join() || 'nothing'}.`);
    },
  ),
  positive(
    'TSD-ATT-EVT-03',
    'event-when-it-is-done',
    'The event of a payment is there with the answer, dated with the payment; of one that was refused there is none.',
    async (till, notes) => {
      const { tradeNo, receipt } = await till.pay(notes);
      const [event, ...more] = await till.control.events(tradeNo, notes);
      must(event !== undefined && more.length === 0, 'The payment is not told of once.');
      must(event?.at === seconds(String(receipt.claims.paid_at)), 'It is dated otherwise than the payment.');
    },
  ),
  positive(
    'TSD-ATT-EVT-04',
    'event-of-its-process',
    'The event names the process that it belongs to: intent, mandate, order and trade.',
    async (till, notes) => {
      const { tradeNo, payment } = await till.pay(notes);
      const [event] = await till.control.events(tradeNo, notes);
      const { intent_id, delegation_id } = payment.mandate.claims.iac as JsonObject;
      const order_no = payment.quote.claims.out_trade_no ?? '';
      const due: JsonObject = {
        intent_id: intent_id ?? '',
        delegation_id: delegation_id ?? '',
        order_no,
        trade_no: tradeNo,
      };
      for (const [name, value] of Object.entries(due))
        must(event?.correlation[name] === value, `The event has another ${name}.`);
    },
  ),
  positive(
    'TSD-ATT-EVT-05',
    'one-meaning-at-both-levels',
    'A payment has one event type and says the same of what was paid, whatever the order.',
    async (till, notes) => {
      const [one, other] = [await till.pay(notes), await till.pay(notes)];
      const bodies = await Promise.all(
        [one, other].map(async ({ tradeNo }) => {
          const [event] = await till.control.events(tradeNo, notes);
          must(event?.event_type === PAID, `Told is ${String(event?.event_type)}.`);
          return event?.event_body;
        }),
      );
      const price = till.written(PRICE);
      for (const body of bodies)
        must(
          body?.amount === price.amount && body.payer_amount === price.payer_amount,
          'An event says another amount.',
        );
    },
  ),
];

/** Lines of a backup under the seal that they have to have. */
function sealed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  return `${text}${JSON.stringify({ records: lines.length, sha256: base64url(sha256(utf8(text))) })}\n`;
}

/** Two records of the subject, as its own backup has them. @throws SubjectFault */
async function backedUp(till: Till, notes: Notes): Promise<readonly [string, string]> {
  const made = [await paidAndRecorded(till, notes), await paidAndRecorded(till, notes, true)];
  const lines = (await till.control.backup(notes)).split('\n');
  must(sealed(lines.slice(0, -2)) === lines.join('\n'), 'The backup has another seal.');
  const byId = new Map(lines.slice(0, -2).map((line) => [(JSON.parse(line) as ShownRecord).record_id, line]));
  const [one, other] = made.map(({ record }) => byId.get(record.record_id));
  if (one === undefined || other === undefined) throw new SubjectFault('The backup lacks a record.');
  return [one, other];
}

async function mustRestore(till: Till, lines: readonly string[], notes: Notes): Promise<void> {
  const answer = await till.control.restore(sealed(lines), notes);
  mustSucceed(answer, 200);
  const { added, present } = answer.body;
  must(added === 0 && present === lines.length, `Added ${String(added)}, in place ${String(present)}.`);
}

/** A record under the same id that is another one, and whole in itself but for its signatures. */
function anotherUnder(line: string): string {
  const record = JSON.parse(line) as ShownRecord;
  const changed = { ...record, salt: base64url(sha256(utf8(record.salt))) };
  return JSON.stringify({ ...changed, payload_hash: hashOf(changed) });
}

const backups: readonly PspCase[] = [
  made(
    negative,
    'OA-REC-08',
    'damaged-backup',
    'A backup that lacks a record, that has no seal, or in which a record is not what its hash says, is not restored; a whole one is.',
    async (till, notes) => {
      const lines = await backedUp(till, notes);
      await mustRestore(till, lines, notes);
      const whole = sealed(lines);
      const [was, other] = till.written([PRICE, { payer_amount: '1.01' }] as const);
      const told = ({ payer_amount }: { readonly payer_amount: string }) =>
        `"payer_amount":"${payer_amount}"`;
      const spoilt = lines[1].replace(told(was), told(other));
      must(spoilt !== lines[1], 'The record does not say what was paid.');
      for (const damaged of [
        whole.slice(lines[0].length + 1),
        lines.map((line) => `${line}\n`).join(''),
        whole.slice(0, -1),
        sealed([lines[0], spoilt]),
      ])
        mustRefuse(await till.control.restore(damaged, notes), 'backup_damaged');
      await mustRestore(till, lines, notes);
    },
  ),
  made(
    negative,
    'OA-REC-09',
    'another-record-under-its-id',
    'Another record under the id of one that is kept is not restored, and the kept one stays.',
    async (till, notes) => {
      const lines = await backedUp(till, notes);
      await mustRestore(till, lines, notes);
      const [one, other] = lines;
      mustRefuse(await till.control.restore(sealed([one, anotherUnder(other)]), notes), 'record_conflict');
      const kept = await backedUp(till, notes);
      must(kept[0] === one, 'What was kept has changed.');
      await mustRestore(till, lines, notes);
    },
  ),
];

/** A payment, hours later another key for records, and a payment by then; recorded only afterwards. */
async function recordedAcross(till: Till, former: 'kept' | 'lost', notes: Notes) {
  const { control } = till;
  const [first, second] = await control.whileEventsWait(notes, async () => {
    const early = await till.pay(notes);
    await control.advance(2 * HOUR, notes);
    await control.replaceRecordKey(former, notes);
    const late = await till.pay(notes);
    must((await shown(till, early.tradeNo, notes)).length === 0, 'What is to wait is recorded.');
    return [early, late];
  });
  if (first === undefined || second === undefined) throw new SubjectFault('A payment is missing.');
  const before = await recorded(till, first, notes);
  const after = await recorded(till, second, notes);
  for (const record of [before, after]) {
    mustBeSigned(record, till.around.certified(EKU.record));
    must(
      seconds(record.record_time) >= seconds(after.event_time),
      'It is dated before the time at which it was made.',
    );
  }
  must(
    seconds(after.event_time) - seconds(before.event_time) >= 2 * HOUR,
    'An event has another time than its payment.',
  );
  return { before, after };
}

function leafOf({ signatures }: ShownRecord): X509Certificate {
  const [leaf] = (signatures[0]?.x5c ?? []) as string[];
  return certificateOf(leaf ?? '');
}

function isOfItsTime(record: ShownRecord): boolean {
  const { validFrom, validTo } = leafOf(record);
  const at = Date.parse(record.event_time);
  return Date.parse(validFrom) <= at && at <= Date.parse(validTo);
}

const replaced: readonly PspCase[] = [
  shows(
    'OA-REC-11',
    'key-of-its-time',
    'Of two payments that waited, one before and one after the key for records was replaced, each is signed under the certificate of its time.',
    async (till, notes) => {
      const { before, after } = await recordedAcross(till, 'kept', notes);
      must(isOfItsTime(before), 'The event before is signed under a certificate of a later time.');
      must(isOfItsTime(after), 'The event after is signed under a certificate of another time.');
      must(!isSameLeaf(before, after), 'The key was not replaced.');
    },
  ),
  made(
    negative,
    'OA-REC-11',
    'key-of-its-time-lost',
    'A payment that waited while its key was lost is recorded all the same, with the present key and the time at which it was recorded.',
    async (till, notes) => {
      const { before, after } = await recordedAcross(till, 'lost', notes);
      must(isOfItsTime(after), 'The event after is signed under a certificate of another time.');
      must(
        isSameLeaf(before, after),
        'The event before is signed under another certificate than the present.',
      );
      must(!isOfItsTime(before), 'The certificate says something about the time before it.');
    },
  ),
];

function isSameLeaf(one: ShownRecord, other: ShownRecord): boolean {
  return leafOf(one).fingerprint256 === leafOf(other).fingerprint256;
}

export const recordCases: readonly PspCase[] = [...told, ...whole, ...kept, ...backups, ...replaced];
