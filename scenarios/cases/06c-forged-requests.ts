import type { Expected, Forgery, PayStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper, paperPaid } from './office.ts';

const forged = (step: string, request: Forgery, refused: Expected['refused'] & string) =>
  ({ ...paper, step, request, expect: { refused } }) satisfies PayStep;

export const scenario: Scenario = {
  name: '06c-forged-requests',
  title: 'Payment requests that are repeated, late, made out to others or signed by others',
  world: office,
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    {
      ...paper,
      step: 'the paid request, byte for byte',
      request: { text: '$good.payment_request' },
      quote: { text: '$good.quote' },
      expect: { refused: 'request_duplicate' },
    },
    forged('its identifier in another request', { claims: { jti: '$good.request_id' } }, 'request_id_reused'),
    forged('of two minutes ago', { claims: { iat: 1_000_000 } }, 'request_time_out_of_window'),
    forged(
      'made out to another service',
      { claims: { aud: 'did:act:other.example/psp' } },
      'request_audience_mismatch',
    ),
    forged('signed by a stranger', { key: 'stranger' }, 'agent_signature_invalid'),
    forged(
      'bound to another mandate',
      { claims: { mandate_digest: 'A'.repeat(43) } },
      'mandate_digest_mismatch',
    ),
    forged('bound to another quote', { claims: { quote_digest: 'A'.repeat(43) } }, 'quote_digest_mismatch'),
    forged('another amount than the quote', { claims: { amount: '1.00' } }, 'request_quote_disagree'),
    forged(
      'the mandate of somebody else’s agent',
      { claims: { iss: 'did:act:assistant.example/other' } },
      'agent_unknown',
    ),
    forged('of another level than the mandate', { claims: { level: 'act:L3' } }, 'delegation_mode_invalid'),
    forged(
      'a method that the mandate does not allow',
      { claims: { method_id: 'urn:act:payment:other' } },
      'method_not_allowed',
    ),
    forged(
      'an instrument that nobody bound',
      { claims: { payment_tool_ref: 'tool_nobody' } },
      'tool_invalid',
    ),
    {
      ...paper,
      step: 'over the limit of the instrument',
      before: [
        { do: 'bind', step: 'a small instrument', as: 'small', limit: '10.00', expect: { instruments: 1 } },
      ],
      request: { claims: { payment_tool_ref: '$small.payment_tool_ref' } },
      expect: { refused: 'tool_limit_exceeded' },
    },
    {
      ...paper,
      step: 'the instrument of another user',
      before: [
        {
          do: 'bind',
          step: 'Bob’s instrument',
          as: 'bobs',
          user: 'bob',
          limit: '100.00',
          expect: { instruments: 1 },
        },
      ],
      request: { claims: { payment_tool_ref: '$bobs.payment_tool_ref' } },
      expect: { refused: 'tool_delegator_mismatch' },
    },
    {
      ...paper,
      step: 'under the minimum of one payment',
      under: 'large',
      before: [
        {
          do: 'mandate',
          step: 'a mandate for large payments',
          as: 'large',
          iac: { ext: { commerce: { min_single_amount: 100 } } },
        },
      ],
      expect: { refused: 'amount_under_single_minimum' },
    },
    {
      ...paper,
      step: 'over the threshold of a wallet: the user confirms',
      under: 'wallet',
      before: [
        {
          do: 'mandate',
          step: 'a wallet that pays alone up to 20.00',
          as: 'wallet',
          iac: { ext: { openact: { confirm_above: 20 } } },
        },
      ],
      expect: { refused: 'confirmation_required' },
    },
    {
      ...paper,
      step: 'under a mandate that pins another quote',
      under: 'onequote',
      before: [
        {
          do: 'mandate',
          step: 'a mandate for one quote',
          as: 'onequote',
          iac: { ext: { openact: { quote_digest: 'A'.repeat(43) } } },
        },
      ],
      expect: { refused: 'quote_not_pinned' },
    },
    {
      ...paper,
      step: 'delivered later than the mandate requires',
      under: 'urgent',
      before: [
        {
          do: 'mandate',
          step: 'a mandate for what comes tomorrow',
          as: 'urgent',
          iac: { ext: { fulfillment: { delivery_time_requirement: '+1d' } } },
        },
      ],
      expect: { refused: 'delivery_too_late' },
    },
    {
      ...paper,
      step: 'a mandate in another currency',
      under: 'dollars',
      before: [{ do: 'mandate', step: 'a mandate in dollars', as: 'dollars', iac: { currency: 'USD' } }],
      expect: { refused: 'currency_mismatch' },
    },
    { ...paper, step: 'after all of this, the honest one', expect: paperPaid },
  ],
};
