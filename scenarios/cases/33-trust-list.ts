import type { Expected, PublishStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper } from './office.ts';

const anew = [{ do: 'publish', step: 'the true list again' }] as const satisfies readonly PublishStep[];
const under = (
  step: string,
  list: Pick<PublishStep, 'list' | 'entries' | 'twice' | 'revokes'>,
  refused: Expected['refused'] & string,
) => ({
  ...paper,
  step: `a payment under ${step}`,
  before: [{ do: 'publish', step, ...list } as const],
  after: anew,
  expect: { refused },
});

export const scenario: Scenario = {
  name: '33-trust-list',
  title:
    'A trust list that is stale, older, from the future, of another hand, at odds with itself: nobody pays by it',
  world: office,
  setup: [...officeSetup, ...anew],
  twin: officeTwin,
  steps: [
    under(
      'a list that is past its next update',
      { list: { claims: { issued_at: '-8d', next_update: '-1s' } } },
      'trust_list_stale',
    ),
    under(
      'a list from tomorrow',
      { list: { claims: { issued_at: '+1d', next_update: '+8d' } } },
      'trust_list_not_yet_valid',
    ),
    under('a list that is older than one seen', { list: { claims: { sequence: 1 } } }, 'trust_list_rollback'),
    under('a list of another hand', { list: { key: 'stranger' } }, 'trust_list_signature_invalid'),
    under(
      'a list with two times of issue',
      { list: { claims: { iat: 1_000_000 } } },
      'trust_list_inconsistent',
    ),
    under(
      'a list that has a merchant twice',
      { twice: 'did:act:office.example/shop' },
      'trust_list_inconsistent',
    ),
    under(
      'a list that suspends the issuer',
      { entries: { 'did:act:bank.example/iac': { status: 'SUSPENDED' } } },
      'issuer_suspended',
    ),
    under(
      'a list that revokes the certificate of the merchant',
      { revokes: { entity: 'did:act:office.example/shop', key: 'office/merchant-quote' } },
      'x509_revoked',
    ),
    under(
      'a list that no longer has the merchant',
      { entries: { 'did:act:office.example/shop': { entity: 'did:act:office.example/gone' } } },
      'issuer_not_trusted',
    ),
    {
      do: 'send',
      step: 'a service whose list is no list',
      to: 'trust',
      path: '/trust-list',
      before: [{ do: 'publish', step: 'bytes in the place of the list', list: { text: 'no list' } }],
      after: anew,
      expect: { refused: 'trust_list_unavailable' },
    },
    {
      do: 'delegate',
      step: 'an issuer at an address that nobody may go to',
      as: 'nowhere',
      say: 'Order paper for me.',
      answers: {
        allowed_categories: 'office/paper',
        allowed_merchants: 'office',
        max_single_amount: '50.00',
        max_total_amount: '50.00',
        validity_end_time: '+1d',
      },
      before: [
        {
          do: 'publish',
          step: 'a list with the address of a metadata service',
          entries: { 'did:act:bank.example/iac': { endpoints: { base_url: 'http://169.254.169.254' } } },
        },
      ],
      after: anew,
      expect: { refused: 'address_forbidden' },
    },
  ],
};
