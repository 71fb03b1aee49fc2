import { describe, expect, test } from 'vitest';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import type { IacPayload, Intent } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { verifyIntentSelection } from '../../index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { without } from '../../testing/cases.ts';
import { intent as baseIntent, iacOf } from '../../testing/claims.ts';
import { check as digest } from './digest.ts';
import { check as notWidened } from './not-widened.ts';

type Ext = NonNullable<IacPayload['ext']>;

async function selected(change: (iac: IacPayload) => void = () => undefined, intent: Intent = baseIntent()) {
  const iac = iacOf(intent, await digestOfObject(intent as unknown as JsonValue));
  change(iac);
  return () => verifyIntentSelection({ iac, intent });
}

function ext<Block extends keyof Ext>(block: Block, values: Partial<Ext[Block]>) {
  return (iac: IacPayload) => {
    iac.ext = { ...iac.ext, [block]: { ...(iac.ext?.[block] as object), ...values } };
  };
}

function leaveOut(block: keyof Ext, member: string) {
  return (iac: IacPayload) => {
    const kept = Object.entries(iac.ext?.[block] ?? {}).filter(([name]) => name !== member);
    iac.ext = { ...iac.ext, [block]: Object.fromEntries(kept) };
  };
}

const assign = (values: Partial<IacPayload>) => (iac: IacPayload) => void Object.assign(iac, values);

const wider: readonly (readonly [member: string, change: (iac: IacPayload) => void])[] = [
  ['agent_id', assign({ agent_id: IDS.otherAgent })],
  ['intent_id', assign({ intent_id: 'intent-2' })],
  ['delegation_mode', assign({ delegation_mode: 'BOUNDED' })],
  ['validity_start_time', assign({ validity_start_time: formatUtcSeconds(WORLD_NOW - 3_601) })],
  ['validity_end_time', assign({ validity_end_time: formatUtcSeconds(WORLD_NOW + 5 * DAY_SECONDS + 1) })],
  ['currency', assign({ currency: 'HKD' })],
  ['max_total_amount', assign({ max_total_amount: 1800.01 })],
  ['allowed_payment_methods', assign({ allowed_payment_methods: [IDS.method, 'urn:act:payment:other'] })],
  [
    'allowed_payment_methods',
    (iac) => {
      delete iac.allowed_payment_methods;
    },
  ],
  ['max_single_amount', ext('commerce', { max_single_amount: 600.01 })],
  ['max_single_amount', leaveOut('commerce', 'max_single_amount')],
  ['min_single_amount', ext('commerce', { min_single_amount: 9.99 })],
  ['allowed_categories', ext('commerce', { allowed_categories: ['transport/train', 'food/drink'] })],
  ['forbidden_categories', leaveOut('commerce', 'forbidden_categories')],
  ['allowed_merchants', ext('commerce', { allowed_merchants: [IDS.otherMerchant] })],
  ['forbidden_merchants', ext('commerce', { forbidden_merchants: ['did:act:else.example/x'] })],
  ['price_deviation_tolerance', ext('agent_behavior', { price_deviation_tolerance: 5.01 })],
  ['price_deviation_tolerance', leaveOut('agent_behavior', 'price_deviation_tolerance')],
  ['reference_price', ext('openact', { reference_price: 560 })],
  ['price_deviation_action', ext('agent_behavior', { price_deviation_action: 'AUTO_CANCEL' })],
  ['delivery_time_requirement', leaveOut('fulfillment', 'delivery_time_requirement')],
  ['times_limit', ext('openact', { times_limit: 4 })],
];

describe('an IAC selected from an intent', () => {
  for (const [member, change] of wider) {
    test(`ADD-IAC-ISS-04 refuses a wider ${member}, and nothing else does`, async () => {
      const work = await selected(change);
      expect((await work()).refusal).toEqual({
        code: 'intent_widened',
        requirement: 'ADD-IAC-ISS-04',
        evidence: { member },
      });
      expect((await without(notWidened, work)).verdict).toBe('accepted');
      expect((await (await selected())()).verdict).toBe('accepted');
    });
  }

  test('OA-INT-01 refuses the digest of another intent, and nothing else does', async () => {
    const work = await selected(assign({ source_isr_digest: 'A'.repeat(43) }));
    expect((await work()).refusal).toMatchObject({
      code: 'intent_digest_mismatch',
      requirement: 'OA-INT-01',
    });
    expect((await without(digest, work)).verdict).toBe('accepted');
    expect((await (await selected())()).verdict).toBe('accepted');
  });

  test('accepts narrower terms, and behaviour left out', async () => {
    const narrower = [
      assign({ max_total_amount: 100, validity_end_time: formatUtcSeconds(WORLD_NOW) }),
      ext('commerce', {
        max_single_amount: 1,
        min_single_amount: 11,
        forbidden_categories: ['gambling', 'food'],
      }),
      leaveOut('agent_behavior', 'price_deviation_action'),
      ext('openact', { quote_digest: 'A'.repeat(43), times_limit: 1 }),
    ];
    for (const change of narrower) expect((await (await selected(change))()).verdict).toBe('accepted');
  });

  test('a SPECIFIED mandate is narrower than a BOUNDED intent', async () => {
    const bounded: Intent = { ...baseIntent(), delegation_mode: 'BOUNDED' };
    const work = await selected(assign({ delegation_mode: 'SPECIFIED' }), bounded);
    expect((await work()).verdict).toBe('accepted');
  });

  test('refuses what is no intent with the code of the floor', async () => {
    const intent = { ...baseIntent(), agent_id: 'nobody' };
    const judged = await verifyIntentSelection({ iac: iacOf(baseIntent(), 'A'.repeat(43)), intent });
    expect(judged.refusal).toMatchObject({ code: 'schema_mismatch', requirement: 'OA-SCH-01' });
    expect((await (await selected())()).verdict).toBe('accepted');
  });
});
