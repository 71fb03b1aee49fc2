import { digestOfText } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import { must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { mustBeCertified, openMessage } from '../../live/read.ts';
import { type Case, type Notes, rethrow } from '../../run/case.ts';
import { made } from '../account/made.ts';
import type { Order, Payment, Till } from './till.ts';

export type PspCase = Case<Till>;

export const DELEGATED = 'delegated';
export const INSTANT = 'instant';
export const SUB_ACCOUNTS = 'sub-accounts';
export const ESCROW = 'escrow';
export const AFTER = 'after-payment';
export const ACROSS = 'interconnection';

export const positive = made<Till>('psp', 'positive', [DELEGATED]);
export const negative = made<Till>('psp', 'negative', [DELEGATED]);

/** The control: a good payment, unless the case before ended with one. */
export async function prove(till: Till, notes: Notes): Promise<void> {
  if (!till.isProven)
    await till.pay(notes).catch((error: unknown) => rethrow(error, 'The good payment before'));
  till.isProven = false;
}

export async function proveAgain(till: Till, notes: Notes): Promise<void> {
  await till.pay(notes).catch((error: unknown) => rethrow(error, 'The good payment afterwards'));
  till.isProven = true;
}

/** A payment is refused by its code; nothing left the account, and the payment is unknown. */
export async function mustNotPay(
  till: Till,
  payment: Payment,
  code: string,
  notes: Notes,
  order: Order = {},
): Promise<void> {
  const before = await till.balance(notes);
  const answer = await till.ask(payment, notes, order);
  mustRefuse(answer, code);
  must((await till.balance(notes)) === before, 'The refused request has moved money.');
  await till.mustBeUnpaid(payment, notes);
}

/** A payment with one thing changed: refused by its code and nothing moved; a good one before and after. */
export function badPayment(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (till: Till, notes: Notes) => Order | Promise<Order>,
): PspCase {
  return negative(requirement, `pay-${slug}`, title, async (till, notes) => {
    await prove(till, notes);
    const order = await spoil(till, notes);
    await mustNotPay(till, await till.payment(order, notes), code, notes, order);
    await proveAgain(till, notes);
  });
}

type Wrong = Parameters<typeof badPayment>;

/** Tools that no order may be paid with, whoever has confirmed it. */
export const wrongTools: readonly Wrong[] = [
  [
    'PSD-PMT-BND-03',
    'tool_limit_exceeded',
    'over-the-tool',
    'More than the tool is bound for.',
    async (till, notes) => {
      const { toolRef } = await till.bind(notes, { max_amount: '1.49' });
      return { request: { values: { payment_tool_ref: toolRef } } };
    },
  ],
  [
    'PSD-PMT-BND-05',
    'tool_agent_mismatch',
    'tool-of-another-agent',
    'A tool that is bound to another agent.',
    async (till, notes) => {
      const other = { key: till.cast.otherAgent, id: SUITE_IDS.otherAgent };
      const { toolRef } = await till.bind(notes, {}, other);
      return { request: { values: { payment_tool_ref: toolRef } } };
    },
  ],
];

/** The signed statement that stands in a refusal to an agent that has shown who it is. @throws SubjectFault */
export function mustBeStated(till: Till, refusal: unknown, code: string, payment: Payment): void {
  const opened = openMessage(refusal, 'act-refusal+jwt', 'refusal.json');
  mustBeCertified(opened, till.around.certified(EKU.receipt));
  const { claims } = opened;
  must(claims.code === code, `The statement says ${String(claims.code)}.`);
  must(claims.aud === SUITE_IDS.agent, 'The statement is made out to somebody else.');
  must(
    claims.request_digest === digestOfText(payment.request.compact),
    'The statement is about another request.',
  );
}

export { must, mustRefuse, mustSucceed };
