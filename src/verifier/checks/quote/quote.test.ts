import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { IDS, WORLD_NOW } from '../../testing/actors.ts';
import { runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { cart } from '../../testing/claims.ts';
import { judgeQuote } from '../../testing/judges.ts';
import { check as agent } from './agent.ts';
import { check as cartDigest } from './cart-digest.ts';
import { check as cartLines } from './cart-lines.ts';
import { check as issued } from './issued.ts';
import { check as notExpired } from './not-expired.ts';
import { check as settlement } from './settlement.ts';
import { check as signature } from './signature.ts';
import { check as timeClaims } from './time-claims.ts';
import { check as totals } from './totals.ts';

const EXPIRES = WORLD_NOW + 600;

const [LINE] = cart().lines;
const line = (values: Partial<NonNullable<typeof LINE>>) =>
  put({ lines: [{ ...cart().lines[0], ...values }] as never });

runSuite('quote', {
  folder: import.meta.url,
  judge: judgeQuote,
  refused: [
    {
      title: 'a signature of another merchant under this certificate',
      check: signature,
      code: 'jws_signature_invalid',
      changes: ({ merchant, otherMerchant }) => ({ signers: { quote: posingAs(merchant, otherMerchant) } }),
    },
    {
      title: 'a quote for another agent',
      check: agent,
      code: 'quote_agent_mismatch',
      changes: { quote: put({ aud: IDS.otherAgent }) },
    },
    {
      title: 'a quote that is dated 61 seconds ahead',
      check: issued,
      code: 'issued_in_future',
      changes: { quote: put({ iat: WORLD_NOW + 61 }) },
    },
    { title: 'a quote at its pay_before', check: notExpired, code: 'quote_expired', now: EXPIRES },
    {
      title: 'a pay_before that is not exp',
      check: timeClaims,
      code: 'quote_time_claims_disagree',
      changes: { quote: put({ pay_before: formatUtcSeconds(EXPIRES + 1) }) },
    },
    {
      title: 'a payer amount a fen too high',
      check: totals,
      code: 'quote_totals_wrong',
      changes: { quote: put({ payer_amount: '550.01' }) },
    },
    {
      title: 'discounts of more than the amount',
      check: totals,
      code: 'quote_totals_wrong',
      changes: {
        quote: put({ payer_amount: '0.00', discounts: [{ funder: IDS.merchant, amount: '553.51' }] }),
      },
    },
    {
      title: 'another cart than the quote commits to',
      check: cartDigest,
      code: 'cart_digest_mismatch',
      alter: (world) => ({ ...world, cart: { ...world.cart, salt: 'b3RoZXItc2FsdC1vZi1jYXJ0MQ' } }),
    },
    {
      title: 'goods that are settled as a tip',
      check: settlement,
      code: 'quote_settlement_mismatch',
      changes: { quote: put({ settlement: 'GRATUITY' }) },
    },
    {
      title: 'lines that do not add up to the amount',
      check: cartLines,
      code: 'cart_quote_disagree',
      changes: { cart: line({ unit_price: '553.49', amount: '553.49' }) },
    },
    {
      title: 'a line that does not multiply',
      check: cartLines,
      code: 'cart_quote_disagree',
      changes: { cart: line({ quantity: 2 }) },
    },
    {
      title: 'a line of another category than the quote states',
      check: cartLines,
      code: 'cart_quote_disagree',
      changes: { cart: line({ category: 'food/drink' }) },
    },
    {
      title: 'a category more than the cart has lines',
      check: cartLines,
      code: 'cart_quote_disagree',
      changes: { quote: put({ categories: ['transport/train', 'transport/train'] }) },
    },
  ],
  accepted: [
    { title: 'a quote that is dated 60 seconds ahead', changes: { quote: put({ iat: WORLD_NOW + 60 }) } },
    { title: 'a quote a second before its pay_before', now: EXPIRES - 1 },
    {
      title: 'money that is held until the goods have come',
      changes: { quote: put({ settlement: 'ESCROW' }) },
    },
    {
      title: 'two tickets',
      changes: { cart: line({ quantity: 2, unit_price: '276.75' }) },
    },
    {
      title: 'several discounts',
      changes: {
        quote: put({
          payer_amount: '540.00',
          discounts: [
            { funder: IDS.merchant, amount: '3.5' },
            { funder: IDS.psp, amount: '10' },
          ],
        }),
      },
    },
  ],
});
