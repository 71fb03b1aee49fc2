import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { EKU } from '../../../protocol/x509/index.ts';
import { certifiedActor, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { type NegativeCase, runSuite } from '../../testing/cases.ts';
import { put } from '../../testing/changes.ts';
import { CONFIRMED_AT, STATUS_INDEX } from '../../testing/claims.ts';
import { judgePurchase } from '../../testing/judges.ts';
import { check as attestationAgent } from '../attestation/agent.ts';
import { check as evidenceRecorded } from '../confirmation/evidence-recorded.ts';
import { check as namedByMandate } from '../confirmation/named-by-mandate.ts';
import { check as shownMandate } from '../confirmation/shown-mandate.ts';
import { check as enrolmentDelegator } from '../enrolment/delegator.ts';
import { check as intentDigest } from '../intent/digest.ts';
import { check as notWidened } from '../intent/not-widened.ts';
import { check as mandateStatus } from '../mandate/status.ts';
import { check as cartDigest } from '../quote/cart-digest.ts';
import { check as receiptAudience } from '../receipt/audience.ts';
import { check as authorization } from '../receipt/authorization.ts';
import { check as receiptRequest } from '../receipt/request.ts';
import { check as statusFresh } from '../status-list/fresh.ts';
import { check as evidenceBeforePayment } from './evidence-before-payment.ts';
import { check as liveStatus } from './live-status.ts';
import { check as paidBeforeNow } from './paid-before-now.ts';
import { check as paymentTime } from './payment-time.ts';

const OTHER_DIGEST = 'A'.repeat(43);
const OTHER_ISSUER = 'did:act:bank.example/iac2';

const times: readonly NegativeCase[] = [
  {
    title: 'a payment in the future',
    check: paidBeforeNow,
    code: 'purchase_time_invalid',
    now: WORLD_NOW - 1,
  },
  {
    title: 'a quote signed after the payment (OA-PUR-02)',
    check: evidenceBeforePayment,
    code: 'purchase_time_invalid',
    changes: { quote: put({ iat: WORLD_NOW + 61 }) },
    now: WORLD_NOW + 61,
  },
  {
    title: 'a mandate signed after the payment (OA-PUR-02)',
    check: evidenceBeforePayment,
    code: 'purchase_time_invalid',
    changes: { mandate: put({ iat: WORLD_NOW + 61 }), confirmation: put({ exp: WORLD_NOW + 600 }) },
    now: WORLD_NOW + 61,
  },
  {
    title: 'a status list that was issued after the payment',
    check: statusFresh,
    code: 'status_list_stale',
    changes: { statusList: put({ iat: WORLD_NOW + 61 }) },
  },
];

const people: readonly NegativeCase[] = [
  {
    title: 'an attestation of another agent',
    check: attestationAgent,
    code: 'agent_attestation_invalid',
    changes: { attestation: put({ sub: IDS.otherAgent }) },
  },
  {
    title: 'an enrolment of another delegator',
    check: enrolmentDelegator,
    code: 'enrolment_mismatch',
    changes: { enrolment: put({ sub: 'did:act:bank.example/u-other' }) },
  },
  {
    title: 'an enrolment by another issuer',
    check: enrolmentDelegator,
    code: 'enrolment_mismatch',
    changes: async ({ authorities }) => {
      const other = await certifiedActor({
        authority: authorities.bank,
        uri: OTHER_ISSUER,
        eku: [EKU.mandate],
      });
      return {
        trustList: ({ entries }) => {
          for (const entry of entries.filter(({ role }) => role === 'IAC_ISSUER')) {
            entries.push({ ...entry, entity: OTHER_ISSUER });
          }
        },
        enrolment: put({ iss: OTHER_ISSUER }),
        signers: { enrolment: other.signer },
      };
    },
  },
  {
    title: 'a mandate that rests on another confirmation',
    check: namedByMandate,
    code: 'confirmation_digest_mismatch',
    changes: { mandate: put({ confirmation_digest: OTHER_DIGEST }) },
  },
  {
    title: 'a mandate with another confirmation method than the evidence',
    check: evidenceRecorded,
    code: 'confirmation_evidence_mismatch',
    changes: { mandate: ({ iac }) => Object.assign(iac, { user_confirmation_method: 'FACE' }) },
  },
  {
    title: 'a mandate with another confirmation time than the evidence',
    check: evidenceRecorded,
    code: 'confirmation_evidence_mismatch',
    changes: {
      mandate: ({ iac }) =>
        Object.assign(iac, { user_confirmation_timestamp: formatUtcSeconds(CONFIRMED_AT + 1) }),
    },
  },
];

const otherThanShown: readonly NegativeCase[] = [
  {
    title: 'a mandate for another sum than was shown',
    check: shownMandate,
    code: 'shown_mandate_mismatch',
    changes: { mandate: ({ iac }) => Object.assign(iac, { max_total_amount: 1700 }) },
  },
];

const shownOtherwise: readonly NegativeCase[] = (
  [
    ['another service', put({ psp_id: 'did:act:otherbank.example/psp' })],
    ['another issuer', put({ issuer: OTHER_ISSUER })],
    ['a tool binding', put({ kind: 'tool_binding' })],
    ['another agent', put({ agent: { agent_id: IDS.otherAgent, jkt: OTHER_DIGEST } })],
  ] as const
).map(([title, shown]) => ({
  title: `a mandate where ${title} was shown`,
  check: shownMandate,
  code: 'shown_mandate_mismatch',
  changes: { shown },
}));

const parts: readonly NegativeCase[] = [
  {
    title: 'a mandate that was revoked',
    check: mandateStatus,
    code: 'mandate_revoked',
    changes: { statuses: { [STATUS_INDEX]: 1 } },
  },
  {
    title: 'a mandate that was suspended',
    check: mandateStatus,
    code: 'mandate_suspended',
    changes: { statuses: { [STATUS_INDEX]: 2 } },
  },
  {
    title: 'another intent than the mandate was selected from',
    check: intentDigest,
    code: 'intent_digest_mismatch',
    changes: {
      bundle: (bundle) => {
        if (bundle.intent) bundle.intent.conversation_history = { user_intent_raw: 'Anything you like' };
      },
    },
  },
  {
    title: 'a mandate for more than the intent',
    check: notWidened,
    code: 'intent_widened',
    changes: { iac: put({ max_total_amount: 1800.01 }) },
  },
  {
    title: 'another cart',
    check: cartDigest,
    code: 'cart_digest_mismatch',
    changes: {
      bundle: (bundle) => {
        if (bundle.cart) bundle.cart.salt = 'b3RoZXItc2FsdC1vZi1jYXJ0MQ';
      },
    },
  },
  {
    title: 'the seller’s receipt in place of the agent’s',
    check: receiptAudience,
    code: 'receipt_audience_mismatch',
    alter: (world) => withBundle(world, { receipt: world.sellerReceipt }),
  },
  {
    title: 'a receipt of another request',
    check: receiptRequest,
    code: 'receipt_request_mismatch',
    changes: { receipt: put({ request_digest: OTHER_DIGEST }) },
  },
  {
    title: 'a salt that does not open the authorization',
    check: authorization,
    code: 'receipt_authorization_mismatch',
    changes: { bundle: put({ authorization_salt: 'b3RoZXItc2FsdC1vZi1hdXRoMQ' }) },
  },
];

function withBundle<W extends { bundle: object; bundleBytes: Uint8Array }>(world: W, change: object): W {
  const bundle = { ...world.bundle, ...change };
  return { ...world, bundle, bundleBytes: new TextEncoder().encode(JSON.stringify(bundle)) };
}

runSuite('purchase', {
  folder: import.meta.url,
  judge: judgePurchase,
  // They are duties of the caller and never refuse: see verify-purchase.test.ts.
  elsewhere: [paymentTime, liveStatus],
  refused: [...times, ...people, ...otherThanShown, ...shownOtherwise, ...parts],
  accepted: [
    { title: 'a purchase at the moment of payment' },
    { title: 'a purchase hours after quote, request and status list ran out', now: WORLD_NOW + 12 * 3_600 },
    {
      title: 'a purchase without intent and cart',
      changes: {
        bundle: (bundle) => {
          delete bundle.intent;
          delete bundle.cart;
        },
      },
    },
    {
      title: 'a mandate narrower than the intent',
      changes: { iac: put({ max_total_amount: 1000 }) },
    },
    {
      title: 'a purchase with a BOUNDED mandate',
      changes: { intent: put({ delegation_mode: 'BOUNDED' }) },
    },
    { title: 'a quote from a clock 60 s ahead', changes: { quote: put({ iat: WORLD_NOW + 60 }) } },
  ],
});
