import { beforeAll, describe, expect, test } from 'vitest';
import type { Code } from '../../../protocol/errors/index.ts';
import type { Shown } from '../../../protocol/generated/types.ts';
import { type Check, type Judgement, verifyInstantPurchase, verifyInstantRequest } from '../../index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { without } from '../../testing/cases.ts';
import { put } from '../../testing/changes.ts';
import {
  buildInstantWorld,
  DECIDED_AT,
  type InstantChanges,
  REQUESTED_AT,
} from '../../testing/instant-world.ts';
import { check as confirmationChallenge } from '../confirmation/challenge.ts';
import { check as deviceSignature } from '../confirmation/device-signature.ts';
import { check as confirmationInTime } from '../confirmation/in-time.ts';
import { check as enrolmentDelegator } from '../enrolment/delegator.ts';
import { check as authorization } from '../receipt/authorization.ts';
import { check as askedBeforeConfirmed } from './asked-before-confirmed.ts';
import { check as level } from './level.ts';
import { check as namedByReceipt } from './named-by-receipt.ts';
import { check as shownPayment } from './shown-payment.ts';

let actors: Actors;

beforeAll(async () => {
  actors = await createActors();
});

async function judgePurchase(changes: InstantChanges = {}): Promise<Judgement> {
  const { bundleBytes } = await buildInstantWorld(actors, changes);
  const context = { trustListKey: actors.trustList.publicJwk, now: WORLD_NOW };
  return verifyInstantPurchase(bundleBytes, context);
}

async function judgeRequest(changes: InstantChanges = {}): Promise<Judgement> {
  const { world, quote, paymentRequest, state } = await buildInstantWorld(actors, changes);
  const input = { payment_request: paymentRequest, quote, agentKey: actors.agent.publicJwk };
  const context = { trustList: world.trustList, now: REQUESTED_AT, audience: IDS.psp };
  return verifyInstantRequest(input, context, state);
}

interface Negative {
  readonly title: string;
  // biome-ignore lint/suspicious/noExplicitAny: checks of several facts stand in one list
  readonly check: Check<any>;
  readonly code: Code;
  readonly changes: InstantChanges | ((actors: Actors) => InstantChanges);
}

const delegated = { level: 'act:L2', delegation_id: 'dlg-1', mandate_digest: 'A'.repeat(43) } as const;
const OTHER = 'A'.repeat(43);

/** The payment as it was shown, with another value in one place; everybody signs it all the same. */
function showing(change: Partial<NonNullable<Shown['payment']>>): InstantChanges {
  return { shown: ({ payment }) => Object.assign(payment ?? {}, change) };
}

const shownOtherwise: readonly Negative[] = (
  [
    ['another amount to pay', showing({ payer_amount: '549.00' })],
    ['another price', showing({ amount: '553.00' })],
    ['another merchant', showing({ merchant: IDS.otherMerchant })],
    ['another order', showing({ out_trade_no: 'order-0002' })],
    ['another currency', showing({ currency: 'JPY' })],
    ['another method', showing({ method_id: 'urn:act:payment:other' })],
    ['no discount', showing({ discounts: [] })],
    ['another category', showing({ categories: ['food/drink'] })],
    ['another service', { shown: put({ psp_id: 'did:act:otherbank.example/psp' }) }],
    ['a tool binding', { shown: put({ kind: 'tool_binding' }) }],
    ['another agent', { shown: ({ agent }) => Object.assign(agent, { agent_id: IDS.otherAgent }) }],
  ] as const satisfies readonly (readonly [string, InstantChanges])[]
).map(([title, changes]) => ({
  title: `${title} on the cashier`,
  check: shownPayment,
  code: 'shown_payment_mismatch',
  changes,
}));

const refused: readonly Negative[] = [
  {
    title: 'a request of another level',
    check: level,
    code: 'payment_level_mismatch',
    changes: {
      paymentRequest: (claims) => {
        Object.assign(claims, delegated);
      },
    },
  },
  ...shownOtherwise,
  {
    title: 'a receipt that rests on another confirmation',
    check: namedByReceipt,
    code: 'receipt_confirmation_mismatch',
    changes: { receipt: put({ confirmation_digest: OTHER }) },
  },
  {
    title: 'a receipt without a confirmation',
    check: namedByReceipt,
    code: 'receipt_confirmation_mismatch',
    changes: {
      receipt: (claims) => {
        delete claims.confirmation_digest;
      },
    },
  },
  {
    title: 'a salt that does not open the authorization',
    check: authorization,
    code: 'receipt_authorization_mismatch',
    changes: { bundle: put({ authorization_salt: 'b3RoZXItc2FsdC1vZi1hdXRoMQ' }) },
  },
  {
    title: 'a request from after the confirmation',
    check: askedBeforeConfirmed,
    code: 'purchase_time_invalid',
    changes: { paymentRequest: put({ iat: DECIDED_AT + 61 }) },
  },
  {
    title: 'a quote from after the confirmation',
    check: askedBeforeConfirmed,
    code: 'purchase_time_invalid',
    changes: { quote: put({ iat: DECIDED_AT + 61 }) },
  },
  {
    title: 'a confirmation of another challenge',
    check: confirmationChallenge,
    code: 'confirmation_challenge_mismatch',
    changes: { confirmation: put({ challenge: OTHER }) },
  },
  {
    title: 'a confirmation that had run out before the payment',
    check: confirmationInTime,
    code: 'confirmation_expired',
    changes: { confirmation: put({ exp: WORLD_NOW }) },
  },
  {
    title: 'a confirmation by another device',
    check: deviceSignature,
    code: 'confirmation_device_mismatch',
    changes: ({ otherDevice }) => ({ signers: { confirmation: otherDevice.signer } }),
  },
  {
    title: 'a device that another account side enrolled',
    check: enrolmentDelegator,
    code: 'enrolment_mismatch',
    changes: {
      shown: put({ issuer: 'did:act:otherbank.example/iac' }),
      confirmation: put({ aud: 'did:act:otherbank.example/iac' }),
    },
  },
];

describe('a purchase at act:L1 (PSD-PAY-INS)', () => {
  test.each(refused)('refuses $title', async ({ check, code, changes }) => {
    expect((await judgePurchase()).verdict).toBe('accepted');
    const spoilt = typeof changes === 'function' ? changes(actors) : changes;
    const judgement = await judgePurchase(spoilt);
    expect(judgement.refusal).toMatchObject({ code, requirement: check.requirement });
    const mutant = await without(check, () => judgePurchase(spoilt));
    expect(mutant.verdict).toBe('accepted');
  });

  test('OA-RCP-10, OA-PUR-05 the untouched one is accepted, with what bytes cannot show as obligations', async () => {
    const { verdict, obligations } = await judgePurchase();
    expect(verdict).toBe('accepted');
    expect(new Set(obligations.map(({ obligation }) => obligation))).toEqual(
      new Set(['trust_list_rollback', 'replay', 'payment_time']),
    );
  });

  test('a user whose clock is 60 s behind is believed', async () => {
    const late = { paymentRequest: put<{ iat: number }>({ iat: DECIDED_AT + 60 }) };
    expect((await judgePurchase(late)).verdict).toBe('accepted');
  });

  test('what is no bundle of this level is refused and not thrown', async () => {
    const judgement = await judgePurchase({ bundle: put({ level: 'act:L2' as 'act:L1' }) });
    expect(judgement.refusal?.code).toBe('schema_mismatch');
    expect((await judgePurchase()).verdict).toBe('accepted');
  });
});

describe('a request at act:L1', () => {
  test('is accepted with the state of the service, and leaves no obligation', async () => {
    expect(await judgeRequest()).toMatchObject({ verdict: 'accepted', obligations: [] });
  });

  test('without that state, replay, tool, payee, risk and balance are left to the caller', async () => {
    const { world, quote, paymentRequest } = await buildInstantWorld(actors);
    const input = { payment_request: paymentRequest, quote, agentKey: actors.agent.publicJwk };
    const context = { trustList: world.trustList, now: REQUESTED_AT, audience: IDS.psp };
    const { verdict, obligations } = await verifyInstantRequest(input, context);
    expect(verdict).toBe('accepted');
    expect([...new Set(obligations.map(({ obligation }) => obligation))]).toEqual([
      'replay',
      'tool',
      'payee',
      'risk',
      'balance',
    ]);
  });

  test('of another level is refused', async () => {
    const delegatedRequest: InstantChanges = { paymentRequest: (claims) => Object.assign(claims, delegated) };
    expect((await judgeRequest(delegatedRequest)).refusal?.code).toBe('payment_level_mismatch');
    expect((await judgeRequest()).verdict).toBe('accepted');
  });
});
