import { setTimeout as sleep } from 'node:timers/promises';
import { EKU } from '../../forge/certificate.ts';
import { mustBeCertified, openMessage } from '../../live/read.ts';
import { HOUR } from '../account/bank.ts';
import { payAtCashier } from './cases-instant.ts';
import { AFTER, INSTANT, must, type PspCase, positive } from './steps.ts';
import type { Till } from './till.ts';

const WAIT_MS = 15_000;
const waitOf = ({ patience }: Till): number => Math.max(WAIT_MS, patience);

/** Waits for what a payment service does on its own after an answer. @returns the receipt that the seller was told of */
async function toldOf(till: Till, tradeNo: string): Promise<string | undefined> {
  const heard = () =>
    till.around.notices.find(
      (one) => openMessage(one, 'act-receipt+jwt', 'receipt.json').claims.trade_no === tradeNo,
    );
  for (const end = Date.now() + waitOf(till); Date.now() < end; await sleep(50)) {
    if (heard() !== undefined) break;
  }
  return heard();
}

/** The seller has heard of it, on a receipt that is made out to it and signed. @throws SubjectFault */
async function mustBeTold(till: Till, tradeNo: string): Promise<void> {
  const receipt = await toldOf(till, tradeNo);
  must(receipt !== undefined, 'The seller has not heard of the payment.');
  const opened = openMessage(receipt, 'act-receipt+jwt', 'receipt.json');
  mustBeCertified(opened, till.around.certified(EKU.receipt));
  must(opened.claims.aud === till.shop.id, 'The receipt is made out to somebody else.');
}

export const noticeCases: readonly PspCase[] = [
  positive(
    'PSD-PAY-DEL-20',
    'seller-is-told',
    'The seller hears of a payment without asking, with its receipt.',
    async (till, notes) => mustBeTold(till, (await till.pay(notes)).tradeNo),
    [AFTER],
  ),
  positive(
    'PSD-PAY-DEL-20',
    'seller-is-told-again',
    'A seller that does not answer holds up no payment, and hears of it later.',
    async (till, notes) => {
      const payment = await till.payment({}, notes);
      const order = String(payment.quote.claims.out_trade_no);
      const { missing } = till.around;
      missing.add(order);
      const { tradeNo } = till.openPaid(payment, await till.ask(payment, notes));
      for (const end = Date.now() + waitOf(till); missing.has(order) && Date.now() < end; await sleep(50));
      must(!missing.has(order), 'The seller has not heard of the payment.');
      await till.control.advance(HOUR, notes);
      await mustBeTold(till, tradeNo);
    },
    [AFTER],
  ),
  positive(
    'PSD-PAY-INS-13',
    'seller-is-told-of-a-confirmed-payment',
    'The seller hears of a payment that the user has confirmed at the cashier.',
    async (till, notes) => mustBeTold(till, await payAtCashier(till, notes)),
    [INSTANT],
  ),
];
