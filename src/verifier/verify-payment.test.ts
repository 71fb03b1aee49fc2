import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Code } from '../protocol/errors/index.ts';
import type { IacPayload, PaymentRequestClaims, QuoteClaims } from '../protocol/generated/types.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { assertAccepted, clauseHeld, type PaymentState, recheckInTransaction } from './index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { posingAs } from './testing/changes.ts';
import { judgePayment } from './testing/judges.ts';
import { buildWorld, type Changes, type World } from './testing/world.ts';

const OTHER_PSP = 'did:act:otherbank.example/psp';
const OTHER_DIGEST = 'A'.repeat(43);

/** A defect that can stand beside others. */
interface Defect {
  readonly code: Code;
  readonly request?: Partial<PaymentRequestClaims>;
  readonly quote?: Partial<QuoteClaims>;
  readonly iac?: Partial<IacPayload>;
  readonly commerce?: object;
  readonly openact?: object;
  readonly mandate?: object;
  readonly state?: Partial<PaymentState>;
  readonly tool?: object;
  readonly signers?: (actors: Actors) => Changes['signers'];
  /** Cannot be due together with one of these. */
  readonly excludes?: readonly Code[];
}

/** In the order of ACT and of the profile. */
const DEFECTS: readonly Defect[] = [
  { code: 'request_duplicate', state: { replay: 'duplicate' } },
  { code: 'request_time_out_of_window', request: { iat: WORLD_NOW - 61 } },
  { code: 'request_audience_mismatch', request: { aud: OTHER_PSP } },
  {
    code: 'agent_signature_invalid',
    signers: ({ agent, device }) => ({ paymentRequest: posingAs(agent, device) }),
  },
  { code: 'jws_signature_invalid', signers: ({ issuer, psp }) => ({ mandate: posingAs(issuer, psp) }) },
  { code: 'mandate_audience_mismatch', mandate: { aud: OTHER_PSP } },
  { code: 'mandate_id_mismatch', mandate: { jti: 'dlg-9' } },
  { code: 'mandate_time_claims_disagree', mandate: { nbf: WORLD_NOW - 3_599 } },
  { code: 'mandate_extension_unknown', openact: { per_day: 1 } },
  { code: 'mandate_expired', iac: { validity_end_time: formatUtcSeconds(WORLD_NOW) } },
  { code: 'mandate_suspended', state: { status: 'Suspended' } },
  { code: 'agent_mismatch', request: { iss: IDS.otherAgent } },
  { code: 'agent_key_mismatch', mandate: { cnf: { jkt: OTHER_DIGEST } } },
  { code: 'delegation_mode_invalid', request: { level: 'act:L3' } },
  { code: 'mandate_digest_mismatch', request: { mandate_digest: OTHER_DIGEST } },
  { code: 'quote_digest_mismatch', request: { quote_digest: OTHER_DIGEST } },
  { code: 'quote_agent_mismatch', quote: { aud: 'did:act:assistant.example/agent-009' } },
  { code: 'quote_expired', quote: { exp: WORLD_NOW, pay_before: formatUtcSeconds(WORLD_NOW) } },
  { code: 'quote_totals_wrong', quote: { discounts: [] } },
  { code: 'request_quote_disagree', request: { out_trade_no: 'order-0002' } },
  { code: 'currency_mismatch', iac: { currency: 'HKD' } },
  {
    code: 'amount_over_single_limit',
    commerce: { max_single_amount: 500 },
    excludes: ['amount_under_single_minimum'],
  },
  { code: 'amount_under_single_minimum', commerce: { min_single_amount: 560 } },
  { code: 'amount_over_total_limit', state: { usage: { spentMinor: 180_000n, heldMinor: 0n, count: 9 } } },
  { code: 'times_limit_reached', state: { usage: { spentMinor: 0n, heldMinor: 0n, count: 9 } } },
  { code: 'method_not_allowed', iac: { allowed_payment_methods: ['urn:act:payment:other'] } },
  { code: 'quote_psp_not_accepted', quote: { accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }] } },
  { code: 'merchant_not_allowed', commerce: { allowed_merchants: ['did:act:rail.example/other'] } },
  { code: 'category_not_allowed', quote: { categories: ['food/drink'] } },
  { code: 'quote_not_pinned', openact: { quote_digest: OTHER_DIGEST } },
  {
    code: 'price_reference_missing',
    openact: { reference_price: undefined },
    excludes: ['price_out_of_tolerance'],
  },
  { code: 'price_out_of_tolerance', openact: { reference_price: 100 } },
  { code: 'delivery_too_late', quote: { deliver_by: formatUtcSeconds(WORLD_NOW + 864_000) } },
  { code: 'tool_invalid', tool: { state: 'REVOKED' } },
  { code: 'tool_agent_mismatch', tool: { agent_id: 'did:act:assistant.example/agent-010' } },
  { code: 'tool_delegator_mismatch', tool: { delegator: 'did:act:bank.example/u-other' } },
  { code: 'tool_limit_exceeded', tool: { maxAmountMinor: 1n } },
  { code: 'quote_payee_mismatch', state: { payeeOwner: null } },
  { code: 'risk_refused', state: { risk: 'refuse' } },
  { code: 'balance_insufficient', state: { balanceMinor: 0n } },
];

/** Of two that cannot be due together the first stays. */
function compatible(defects: readonly Defect[]): Defect[] {
  const excluded = new Set<Code>();
  return defects.filter((defect) => {
    if (excluded.has(defect.code)) return false;
    for (const code of defect.excludes ?? []) excluded.add(code);
    return true;
  });
}

function defined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** All the defects at once; where two set the same member, the first one wins. */
function changesOf(defects: readonly Defect[], actors: Actors): Changes {
  const backwards = [...defects].reverse();
  const merged = (part: 'request' | 'quote' | 'iac' | 'commerce' | 'openact' | 'mandate') =>
    Object.assign({}, ...backwards.map((defect) => defect[part]));
  return {
    paymentRequest: (claims) => void Object.assign(claims, merged('request')),
    quote: (claims) => void Object.assign(claims, merged('quote')),
    iac: (iac) => {
      Object.assign(iac, merged('iac'));
      iac.ext = {
        ...iac.ext,
        commerce: { ...iac.ext?.commerce, ...merged('commerce') },
        openact: defined({ ...iac.ext?.openact, ...merged('openact') }),
      };
    },
    mandate: (claims) => void Object.assign(claims, merged('mandate')),
    signers: Object.assign({}, ...backwards.map(({ signers }) => signers?.(actors))),
  };
}

function stateOf(defects: readonly Defect[], world: World): PaymentState {
  const backwards = [...defects].reverse();
  const tool = Object.assign({}, world.state.tool, ...backwards.map((defect) => defect.tool));
  return Object.assign({}, world.state, { tool }, ...backwards.map(({ state }) => state));
}

describe('verifyPaymentRequest', () => {
  let actors: Actors;
  let world: World;
  beforeAll(async () => {
    actors = await createActors();
    world = await buildWorld(actors);
  });

  for (const [index, first] of DEFECTS.entries()) {
    test(`${first.code} comes back before everything that is due after it`, async () => {
      const due = compatible(DEFECTS.slice(index));
      const spoilt = await buildWorld(actors, changesOf(due, actors));
      const judged = await judgePayment({ world: spoilt, now: WORLD_NOW, state: stateOf(due, world) });
      expect(judged.refusal?.code).toBe(first.code);
      expect((await judgePayment({ world, now: WORLD_NOW, state: world.state })).verdict).toBe('accepted');
    });
  }

  test('leaves each missing part of the state to the caller, and passes nothing silently', async () => {
    const judged = await judgePayment({ world, now: WORLD_NOW, state: {} as PaymentState });
    expect(judged.verdict).toBe('accepted');
    expect(judged.obligations.map(({ obligation, requirement }) => `${obligation} ${requirement}`)).toEqual([
      'replay PSD-PAY-DEL-05',
      'replay OA-RPL-01',
      'status ADD-IAC-LCM-11',
      'budget PSD-PAY-DEL-12',
      'times OA-LIM-02',
      'tool PSD-PMT-BND-06',
      'tool PSD-PMT-BND-05',
      'tool PSD-PAY-DEL-25',
      'tool OA-TOOL-01',
      'tool OA-TOOL-02',
      'tool PSD-PMT-BND-03',
      'payee OA-QUO-04',
      'risk OA-RSK-01',
      'balance PSD-PAY-DEL-17',
    ]);
    const whole = await judgePayment({ world, now: WORLD_NOW, state: world.state });
    expect(whole.obligations).toEqual([]);
  });

  test('PSD-PAY-DEL-12 refuses without any state what is over the total by itself', async () => {
    const spoilt = await buildWorld(actors, {
      iac: (iac) =>
        void Object.assign(iac, {
          max_total_amount: 553.49,
          ext: { openact: { quote_digest: OTHER_DIGEST } },
        }),
    });
    const judged = await judgePayment({ world: spoilt, now: WORLD_NOW, state: {} as PaymentState });
    expect(judged.refusal).toMatchObject({ code: 'amount_over_total_limit', requirement: 'PSD-PAY-DEL-12' });
    expect((await judgePayment({ world, now: WORLD_NOW, state: {} as PaymentState })).verdict).toBe(
      'accepted',
    );
  });

  test('tells whether the agent was authenticated before the refusal', async () => {
    const state: PaymentState = { ...world.state, risk: 'refuse' };
    const late = await judgePayment({ world, now: WORLD_NOW, state });
    expect(late.refusal?.code).toBe('risk_refused');
    expect(clauseHeld(late, 'PSD-PAY-DEL-06')).toBe(true);
    const early = await judgePayment({ world, now: WORLD_NOW + 61, state });
    expect(early.refusal?.code).toBe('request_time_out_of_window');
    expect(clauseHeld(early, 'PSD-PAY-DEL-06')).toBe(false);
    expect(() => assertAccepted(late)).toThrow(expect.objectContaining({ requirement: 'OA-RSK-01' }));
  });

  test('refuses what it cannot read with the code of the floor, and does not throw', async () => {
    for (const paymentRequest of ['', 'a.b.c', world.mandate, undefined as unknown as string]) {
      const judged = await judgePayment({
        world: { ...world, paymentRequest },
        now: WORLD_NOW,
        state: world.state,
      });
      expect(judged.verdict).toBe('refused');
      expect(judged.refusal?.code).toMatch(/^j(ws|son)_/);
    }
    const bare = await buildWorld(actors, { signers: { mandate: actors.agent.signer } });
    const judged = await judgePayment({ world: bare, now: WORLD_NOW, state: world.state });
    expect(judged.refusal).toMatchObject({ code: 'jws_key_missing', requirement: 'OA-JWS-08' });
    expect((await judgePayment({ world, now: WORLD_NOW, state: world.state })).verdict).toBe('accepted');
  });

  test('OA-TIM-04 the one now that is given is the only time there is: no clock is read', async () => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(0);
    const judged = await judgePayment({ world, now: WORLD_NOW, state: world.state });
    const calls = clock.mock.calls.length;
    clock.mockRestore();
    expect([judged.verdict, calls]).toEqual(['accepted', 0]);
    const late = await judgePayment({ world, now: WORLD_NOW + 61, state: world.state });
    expect(late.refusal?.code).toBe('request_time_out_of_window');
  });

  test('a moment that is no number is a mistake of the caller, and no verdict', async () => {
    await expect(judgePayment({ world, now: Number.NaN, state: world.state })).rejects.toThrow(RangeError);
    expect((await judgePayment({ world, now: WORLD_NOW, state: world.state })).verdict).toBe('accepted');
  });

  describe('recheckInTransaction', () => {
    const later: readonly (readonly [Code, Partial<PaymentState>, number?])[] = [
      ['mandate_expired', {}, WORLD_NOW + 5 * 86_400],
      ['mandate_revoked', { status: 'Revoked' }],
      ['amount_over_total_limit', { usage: { spentMinor: 124_651n, heldMinor: 0n, count: 1 } }],
      ['times_limit_reached', { usage: { spentMinor: 0n, heldMinor: 0n, count: 3 } }],
      ['tool_invalid', { tool: null }],
      ['quote_payee_mismatch', { payeeOwner: null }],
      ['balance_insufficient', { balanceMinor: 1n }],
    ];
    for (const [code, change, now = WORLD_NOW] of later) {
      test(`finds ${code} that came after the judgement`, async () => {
        const judged = await judgePayment({ world, now: WORLD_NOW, state: world.state });
        assertAccepted(judged);
        const { facts } = judged;
        expect(recheckInTransaction(facts, world.state, WORLD_NOW + 1).verdict).toBe('accepted');
        const again = recheckInTransaction(facts, { ...world.state, ...change }, now);
        expect(again.refusal?.code).toBe(code);
        expect(recheckInTransaction(facts, world.state, WORLD_NOW + 1).obligations).toEqual([]);
      });
    }
  });
});
