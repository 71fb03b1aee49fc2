import type { CertificatePlan, Expected, PayStep, Scenario } from '../format.ts';
import { office, officeSetup, officeTwin, paper } from './office.ts';

const certified = (step: string, chain: readonly CertificatePlan[], refused: Expected['refused'] & string) =>
  ({ ...paper, step, quote: { chain }, expect: { refused } }) satisfies PayStep;

export const scenario: Scenario = {
  name: '32-foreign-certificates',
  title: 'Offers of the real merchant under certificates that do not hold, down to the last extension',
  world: office,
  setup: officeSetup,
  twin: officeTwin,
  steps: [
    {
      ...paper,
      step: 'a certificate made by the same hand, and sound',
      quote: { chain: [{}] },
      collect: false,
      expect: { moved: { ann: '-25.00', office: '+25.00' }, trades: { WAIT_SELLER_FULFILLMENT: 1 } },
    },
    certified('one that has run out', [{ until: '-1s' }], 'x509_expired'),
    certified('one that begins tomorrow', [{ from: '+1s' }], 'x509_not_yet_valid'),
    certified('a signer that is an authority', [{ isAuthority: true }], 'x509_leaf_is_ca'),
    certified('a key that may only certify', [{ uses: 'certifying' }], 'x509_key_usage'),
    certified('signed by its own key', [{ signedBy: 'itself' }], 'x509_self_signed'),
    certified(
      'signed by a stranger in the name of the authority',
      [{ signedBy: 'stranger' }],
      'x509_signature_invalid',
    ),
    certified('a hash that this profile does not take', [{ hash: 'SHA-384' }], 'x509_weak'),
    certified('a critical extension that nobody knows', [{ critical: '1.2.3.4' }], 'x509_critical_extension'),
    certified(
      'a constraint on names where none may be',
      [{ constrainedTo: 'other' }],
      'x509_name_constraints',
    ),
    certified('another merchant as the authority', [{}, { isAuthority: false }], 'x509_not_a_ca'),
    certified('an authority below one that may have none', [{}, {}], 'x509_path_length'),
    certified('more certificates than anybody reads', [{}, {}, {}, {}], 'x509_chain_too_long'),
  ],
};
