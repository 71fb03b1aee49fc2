import type { CommandStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper } from './office.ts';

const { under: _, ...atCashier } = paper;
const charged = { moved: { ann: '-25.00', office: '+25.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } };
const resume = {
  do: 'command',
  action: 'mandate.resume',
  target: '$mandate.delegation_id',
  path: '/mandates/$mandate.delegation_id/resume',
} as const satisfies Partial<CommandStep>;

export const scenario: Scenario = {
  name: '21-the-banks-own-word',
  title:
    'Where the bank says no, or cannot say yes yet: risk control, a silent key service, what it does not know',
  world: { ...office, listed: ['elsewhere'], methods: ['FACE'] },
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    {
      ...paper,
      step: 'the risk engine refuses',
      before: [{ do: 'bank', step: 'it has become suspicious', risk: 'refuse' }],
      after: [{ do: 'bank', step: 'it has calmed down', risk: 'allow' }],
      expect: { refused: 'risk_refused' },
    },
    {
      ...resume,
      step: 'the user lifts what risk control has suspended',
      before: [{ do: 'bank', step: 'risk control suspends', suspends: '$mandate.delegation_id' }],
      after: [{ do: 'bank', step: 'and lifts it', lifts: '$mandate.delegation_id' }],
      expect: { refused: 'mandate_recovery_condition' },
    },
    {
      ...paper,
      step: 'a mandate of tomorrow',
      under: 'tomorrow',
      before: [
        { do: 'mandate', step: 'from tomorrow on', as: 'tomorrow', iac: { validity_start_time: '+1d' } },
      ],
      expect: { refused: 'mandate_not_yet_valid' },
    },
    {
      do: 'mandate',
      step: 'a mandate without an intent',
      iac: { source_isr_digest: null },
      expect: { refused: 'intent_incomplete' },
    },
    {
      do: 'mandate',
      step: 'a mandate that says how it was confirmed before it was',
      iac: { user_confirmation_method: 'FACE', user_confirmation_timestamp: '+0s' },
      expect: { refused: 'confirmation_evidence_mismatch' },
    },
    {
      ...atCashier,
      step: 'a way to confirm that this bank does not take',
      method: 'FINGERPRINT',
      expect: { refused: 'confirmation_method_not_allowed' },
    },
    {
      ...atCashier,
      step: 'at the cashier a request of another level',
      request: {
        claims: {
          level: 'act:L2',
          intent_id: null,
          delegation_id: 'dlg_x',
          mandate_digest: 'A'.repeat(43),
        },
      },
      expect: { refused: 'payment_level_mismatch' },
    },
    {
      ...paper,
      step: 'a mandate of a bank that cannot be reached',
      mandate: { claims: { iss: 'did:act:elsewhere.example/bank' }, key: 'elsewhere/issuer-mandate' },
      expect: { refused: 'mandate_status_unavailable' },
    },
    {
      do: 'bind',
      step: 'a limit of half a yen',
      limit: '10.5',
      currency: 'JPY',
      expect: { refused: 'amount_precision' },
    },
    {
      do: 'bind',
      step: 'a limit in no currency',
      limit: '10.00',
      currency: 'XXX',
      expect: { refused: 'currency_unknown' },
    },
    {
      do: 'command',
      by: 'office',
      action: 'payment.validate',
      target: '$good.trade_no',
      params: { digest: 'A'.repeat(43) },
      path: '/payments/validate',
      step: 'another proof than the one of this trade',
      expect: { refused: 'payment_proof_invalid' },
    },
    {
      do: 'together',
      step: 'paid, and the receipts are not signed yet',
      steps: [{ ...paper, step: 'paid', collect: false }],
      before: [{ do: 'bank', step: 'the key service is down', keyService: 'down' }],
      after: [{ do: 'bank', step: 'it is back', keyService: 'up' }],
      expect: { outcomes: { payment_pending: 1 }, ...charged },
    },
    {
      do: 'card',
      step: 'a sub-account for somebody who has no account',
      as: 'nobodys',
      limit: '10.00',
      delegator: 'did:act:bank.example/u-nobody',
      expect: { refused: 'sub_account_identity_failed' },
    },
    {
      do: 'card',
      step: 'a sub-account with the agent’s own key',
      as: 'own',
      limit: '10.00',
      key: 'agent',
      expect: { refused: 'sub_account_key_reused' },
    },
  ],
};
