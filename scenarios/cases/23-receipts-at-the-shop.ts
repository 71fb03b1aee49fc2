import type { Expected, Forgery, ReleaseStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper, paperPaid } from './office.ts';

const goods = { do: 'release', of: 'held' } as const satisfies Partial<ReleaseStep>;
const shown = (step: string, receipt: Forgery, refused: Expected['refused'] & string) =>
  ({ ...goods, step, receipt, expect: { refused } }) satisfies ReleaseStep;
const charged = { moved: { ann: '-25.00', office: '+25.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } };

export const scenario: Scenario = {
  name: '23-receipts-at-the-shop',
  title: 'Goods against a receipt: the shop takes its own, of this order, of its bank, once',
  world: { ...office, listed: ['elsewhere'] },
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    { ...paper, step: 'paid, and not fetched yet', as: 'held', collect: false, expect: charged },
    shown('the receipt of the agent', { text: '$held.receipt' }, 'receipt_audience_mismatch'),
    shown('of a trade that is not paid', { claims: { state: 'WAIT_BUYER_PAY' } }, 'receipt_state_not_paid'),
    shown('that has run out', { claims: { exp: 1_000_000 } }, 'receipt_expired'),
    shown('given to another agent', { claims: { agent_jkt: 'A'.repeat(43) } }, 'receipt_holder_mismatch'),
    shown('of another order', { claims: { out_trade_no: 'ord_another' } }, 'receipt_order_mismatch'),
    shown(
      'of a bank that the quote does not name',
      { claims: { iss: 'did:act:elsewhere.example/bank' }, key: 'elsewhere/psp-receipt' },
      'receipt_psp_mismatch',
    ),
    {
      ...goods,
      step: 'its own: the goods',
      expect: { stock: { PAPER: -1 }, changed: { WAIT_BUYER_RECEIPT: 1 } },
    },
    {
      do: 'command',
      by: 'agent',
      to: 'office',
      action: 'order.cancel',
      target: '$held.out_trade_no',
      path: '/orders/$held.out_trade_no/cancel',
      step: 'cancelled after it was released',
      expect: { refused: 'order_already_released' },
    },
    { ...paper, step: 'after all of this, the honest one', expect: paperPaid },
  ],
};
