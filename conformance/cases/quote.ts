import { IDS, NOW } from '../forge/actors.ts';
import {
  accept,
  at,
  type Change,
  flags,
  forged,
  input,
  refuse,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import { ENTRY, QUOTE_EXPIRES, salt, utc } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, schemaCases, shapeCases, trust } from './shared.ts';

const expiresAt = (seconds: number): Change => ({
  edits: [
    { part: 'quote', path: '/exp', value: seconds },
    { part: 'quote', path: '/pay_before', value: utc(seconds) },
  ],
});

const REQUIRED = [
  '/iss',
  '/jti',
  '/iat',
  '/exp',
  '/aud',
  '/out_trade_no',
  '/amount',
  '/discounts',
  '/payer_amount',
  '/currency',
  '/categories',
  '/payee',
  '/accepted',
  '/pay_before',
  '/cart_digest',
];

const NOT_AMOUNTS: readonly (readonly [text: string, comment: string])[] = [
  ['-553.50', 'a negative amount'],
  ['+553.50', 'an amount with a sign'],
  ['5.535e2', 'an amount with an exponent'],
  ['553.500', 'an amount with a third decimal'],
  ['0553.50', 'an amount with a leading zero'],
  ['553.', 'an amount without decimals after its point'],
  ['.50', 'an amount without a whole part'],
  ['553,50', 'an amount with a comma'],
  ['', 'an empty amount'],
];

const UNSEEN: readonly (readonly [text: string, comment: string])[] = [
  ['off \u202e00.1 YNC', 'something that is read from right to left'],
  ['off\u0000', 'something with U+0000'],
  ['off\u001b[2J', 'something that commands a terminal'],
  ['off\nPaid: CNY 0.00', 'two lines'],
  ['\u200b', 'something that cannot be seen'],
];

export const quoteSuite: VectorSuite = {
  name: 'quote',
  schema: 'quote.json',
  groups: [
    {
      operation: 'verify_quote',
      description: 'A quote handed to an agent, with the cart that it commits to.',
      part: 'quote',
      input: ({ tokens, objects }) => ({ quote: tokens.quote, cart: objects.cart }),
      context: (world) => ({ ...trust(world), agent_id: IDS.agent }),
      cases: [
        accept('OA-QUO-07', 'a quote of a listed merchant'),
        ed25519('OA-QUO-07'),
        accept('OA-QUO-06', 'a quote without its cart', input('/cart', undefined)),
        accept('OA-QUO-01', 'the last second before pay_before', expiresAt(NOW + 1), flags('Edge')),
        accept(
          'OA-QUO-09',
          'two of one item',
          set('cart', '/lines/0/quantity', 2),
          set('cart', '/lines/0/unit_price', '276.75'),
        ),
        accept(
          'OA-QUO-02',
          'two discounts',
          set('quote', '/discounts/-', { funder: IDS.psp, amount: '10' }),
          set('quote', '/payer_amount', '540'),
        ),
        accept(
          'OA-QUO-02',
          'no discount',
          set('quote', '/discounts', []),
          set('quote', '/payer_amount', '553.5'),
        ),
        accept(
          'OA-QUO-12',
          'a discount that is called something',
          set('quote', '/discounts/-', {
            funder: IDS.psp,
            amount: '10',
            label: 'Spring coupon · 春季优惠券',
          }),
          set('quote', '/payer_amount', '540'),
        ),
        ...UNSEEN.map(([label, comment]) =>
          refuse(
            'OA-SCH-01',
            'schema_mismatch',
            `OA-QUO-12: a discount that is called ${comment}`,
            set('quote', '/discounts/-', { funder: IDS.psp, amount: '10', label }),
            set('quote', '/payer_amount', '540'),
          ),
        ),
        refuse(
          'OA-QUO-07',
          'jws_signature_invalid',
          'a signature of another merchant under this certificate',
          forged('quote', { key: keyOf('otherMerchant') }),
        ),
        ...signatureCases('quote', { requirement: 'OA-QUO-07', code: 'jws_signature_invalid' }),
        refuse(
          'OA-QUO-03',
          'quote_agent_mismatch',
          'a quote for another agent',
          set('quote', '/aud', IDS.otherAgent),
          flags('J12', 'P2'),
        ),
        accept('OA-QUO-11', 'a quote dated a minute ahead', set('quote', '/iat', NOW + 60), flags('Edge')),
        refuse(
          'OA-QUO-11',
          'issued_in_future',
          'a quote dated a minute and a second ahead',
          set('quote', '/iat', NOW + 61),
          flags('Edge'),
        ),
        refuse(
          'OA-QUO-01',
          'quote_expired',
          'a quote at its pay_before',
          expiresAt(NOW),
          flags('Edge', 'P10'),
        ),
        refuse(
          'OA-QUO-01',
          'quote_expired',
          'a quote an hour later',
          at(QUOTE_EXPIRES + 3_600),
          flags('P10'),
        ),
        refuse(
          'OA-QUO-08',
          'quote_time_claims_disagree',
          'a pay_before after exp',
          set('quote', '/pay_before', utc(QUOTE_EXPIRES + 1)),
        ),
        refuse(
          'OA-QUO-08',
          'quote_time_claims_disagree',
          'an exp after pay_before',
          set('quote', '/exp', QUOTE_EXPIRES + 1),
        ),
        accept('OA-ESC-01', 'money held until it is received', set('quote', '/settlement', 'ESCROW')),
        accept('OA-ESC-01', 'what is said to be the default', set('quote', '/settlement', 'DIRECT')),
        refuse(
          'OA-ESC-01',
          'quote_settlement_mismatch',
          'a ticket that is paid for as a tip',
          set('quote', '/settlement', 'GRATUITY'),
        ),
        refuse(
          'OA-QUO-02',
          'quote_totals_wrong',
          'a payer amount a fen too high',
          set('quote', '/payer_amount', '550.01'),
          flags('Edge'),
        ),
        refuse(
          'OA-QUO-02',
          'quote_totals_wrong',
          'a payer amount a fen too low',
          set('quote', '/payer_amount', '549.99'),
          flags('Edge'),
        ),
        refuse(
          'OA-QUO-02',
          'quote_totals_wrong',
          'discounts of more than the amount',
          set('quote', '/discounts/0/amount', '1103.50'),
        ),
        refuse(
          'OA-QUO-06',
          'cart_digest_mismatch',
          'a cart with another salt',
          input('/cart/salt', salt('other cart')),
          flags('P3'),
        ),
        refuse(
          'OA-QUO-06',
          'cart_digest_mismatch',
          'a cart with another item',
          input('/cart/lines', [
            {
              item_id: 'G125',
              name: 'G125',
              category: 'transport/train',
              quantity: 1,
              unit_price: '553.50',
              amount: '553.50',
            },
          ]),
          flags('P3'),
        ),
        refuse(
          'OA-QUO-09',
          'cart_quote_disagree',
          'lines that do not add up',
          set('cart', '/lines/0/unit_price', '553.49'),
          set('cart', '/lines/0/amount', '553.49'),
        ),
        refuse(
          'OA-QUO-09',
          'cart_quote_disagree',
          'a line that does not multiply',
          set('cart', '/lines/0/quantity', 2),
        ),
        refuse(
          'OA-QUO-09',
          'cart_quote_disagree',
          'a line of another category',
          set('cart', '/lines/0/category', 'food/drink'),
        ),
        refuse(
          'OA-QUO-09',
          'cart_quote_disagree',
          'a category without a line',
          set('quote', '/categories/-', 'transport/train'),
        ),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'a merchant that is not listed',
          set('trust_list', `/entries/${ENTRY.merchant}/entity`, 'did:act:rail.example/tickets2'),
        ),
        refuse(
          'OA-TRL-04',
          'issuer_not_trusted',
          'a merchant that is listed in another role',
          set('trust_list', `/entries/${ENTRY.merchant}/role`, 'PSP'),
        ),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a suspended merchant',
          set('trust_list', `/entries/${ENTRY.merchant}/status`, 'SUSPENDED'),
        ),
        refuse(
          'OA-MNY-02',
          'amount_precision',
          'an amount finer than the yen',
          set('quote', '/currency', 'JPY'),
        ),
        refuse(
          'OA-MNY-03',
          'currency_unknown',
          'a currency that does not exist',
          set('quote', '/currency', 'QQQ'),
        ),
        ...jwsBasics('quote'),
        ...schemaCases('quote', REQUIRED),
        ...shapeCases(
          'quote',
          ...NOT_AMOUNTS.map(([text, comment]) => ['/amount', text, comment] as const),
          ['/amount', 553.5, 'an amount as a number'],
          ['/discounts/0/funder', '', 'a discount that nobody funds'],
          ['/accepted', [], 'no accepted method'],
          ['/categories', [], 'no category'],
        ).map((one) => (one.comment.includes('amount') ? { ...one, flags: ['Schema', 'N3'] } : one)),
      ],
    },
  ],
};
