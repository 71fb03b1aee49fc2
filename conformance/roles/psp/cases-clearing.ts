import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { anotherThan } from '../../live/amounts.ts';
import { utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { HOUR, id, MINUTE } from '../account/bank.ts';
import { Partner, paidInto } from './partner.ts';
import { ACROSS, must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

/** What two payment services owe each other: their books, what they agree on, and how it is paid. */

const NEEDS = [ACROSS];

/** A span in which the other service has come to owe the subject one payment, and its word about it. @throws SubjectFault */
export async function owedHere(till: Till, notes: Notes) {
  let trades: readonly JsonObject[] = [];
  const partner = new Partner(till, { booked: () => trades });
  await till.control.advance(HOUR, notes);
  const from = till.now();
  const { instruction, tradeNo } = await paidInto(partner, notes);
  await till.control.advance(2 * MINUTE, notes);
  const span = { from: utc(from), until: utc(till.now() - MINUTE) };
  const { currency } = till.settings;
  const paid: JsonObject = till.written({
    ...{ payer_psp: partner.id, trade_no: instruction.trade_no ?? '', peer_trade_no: tradeNo },
    ...{ out_trade_no: instruction.out_trade_no ?? '', amount: PRICE.payer_amount, currency },
  });
  trades = [paid];
  const parties = [partner.id, till.settings.id].toSorted();
  const netting: JsonObject = till.written({
    ...{ parties, ...span, currency, trades: 1, trades_digest: digestOf([paid]) },
    owed: parties.map((party) => (party === partner.id ? PRICE.payer_amount : '0.00')),
    debtor: partner.id,
    amount: PRICE.payer_amount,
  });
  const target = `${span.from}/${span.until}/${currency}`;
  const say = (
    said: JsonObject,
    action: 'interconnect.net' | 'interconnect.settle',
    evidenceRef?: string,
  ) => {
    const paidBy = evidenceRef === undefined ? {} : { evidence_ref: evidenceRef };
    const command = partner.command(action, target, undefined, {
      claims: { params: { digest: digestOf(said), ...paidBy } },
    });
    const path = action === 'interconnect.net' ? '/interconnect/nettings' : '/interconnect/nettings/settle';
    return till.post(path, { netting: said, command }, notes);
  };
  return {
    ...{ partner, span, netting, paid, target, say },
    /** What the books of the other service say from now on. */
    book(own: readonly JsonObject[]): void {
      trades = own;
    },
  };
}

type Owed = Awaited<ReturnType<typeof owedHere>>;

/** The books are compared at the operator's word. @returns what the subject says of them */
async function compared({ partner, span }: Owed, till: Till, notes: Notes) {
  const answer = await till.operate('/clearing/reconciliations', { partner: partner.id, ...span }, notes);
  mustSucceed(answer, 200);
  const { nettings, mismatches } = answer.body ?? {};
  must(
    Array.isArray(nettings) && Array.isArray(mismatches),
    'The comparison shows no nettings and mismatches.',
  );
  return { nettings, mismatches } as Readonly<Record<'nettings' | 'mismatches', readonly JsonObject[]>>;
}

/** The only netting of the span, where the books agree. @throws SubjectFault */
async function mustAgree(owed: Owed, till: Till, notes: Notes): Promise<void> {
  const { nettings, mismatches } = await compared(owed, till, notes);
  must(mismatches.length === 0, 'Books that agree are said to differ.');
  const [one = {}, ...more] = nettings;
  const isOwed =
    till.smallest(one.they_owe) === hundredths(PRICE.payer_amount) && till.smallest(one.we_owe) === 0n;
  must(more.length === 0 && isOwed && Number(one.trades) === 1, 'Another sum is netted than is owed.');
}

/** Whether the subject has kept a netting of the span. */
async function isKept({ partner, span }: Owed, till: Till, notes: Notes): Promise<boolean> {
  const shown = await till.operate(
    `/clearing/nettings?partner=${encodeURIComponent(partner.id)}`,
    undefined,
    notes,
  );
  mustSucceed(shown, 200);
  const nettings = shown.body.nettings as readonly { readonly netting: JsonObject }[];
  return nettings.some(({ netting }) => netting.from === span.from && netting.until === span.until);
}

type Lie = readonly [what: string, rule: string, trades: (paid: JsonObject) => readonly JsonObject[]];

/** Books of the other service with one thing other than they are. */
const LIES: readonly Lie[] = [
  ['a trade is missing', 'only_here', () => []],
  ['a trade is of another amount', 'differs', (paid) => [{ ...paid, amount: '0.99' }]],
  ['a trade is of another order', 'differs', (paid) => [{ ...paid, out_trade_no: id('ord') }]],
  ['a trade has another counterpart', 'differs', (paid) => [{ ...paid, peer_trade_no: id('trd') }]],
  [
    'a trade stands there that there was not',
    'only_there',
    (paid) => [paid, { ...paid, trade_no: id('trd') }],
  ],
  ['it has gone back', 'only_there', (paid) => [paid, { ...paid, refund_id: id('rfd') }]],
];

const books: readonly PspCase[] = [
  positive(
    'OA-ICN-11',
    'across-statement',
    'The statement of a span has each of its trades, signed by the service for commands.',
    async (till, notes) => {
      const partner = new Partner(till);
      const from = till.now();
      const { instruction, tradeNo } = await paidInto(partner, notes);
      await till.control.advance(MINUTE, notes);
      const target = `${utc(from)}/${utc(till.now())}`;
      const command = partner.command('interconnect.reconcile', target, undefined);
      const answer = await till.post('/interconnect/statements', { command }, notes);
      mustSucceed(answer, 200, 'http/interconnect-statement.json');
      const { statement } = answer.body as { readonly statement: JsonObject };
      partner.mustBeCommanded(answer.body, 'interconnect.reconcile', target, statement);
      const trades = statement.trades as readonly JsonObject[];
      const own = trades.find(({ trade_no }) => trade_no === instruction.trade_no);
      must(
        own?.peer_trade_no === tradeNo && own?.amount === till.written(PRICE).payer_amount,
        'The trade is not in it.',
      );
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-19',
    'across-netting-disagreed',
    'A netting that says another sum than the books: it is not signed, and the true one is.',
    async (till, notes) => {
      const { partner, netting, target, say } = await owedHere(till, notes);
      mustRefuse(
        await say({ ...netting, ...till.written({ amount: '0.50' }) }, 'interconnect.net'),
        'netting_disagreed',
      );
      const agreed = await say(netting, 'interconnect.net');
      mustSucceed(agreed, 200, 'http/interconnect-netting.json');
      partner.mustBeCommanded(agreed.body, 'interconnect.net', target, agreed.body.netting);
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-20',
    'across-netting-unpaid',
    'A netting is said to be paid before it is agreed on, and when no money has come: nothing is settled.',
    async (till, notes) => {
      const { netting, say } = await owedHere(till, notes);
      mustRefuse(await say(netting, 'interconnect.settle'), 'netting_not_agreed');
      mustSucceed(await say(netting, 'interconnect.net'), 200, 'http/interconnect-netting.json');
      mustRefuse(await say(netting, 'interconnect.settle'), 'netting_payment_missing');
      mustSucceed(await say(netting, 'interconnect.net'), 200, 'http/interconnect-netting.json');
    },
    NEEDS,
  ),
];

const comparisons: readonly PspCase[] = [
  negative(
    'OA-ICN-12',
    'across-books-differ',
    'Books of the other service that differ in one thing: it is named, and nothing is netted or agreed on.',
    async (till, notes) => {
      const owed = await owedHere(till, notes);
      await mustAgree(owed, till, notes);
      const { partner, span, paid, book } = owed;
      for (const [what, rule, lie] of LIES) {
        const told = lie(paid);
        book(told);
        const { nettings, mismatches } = await compared(owed, till, notes);
        must(nettings.length === 0, `Although ${what}, something is netted.`);
        const [only = {}, ...more] = mismatches;
        const due = rule === 'only_there' ? told.at(-1) : paid;
        const isNamed = ['payer_psp', 'trade_no', 'refund_id'].every(
          (member) => only[member] === due?.[member],
        );
        must(more.length === 0 && only.rule === rule && isNamed, `That ${what} is not what is named.`);
        const terms = { partner: partner.id, ...span, currency: till.settings.currency };
        mustRefuse(await till.operate('/clearing/nettings', terms, notes), 'netting_disagreed');
        must(!(await isKept(owed, till, notes)), `Although ${what}, a netting is kept.`);
      }
      book([paid]);
      await mustAgree(owed, till, notes);
    },
    NEEDS,
  ),
];

const WRONG_TOKENS = ['', 'another token that is long enough too'];

const operators: readonly PspCase[] = [
  negative(
    'OA-ICN-23',
    'across-operator-alone',
    'Calls about clearing without the operator’s token: there is nothing, and nothing comes of them.',
    async (till, notes) => {
      const owed = await owedHere(till, notes);
      const { partner, span, netting, say } = owed;
      const { currency } = till.settings;
      await mustAgree(owed, till, notes);
      mustSucceed(await say(netting, 'interconnect.net'), 200, 'http/interconnect-netting.json');
      const evidence_ref = id('transfer');
      const terms = { partner: partner.id, ...span, currency };
      const calls: readonly [string, object | undefined][] = [
        ['/clearing/reconciliations', { partner: partner.id, ...span }],
        ['/clearing/nettings', terms],
        ['/clearing/nettings/settle', { ...terms, evidence_ref }],
        [
          '/clearing/arrivals',
          till.written({ partner: partner.id, evidence_ref, amount: PRICE.payer_amount, currency }),
        ],
        [`/clearing/nettings?partner=${encodeURIComponent(partner.id)}`, undefined],
      ];
      for (const token of WRONG_TOKENS)
        for (const [path, body] of calls)
          mustRefuse(await till.operate(path, body, notes, token), 'not_found', 404);
      for (const [path, body] of calls.slice(0, 4))
        mustRefuse(await till.post(path, body, notes), 'not_found', 404);
      mustRefuse(await say(netting, 'interconnect.settle', evidence_ref), 'netting_payment_missing');
      await mustAgree(owed, till, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-23',
    'across-arrival-is-what-it-was',
    'A debtor’s word is held against what has come in: of this sender, this transfer, this amount and this currency.',
    async (till, notes) => {
      const { partner, netting, say } = await owedHere(till, notes);
      mustSucceed(await say(netting, 'interconnect.net'), 200, 'http/interconnect-netting.json');
      const evidence_ref = id('transfer');
      const { currency } = till.settings;
      const arrived = (change: object) =>
        till.operate(
          '/clearing/arrivals',
          till.written({
            partner: partner.id,
            evidence_ref,
            amount: PRICE.payer_amount,
            currency,
            ...change,
          }),
          notes,
        );
      const [less, abroad] = [id('transfer'), id('transfer')];
      mustSucceed(await arrived({ evidence_ref: less, amount: '0.99' }), 200);
      mustSucceed(await arrived({ evidence_ref: abroad, currency: anotherThan(currency) }), 200);
      for (const transfer of [evidence_ref, less, abroad])
        mustRefuse(await say(netting, 'interconnect.settle', transfer), 'netting_payment_missing');
      mustRefuse(await arrived({ partner: till.settings.id }), 'interconnect_partner_unknown');
      mustSucceed(await arrived({}), 200);
      mustSucceed(await arrived({}), 200);
      mustRefuse(await arrived({ amount: '1.01' }), 'request_id_reused');
      const settled = await say(netting, 'interconnect.settle', evidence_ref);
      mustSucceed(settled, 200, 'http/interconnect-netting.json');
      partner.mustBeCommanded(settled.body, 'interconnect.settle', owedTarget(netting), settled.body.netting);
    },
    NEEDS,
  ),
];

const owedTarget = ({ from, until, currency }: JsonObject): string =>
  `${String(from)}/${String(until)}/${String(currency)}`;

export const clearingCases: readonly PspCase[] = [...books, ...comparisons, ...operators];
