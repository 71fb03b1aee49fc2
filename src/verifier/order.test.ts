/**
 * ACT says in which order a payment service judges. It shows in which code comes back when several are due: here every
 * two defects are put together, and the one that ACT looks for first has to answer.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Code } from '../protocol/errors/index.ts';
import type { IacPayload, PaymentRequestClaims } from '../protocol/generated/types.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import {
  type InstantState,
  type PaymentState,
  type ToolState,
  verifyInstantRequest,
  verifyPaymentRequest,
} from './index.ts';
import { type Actors, createActors, IDS, keyActor, WORLD_NOW } from './testing/actors.ts';
import { posingAs } from './testing/changes.ts';
import { buildInstantWorld, REQUESTED_AT } from './testing/instant-world.ts';
import { buildWorld, type Changes } from './testing/world.ts';

type OwnTool = Pick<PaymentState, 'tool'>;

/** One thing that is wrong. Each touches a place of its own, so that any two can be put together. */
interface Defect {
  readonly requirement: string;
  readonly code: Code;
  readonly request?: (claims: PaymentRequestClaims) => void;
  readonly iac?: (iac: IacPayload) => void;
  readonly forgedBy?: 'request' | 'mandate';
  readonly state?: Partial<PaymentState> | ((own: OwnTool) => Partial<PaymentState>);
}

const commerce =
  (change: NonNullable<NonNullable<IacPayload['ext']>['commerce']>) =>
  (iac: IacPayload): void => {
    iac.ext = { ...iac.ext, commerce: { ...iac.ext?.commerce, ...change } };
  };

const SPENT = { spentMinor: 179_999n, heldMinor: 0n, count: 1 };

/** PSD-PAY-DEL and PSD-PAY-AUP, in ACT's order. */
const DELEGATED: readonly Defect[] = [
  { requirement: 'PSD-PAY-DEL-05', code: 'request_duplicate', state: { replay: 'duplicate' } },
  {
    requirement: 'PSD-PAY-INS-02',
    code: 'request_time_out_of_window',
    request: (claims) => {
      claims.iat = WORLD_NOW - 61;
    },
  },
  { requirement: 'PSD-PAY-DEL-06', code: 'agent_signature_invalid', forgedBy: 'request' },
  { requirement: 'PSD-PAY-DEL-07', code: 'jws_signature_invalid', forgedBy: 'mandate' },
  {
    requirement: 'ADD-IAC-LCM-08',
    code: 'mandate_expired',
    iac: (iac) => {
      iac.validity_end_time = formatUtcSeconds(WORLD_NOW);
    },
  },
  { requirement: 'PSD-PAY-DEL-08', code: 'mandate_suspended', state: { status: 'Suspended' } },
  {
    requirement: 'PSD-PAY-DEL-09',
    code: 'agent_mismatch',
    request: (claims) => {
      claims.iss = IDS.otherAgent;
    },
  },
  {
    requirement: 'PSD-PAY-DEL-10',
    code: 'delegation_mode_invalid',
    request: (claims) => {
      claims.level = 'act:L3';
    },
  },
  {
    requirement: 'PSD-PAY-DEL-11',
    code: 'amount_over_single_limit',
    iac: commerce({ max_single_amount: 100, min_single_amount: 0 }),
  },
  { requirement: 'PSD-PAY-DEL-12', code: 'amount_over_total_limit', state: { usage: SPENT } },
  {
    requirement: 'PSD-PAY-DEL-13',
    code: 'method_not_allowed',
    iac: (iac) => {
      iac.allowed_payment_methods = ['urn:act:payment:other'];
    },
  },
  {
    requirement: 'PSD-PAY-DEL-14',
    code: 'merchant_not_allowed',
    iac: commerce({ allowed_merchants: [IDS.otherMerchant] }),
  },
  {
    requirement: 'OA-LIM-03',
    code: 'category_not_allowed',
    iac: commerce({ allowed_categories: ['food/drink'] }),
  },
  { requirement: 'PSD-PMT-BND-06', code: 'tool_invalid', state: { tool: null } },
  { requirement: 'OA-RSK-01', code: 'risk_refused', state: { risk: 'refuse' } },
  { requirement: 'PSD-PAY-DEL-17', code: 'balance_insufficient', state: { balanceMinor: 0n } },
];

/** What else can be wrong with the tool. Each stands in the place of `tool_invalid`, and in the same order to all others. */
const TOOLS: readonly Defect[] = [
  {
    requirement: 'PSD-PMT-BND-05',
    code: 'tool_agent_mismatch',
    state: withTool({ agent_id: IDS.otherAgent }),
  },
  { requirement: 'PSD-AGT-SUB-05', code: 'sub_account_closed', state: withSubAccount('CLOSED') },
  { requirement: 'PSD-AGT-SUB-07', code: 'sub_account_frozen', state: withSubAccount('FROZEN') },
  { requirement: 'PSD-AGT-SUB-06', code: 'sub_account_key_invalid', state: withSubAccount('ACTIVE') },
];

function withTool(change: Partial<ToolState>) {
  return ({ tool }: OwnTool): Partial<PaymentState> => (tool ? { tool: { ...tool, ...change } } : {});
}

/** The request comes without a proof by the key of the sub-account. */
function withSubAccount(state: 'ACTIVE' | 'FROZEN' | 'CLOSED') {
  return (own: OwnTool) => withTool({ subAccount: { state, key: subAccountKey.publicJwk } })(own);
}

/** PSD-PAY-INS: all of it stands before the cashier. */
const INSTANT: readonly Defect[] = [
  { requirement: 'PSD-PAY-INS-01', code: 'request_duplicate', state: { replay: 'duplicate' } },
  {
    requirement: 'PSD-PAY-INS-02',
    code: 'request_time_out_of_window',
    request: (claims) => {
      claims.iat = REQUESTED_AT - 61;
    },
  },
  { requirement: 'PSD-PAY-INS-03', code: 'agent_signature_invalid', forgedBy: 'request' },
  { requirement: 'PSD-PAY-INS-04', code: 'tool_invalid', state: { tool: null } },
  { requirement: 'OA-RSK-01', code: 'risk_refused', state: { risk: 'refuse' } },
  { requirement: 'PSD-PAY-DEL-17', code: 'balance_insufficient', state: { balanceMinor: 0n } },
];

let actors: Actors;
let subAccountKey: Awaited<ReturnType<typeof keyActor>>;
beforeAll(async () => {
  actors = await createActors();
  subAccountKey = await keyActor();
});

function inOrder<Draft>(changes: readonly (((draft: Draft) => void) | undefined)[]): (draft: Draft) => void {
  return (draft) => {
    for (const change of changes) change?.(draft);
  };
}

const stateOf = (defects: readonly Defect[], own: OwnTool): Partial<PaymentState> =>
  Object.assign({}, ...defects.map(({ state }) => (typeof state === 'function' ? state(own) : state)));

async function judgeDelegated(defects: readonly Defect[]): Promise<string | undefined> {
  const { agent, issuer, issuerStatus, otherDevice } = actors;
  const isForged = (part: Defect['forgedBy']) => defects.some(({ forgedBy }) => forgedBy === part);
  const changes: Changes = {
    iac: inOrder(defects.map(({ iac }) => iac)),
    paymentRequest: inOrder(defects.map(({ request }) => request)),
    signers: {
      ...(isForged('request') ? { paymentRequest: posingAs(agent, otherDevice) } : {}),
      ...(isForged('mandate') ? { mandate: posingAs(issuer, issuerStatus) } : {}),
    },
  };
  const world = await buildWorld(actors, changes);
  const { paymentRequest: payment_request, mandate, quote, trustList } = world;
  const input = { payment_request, mandate, quote, agentKey: agent.publicJwk };
  const context = { trustList, now: WORLD_NOW, audience: IDS.psp };
  const state = { ...world.state, ...stateOf(defects, world.state) };
  return (await verifyPaymentRequest(input, context, state)).refusal?.code;
}

async function judgeInstant(defects: readonly Defect[]): Promise<string | undefined> {
  const { agent, otherDevice } = actors;
  const isForged = defects.some(({ forgedBy }) => forgedBy === 'request');
  const built = await buildInstantWorld(actors, {
    paymentRequest: inOrder(defects.map(({ request }) => request)),
    ...(isForged ? { signers: { paymentRequest: posingAs(agent, otherDevice) } } : {}),
  });
  const { world, quote, paymentRequest: payment_request } = built;
  const context = { trustList: world.trustList, now: REQUESTED_AT, audience: IDS.psp };
  const {
    status: _status,
    usage: _usage,
    ...state
  } = { ...built.state, ...stateOf(defects, built.state) } as PaymentState;
  const whole: InstantState = state;
  return (await verifyInstantRequest({ payment_request, quote, agentKey: agent.publicJwk }, context, whole))
    .refusal?.code;
}

describe.each([
  ['PSD-PAY-DEL and PSD-PAY-AUP', DELEGATED, judgeDelegated],
  ['PSD-PAY-INS', INSTANT, judgeInstant],
] as const)('the order of %s', (_name, defects, judge) => {
  test('with nothing wrong nothing is refused', async () => {
    expect(await judge([])).toBeUndefined();
  });

  test.each(defects.map((defect, index) => [`${defect.requirement} ${defect.code}`, index] as const))(
    '%s answers before everything that comes later',
    async (_title, index) => {
      const [first, ...later] = defects.slice(index);
      if (first === undefined) throw new Error('no defect');
      expect(await judge([first])).toBe(first.code);
      for (const other of later) expect(await judge([other, first])).toBe(first.code);
      expect(await judge([first, ...later])).toBe(first.code);
    },
  );

  test.each(TOOLS.map((tool) => [`${tool.requirement} ${tool.code}`, tool] as const))(
    '%s answers where an invalid tool does',
    async (_title, tool) => {
      const place = defects.findIndex(({ code }) => code === 'tool_invalid');
      expect(place).toBeGreaterThan(0);
      expect(await judge([tool])).toBe(tool.code);
      for (const before of defects.slice(0, place)) expect(await judge([tool, before])).toBe(before.code);
      for (const after of defects.slice(place + 1)) expect(await judge([after, tool])).toBe(tool.code);
    },
  );
});
