import { IDS, NOW } from '../forge/actors.ts';
import {
  accept,
  at,
  type Case,
  type Change,
  flags,
  forged,
  refuse as no,
  remove,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import { INSTANT_CONFIRMED_AT, OTHER_DIGEST, salt, utc } from '../forge/claims.ts';
import type { Json, JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { ed25519, jwk } from './shared.ts';

/** What bytes cannot show is left to whoever judges, always. */
const DUTIES = [
  'trust_list_rollback OA-TRL-03',
  'replay PSD-PAY-DEL-05',
  'replay OA-RPL-01',
  'payment_time OA-PUR-03',
];

const shown = (path: string, value: Json): Change => set('instant_shown', path, value);
const MISMATCH = ['PSD-PAY-INS-08', 'shown_payment_mismatch'] as const;

const cashier: readonly Case[] = [
  no(...MISMATCH, 'a fen less on the cashier than was asked for', shown('/payment/payer_amount', '549.99')),
  no(...MISMATCH, 'another price on the cashier', shown('/payment/amount', '553.49')),
  no(...MISMATCH, 'another currency on the cashier', shown('/payment/currency', 'HKD')),
  no(...MISMATCH, 'another merchant on the cashier', shown('/payment/merchant', IDS.otherMerchant)),
  no(...MISMATCH, 'another order on the cashier', shown('/payment/out_trade_no', 'order-0002')),
  no(...MISMATCH, 'another method on the cashier', shown('/payment/method_id', 'urn:act:payment:other')),
  no(...MISMATCH, 'another agent on the cashier', shown('/agent/agent_id', IDS.otherAgent)),
  no(...MISMATCH, 'a discount that was not shown', shown('/payment/discounts', [])),
  no(...MISMATCH, 'a tool binding where a payment should be shown', shown('/kind', 'tool_binding')),
];

const confirmed: readonly Case[] = [
  no(
    'OA-CNF-01',
    'confirmation_challenge_mismatch',
    'a confirmation of another payment',
    set('instant_confirmation', '/challenge', OTHER_DIGEST),
  ),
  no(
    'OA-CNF-02',
    'confirmation_denied',
    'a payment that the user cancelled',
    set('instant_confirmation', '/decision', 'DENY'),
  ),
  no(
    'OA-CNF-03',
    'confirmation_expired',
    'a confirmation that had run out at the payment',
    set('instant_confirmation', '/exp', NOW),
    flags('Edge'),
  ),
  no(
    'OA-CNF-06',
    'confirmation_device_mismatch',
    'a confirmation by another device',
    forged('instant_confirmation', { key: keyOf('stranger') }),
  ),
  no(
    'OA-PUR-05',
    'purchase_time_invalid',
    'a request from 61 seconds after the confirmation',
    set('instant_request', '/iat', INSTANT_CONFIRMED_AT + 61),
    flags('Edge'),
  ),
];

const paid: readonly Case[] = [
  no(
    'OA-INS-01',
    'payment_level_mismatch',
    'a delegated request in the place of one at the cashier',
    set('instant_request', '/level', 'act:L2'),
    set('instant_request', '/delegation_id', 'dlg-1'),
    set('instant_request', '/mandate_digest', OTHER_DIGEST),
  ),
  no(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'a request for a yuan more than the quote',
    set('instant_request', '/payer_amount', '551.00'),
  ),
  no(
    'OA-RCP-10',
    'receipt_confirmation_mismatch',
    'a receipt that rests on another confirmation',
    set('instant_receipt', '/confirmation_digest', OTHER_DIGEST),
  ),
  no(
    'OA-RCP-10',
    'receipt_confirmation_mismatch',
    'a receipt that names no confirmation',
    remove('instant_receipt', '/confirmation_digest'),
  ),
  no(
    'OA-RCP-07',
    'receipt_authorization_mismatch',
    'a salt that does not open the authorization',
    set('instant_bundle', '/authorization_salt', salt('other')),
  ),
  no('OA-SCH-01', 'schema_mismatch', 'a bundle of another level', set('instant_bundle', '/level', 'act:L2')),
  no('OA-SCH-01', 'schema_mismatch', 'no confirmation', remove('instant_bundle', '/confirmation')),
];

export const instantBundleSuite: VectorSuite = {
  name: 'bundle-instant',
  schema: 'bundle-instant.json',
  groups: [
    {
      operation: 'verify_instant_purchase',
      description:
        'One purchase at act:L1 from end to end, judged from bytes alone. The bytes are those of any JSON form of `bundle`.',
      obligations: DUTIES,
      input: ({ objects }) => ({ bundle: objects.instant_bundle }),
      context: ({ actors }) => ({ trust_list_key: jwk(actors.trust.key) as JsonObject }),
      cases: [
        accept('OA-BND-03', 'a whole purchase that the user confirmed'),
        ed25519('OA-PUR-03'),
        accept('OA-QUO-06', 'a purchase without its cart', remove('instant_bundle', '/cart')),
        accept(
          'OA-PUR-05',
          'a request from 60 seconds after the confirmation',
          set('instant_request', '/iat', INSTANT_CONFIRMED_AT + 60),
          flags('Edge'),
        ),
        accept('OA-QUO-01', 'a quote that has run out since', at(NOW + 3_600)),
        accept('OA-PUR-01', 'a payment of a second ago', set('instant_receipt', '/paid_at', utc(NOW - 1))),
        ...cashier,
        ...confirmed,
        ...paid,
      ],
    },
  ],
};
