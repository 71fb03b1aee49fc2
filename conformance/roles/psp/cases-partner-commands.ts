import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import { askedAgain } from '../../live/again.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import type { Answer } from '../../live/http.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { HOUR, id, MINUTE, type Spoilt } from '../account/bank.ts';
import { codeOf } from './cases-across.ts';
import { owedHere } from './cases-clearing.ts';
import { Partner, paidInto } from './partner.ts';
import { ACROSS, must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import type { Till } from './till.ts';

/** Commands of one payment service to another, each on a road of its own. */

const NEEDS = [ACROSS];

/** What is asked, but for the command that asks it. */
interface Asked {
  readonly path: string;
  readonly action: string;
  readonly target: string;
  /** What the command is signed over. */
  readonly digest?: string;
  /** Of a settlement: the transfer that paid it. */
  readonly evidenceRef?: string;
  readonly body: JsonObject;
}

interface Road {
  readonly slug: string;
  readonly what: string;
  /** Something good that can be asked, each time of another thing. */
  readonly ready: (partner: Partner, notes: Notes) => Promise<Asked>;
}

const ROADS: readonly Road[] = [
  {
    slug: 'pay',
    what: 'An instruction to pay',
    async ready(partner) {
      const instruction = partner.instruction(partner.quoteThere());
      return {
        ...{ path: '/interconnect/payments', action: 'interconnect.pay' },
        ...{ target: String(instruction.trade_no), digest: digestOf(instruction), body: { instruction } },
      };
    },
  },
  {
    slug: 'query',
    what: 'A question what became of a payment',
    async ready(partner, notes) {
      const { instruction } = await paidInto(partner, notes);
      return {
        ...{ path: '/interconnect/payments/query', action: 'interconnect.query' },
        ...{ target: String(instruction.trade_no), digest: digestOf(instruction), body: {} },
      };
    },
  },
  {
    slug: 'refund',
    what: 'A refund',
    async ready(partner, notes) {
      const { till, heard } = partner;
      const payment = await partner.paymentAcross(notes);
      mustSucceed(await till.ask(payment, notes), 200, 'http/payment-answer.json');
      const instruction = heard.at(-1)?.body.instruction;
      if (!isObject(instruction)) throw new SubjectFault('The other service was not instructed.');
      const refund = partner.refundOf(instruction, '0.40');
      return {
        ...{ path: '/interconnect/refunds', action: 'interconnect.refund' },
        ...{ target: String(refund.trade_no), digest: digestOf(refund), body: { refund } },
      };
    },
  },
  {
    slug: 'statement',
    what: 'A request for a statement',
    async ready({ till }) {
      const now = till.now();
      const target = `${utc(now - HOUR)}/${utc(now - MINUTE)}`;
      return { path: '/interconnect/statements', action: 'interconnect.reconcile', target, body: {} };
    },
  },
  {
    slug: 'netting',
    what: 'A netting',
    async ready({ till }, notes) {
      const { netting, target } = await owedHere(till, notes);
      return {
        ...{ path: '/interconnect/nettings', action: 'interconnect.net' },
        ...{ target, digest: digestOf(netting), body: { netting } },
      };
    },
  },
  {
    slug: 'settle',
    what: 'A word that a netting is paid',
    async ready({ till }, notes) {
      const { partner, netting, target, say } = await owedHere(till, notes);
      mustSucceed(await say(netting, 'interconnect.net'), 200, 'http/interconnect-netting.json');
      const evidenceRef = id('transfer');
      const { amount = '', currency = '' } = netting;
      const arrived = { partner: partner.id, evidence_ref: evidenceRef, amount, currency };
      mustSucceed(await till.operate('/clearing/arrivals', arrived, notes), 200);
      return {
        ...{ path: '/interconnect/nettings/settle', action: 'interconnect.settle' },
        ...{ target, digest: digestOf(netting), evidenceRef, body: { netting } },
      };
    },
  },
  {
    slug: 'scan',
    what: 'A scan',
    async ready(partner, notes) {
      const { till } = partner;
      const { compact: quote } = partner.quoteHere();
      return {
        ...{ path: '/interconnect/payer-codes', action: 'interconnect.scan' },
        ...{ target: await codeOf(till, notes), digest: till.digest(quote), body: { quote } },
      };
    },
  },
];

function ask(partner: Partner, asked: Asked, notes: Notes, spoilt: Spoilt = {}): Promise<Answer> {
  const { action, target, digest, evidenceRef } = asked;
  const params =
    evidenceRef === undefined ? {} : { params: { digest: digest ?? '', evidence_ref: evidenceRef } };
  const command = partner.command(action, target, digest, {
    ...spoilt,
    claims: { ...params, ...spoilt.claims },
  });
  return partner.till.post(asked.path, { ...asked.body, command }, notes);
}

/** What a command could move: of the payer's account, and of the shop's. */
async function moneyOf(till: Till, notes: Notes): Promise<string> {
  const shop = await till.control.account(till.settings.payees[0], notes);
  return `${await till.balance(notes)} ${till.smallest(shop.balance)}`;
}

/** The command is refused by its code and moves nothing; the same is asked well afterwards, and taken. */
async function refused(
  till: Till,
  notes: Notes,
  road: Road,
  code: string,
  spoil: (till: Till) => Spoilt,
): Promise<void> {
  const partner = new Partner(till);
  const asked = await road.ready(partner, notes);
  const before = await moneyOf(till, notes);
  mustRefuse(await ask(partner, asked, notes, spoil(till)), code);
  must((await moneyOf(till, notes)) === before, 'The refused command has moved money.');
  mustSucceed(await ask(partner, asked, notes), 200);
}

const elsewhere = (road: Road): PspCase =>
  negative(
    'OA-CMD-05',
    `across-${road.slug}-for-another-service`,
    `${road.what} that is made out to a third service.`,
    (till, notes) =>
      refused(till, notes, road, 'command_audience_mismatch', () => ({ claims: { aud: SUITE_IDS.psp } })),
    NEEDS,
  );

const forged = (road: Road): PspCase =>
  negative(
    'OA-CMD-06',
    `across-${road.slug}-forged`,
    `${road.what} that the other service did not sign.`,
    (till, notes) =>
      refused(till, notes, road, 'command_signature_invalid', ({ cast }) => ({
        signer: {
          header: cast.institution(SUITE_IDS.otherPsp, 'other psp (command)', [EKU.command]).signer.header,
          key: cast.stranger.key,
        },
      })),
    NEEDS,
  );

const replayed = (road: Road): PspCase =>
  negative(
    'OA-CMD-02',
    `across-${road.slug}-replayed`,
    `${road.what} is not taken again under the same command.`,
    async (till, notes) => {
      const partner = new Partner(till);
      const asked = await road.ready(partner, notes);
      const again = await askedAgain(
        till.caller,
        async (then) => mustSucceed(await ask(partner, asked, then), 200),
        notes,
      );
      mustRefuse(again, 'command_duplicate');
      mustSucceed(await ask(partner, await road.ready(new Partner(till), notes), notes), 200);
    },
    NEEDS,
  );

/** A command with the id of another is no other one: whoever takes it by its bytes has two for one. */
const underOneId = (road: Road): PspCase =>
  negative(
    'OA-CMD-02',
    `across-${road.slug}-under-the-id-of-another`,
    `${road.what} whose command has the id of one that was taken, about something else.`,
    async (till, notes) => {
      const jti = id('cmd');
      const partner = new Partner(till);
      // Both before either is asked: a clock that is moved between them lets an id be forgotten.
      const [one, other] = [await road.ready(partner, notes), await road.ready(partner, notes)];
      mustSucceed(await ask(partner, one, notes, { claims: { jti } }), 200);
      const before = await moneyOf(till, notes);
      mustRefuse(await ask(partner, other, notes, { claims: { jti } }), 'command_duplicate');
      must((await moneyOf(till, notes)) === before, 'The refused command has moved money.');
      mustSucceed(await ask(partner, other, notes), 200);
    },
    NEEDS,
  );

/** What is settled is said again: it is answered as before, and booked once. */
const settledAgain: PspCase = positive(
  'OA-ICN-20',
  'across-settled-again',
  'A netting that is settled is said to be paid once more, by another command: the same answer.',
  async (till, notes) => {
    const road = ROADS.find(({ slug }) => slug === 'settle');
    if (road === undefined) throw new Error('no settlement among the roads');
    const partner = new Partner(till);
    const asked = await road.ready(partner, notes);
    for (let time = 0; time < 2; time += 1) {
      const answer = await ask(partner, asked, notes);
      mustSucceed(answer, 200, 'http/interconnect-netting.json');
      partner.mustBeCommanded(answer.body, asked.action, asked.target, asked.body.netting as JsonObject);
    }
  },
  NEEDS,
);

/** A netting that is agreed on and paid, and how it is said to be settled. @throws SubjectFault */
async function paidNetting(till: Till, notes: Notes) {
  const { partner, netting, say } = await owedHere(till, notes);
  mustSucceed(await say(netting, 'interconnect.net'), 200, 'http/interconnect-netting.json');
  const arrived = async (): Promise<string> => {
    const evidence_ref = id('transfer');
    const { amount = '', currency = '' } = netting;
    const words = { partner: partner.id, evidence_ref, amount, currency };
    mustSucceed(await till.operate('/clearing/arrivals', words, notes), 200);
    return evidence_ref;
  };
  return { arrived, settle: (transfer: string) => say(netting, 'interconnect.settle', transfer) };
}

const transfers: readonly PspCase[] = [
  negative(
    'OA-ICN-20',
    'across-one-transfer-for-two-nettings',
    'A transfer that has settled one netting is named for another: that one is not settled by it.',
    async (till, notes) => {
      const first = await paidNetting(till, notes);
      const transfer = await first.arrived();
      mustSucceed(await first.settle(transfer), 200, 'http/interconnect-netting.json');
      const second = await paidNetting(till, notes);
      mustRefuse(await second.settle(transfer), 'netting_payment_missing');
      mustSucceed(await second.settle(await second.arrived()), 200, 'http/interconnect-netting.json');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-20',
    'across-two-transfers-for-one-netting',
    'A netting that is settled is said to be paid by another transfer, which has come in too.',
    async (till, notes) => {
      const { arrived, settle } = await paidNetting(till, notes);
      const [one, other] = [await arrived(), await arrived()];
      mustSucceed(await settle(one), 200, 'http/interconnect-netting.json');
      mustRefuse(await settle(other), 'netting_payment_missing');
      mustSucceed(await settle(one), 200, 'http/interconnect-netting.json');
    },
    NEEDS,
  ),
];

/** What is signed to answer a request: it asks for nothing, and whoever has it may send it back. */
const ANSWERS: Readonly<Record<string, (asked: Asked, till: Till) => Pick<Asked, 'digest' | 'body'>>> = {
  statement: ({ target }) => {
    const [from = '', until = ''] = target.split('/');
    return { digest: digestOf({ psp_id: SUITE_IDS.otherPsp, from, until, trades: [] }), body: {} };
  },
  refund: ({ body }, till) => {
    const refund = { ...(body.refund as JsonObject), refunded_at: utc(till.now()) };
    return { digest: digestOf(refund), body: { refund } };
  },
};

const sentBack = (road: Road): PspCase =>
  negative(
    'OA-ICN-25',
    `across-${road.slug}-answer-sent-back`,
    `${road.what}, as the other service would have signed its answer to one.`,
    async (till, notes) => {
      const partner = new Partner(till);
      const asked = await road.ready(partner, notes);
      const before = await moneyOf(till, notes);
      const answer = { ...asked, ...ANSWERS[road.slug]?.(asked, till) };
      mustRefuse(await ask(partner, answer, notes), 'interconnect_answer_as_request');
      must((await moneyOf(till, notes)) === before, 'The refused command has moved money.');
      mustSucceed(await ask(partner, asked, notes), 200);
    },
    NEEDS,
  );

/** Whom the trust list knows as a payment service, and with whom nobody has agreed to clear. */
const byNoPartner = (road: Road): PspCase =>
  negative(
    'OA-ICN-01',
    `across-${road.slug}-by-no-partner`,
    `${road.what} of a listed service with which the subject does not clear.`,
    (till, notes) =>
      refused(till, notes, road, 'interconnect_partner_unknown', ({ cast }) => ({
        claims: { iss: SUITE_IDS.psp },
        signer: cast.institution(SUITE_IDS.psp, 'psp (command)', [EKU.command]).signer,
      })),
    NEEDS,
  );

/** Where nothing but the sender can be what is wrong. */
const OF_PARTNERS = new Set(['pay', 'statement', 'scan']);
/** What moves money, or says that it has come. */
const OF_MONEY = new Set(['pay', 'settle']);

export const partnerCommandCases: readonly PspCase[] = [
  ...ROADS.flatMap((road) => [elsewhere(road), forged(road), replayed(road)]),
  ...ROADS.filter(({ slug }) => OF_MONEY.has(slug)).map(underOneId),
  settledAgain,
  ...transfers,
  ...ROADS.filter(({ slug }) => slug in ANSWERS).map(sentBack),
  ...ROADS.filter(({ slug }) => OF_PARTNERS.has(slug)).map(byNoPartner),
];
