import type { Forgery, MandateStep, PayStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper } from './office.ts';

const asked = { do: 'mandate' } as const satisfies Partial<MandateStep>;
const forged = (
  step: string,
  mandate: Forgery,
  refused: NonNullable<PayStep['expect']>['refused'] & string,
) => ({ ...paper, step, mandate, expect: { refused } }) satisfies PayStep;

export const scenario: Scenario = {
  name: '06b-forged-mandates',
  title:
    'Mandates that contradict themselves, that allow nothing, that nobody signed: each refused with its own code',
  world: office,
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    // What the issuer does not put before the user.
    {
      ...asked,
      step: 'a window that ends before it begins',
      iac: { validity_end_time: '-1d' },
      expect: { refused: 'time_order' },
    },
    {
      ...asked,
      step: 'a single limit over the total',
      iac: { ext: { commerce: { max_single_amount: 2000 } } },
      expect: { refused: 'limit_order' },
    },
    {
      ...asked,
      step: 'somebody who is no account holder',
      iac: { delegator_identity: 'did:act:bank.example/u-nobody' },
      expect: { refused: 'delegator_unknown' },
    },
    {
      ...asked,
      step: 'longer than policy allows',
      iac: { validity_end_time: '+800d' },
      expect: { refused: 'mandate_lifetime_too_long' },
    },
    {
      ...asked,
      step: 'SPECIFIED without a payee',
      iac: { ext: { commerce: { allowed_merchants: null } } },
      expect: { refused: 'mandate_not_pinned' },
    },
    {
      ...asked,
      step: 'BOUNDED without categories',
      iac: { delegation_mode: 'BOUNDED', ext: { commerce: { allowed_categories: null } } },
      expect: { refused: 'mandate_not_bounded' },
    },
    {
      ...asked,
      step: 'the identifier of another mandate',
      iac: { delegation_id: '$mandate.delegation_id' },
      expect: { refused: 'delegation_id_reused' },
    },
    {
      ...asked,
      step: 'a level of autonomy that this issuer does not grant',
      iac: { delegation_mode: 'BOUNDED', ext: { openact: { autonomy_level: 'a2p2:L5' } } },
      expect: { refused: 'autonomy_level_refused' },
    },
    {
      ...asked,
      step: 'a level of autonomy without what it has to state',
      iac: { ext: { openact: { autonomy_level: 'a2p2:L3' } } },
      expect: { refused: 'autonomy_terms_missing' },
    },
    {
      ...asked,
      step: 'a tolerance without a price that it is counted from',
      iac: { ext: { agent_behavior: { price_deviation_tolerance: 5 } } },
      expect: { refused: 'price_reference_missing' },
    },
    {
      ...asked,
      step: 'a statement of the agent’s provider that has run out',
      attestation: { claims: { iat: 1_000_000, exp: 1_000_060 } },
      expect: { refused: 'agent_attestation_expired' },
    },
    {
      ...asked,
      step: 'a statement about another agent',
      attestation: { claims: { sub: 'did:act:assistant.example/somebody' } },
      expect: { refused: 'agent_attestation_invalid' },
    },
    {
      ...asked,
      step: 'signed by a key that the provider does not state',
      command: { key: 'stranger' },
      expect: { refused: 'possession_proof_invalid' },
    },
    {
      ...paper,
      step: 'the extension is there and not critical',
      under: 'threshold',
      before: [
        {
          ...asked,
          step: 'a wallet of 50.00',
          as: 'threshold',
          iac: { ext: { openact: { confirm_above: 50 } } },
        },
      ],
      mandate: { header: { crit: null, openact: null } },
      expect: { refused: 'mandate_extension_not_critical' },
    },
    // What the payment service does not take, although it bears the issuer's signature.
    forged(
      'made out to another payment service',
      { claims: { aud: 'did:act:other.example/psp' } },
      'mandate_audience_mismatch',
    ),
    forged('two identifiers', { claims: { jti: 'dlg_another' } }, 'mandate_id_mismatch'),
    forged('two windows', { claims: { exp: 4_000_000_000 } }, 'mandate_time_claims_disagree'),
    forged('of the year 2096', { claims: { iat: 4_000_000_000 } }, 'issued_in_future'),
    forged('bound to another key', { claims: { cnf: { jkt: 'A'.repeat(43) } } }, 'agent_key_mismatch'),
    // Who signed.
    forged(
      'signed by a stranger under the issuer’s certificate',
      { key: 'stranger', certificate: 'bank/issuer-mandate' },
      'jws_signature_invalid',
    ),
    forged('signed with the key of status lists', { key: 'bank/issuer-status' }, 'x509_eku_mismatch'),
    forged('signed by a merchant', { key: 'office/merchant-quote' }, 'x509_chain_broken'),
    forged('certificates that are none', { header: { x5c: ['AAAA', 'AAAA'] } }, 'x509_malformed'),
    forged(
      'an issuer that the trust list does not know',
      { claims: { iss: 'did:act:other.example/iac' } },
      'issuer_not_trusted',
    ),
    forged('a key without certificates', { key: 'stranger' }, 'jws_key_missing'),
  ],
};
