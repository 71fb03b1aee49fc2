import { digestOfJws } from '../../../protocol/digest/index.ts';
import type { CommandClaims, IacPayload, PaymentRequestClaims } from '../../../protocol/generated/types.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { DAY_SECONDS, IDS, keyActor, WORLD_NOW } from '../../testing/actors.ts';
import { type NegativeCase, runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { judgePayment } from '../../testing/judges.ts';
import type { World } from '../../testing/world.ts';
import { check as agentKey } from './agent-key.ts';
import { check as agentMatch } from './agent-match.ts';
import { check as agentSignature } from './agent-signature.ts';
import { check as balance } from './balance.ts';
import { check as categories } from './categories.ts';
import { check as confirmationNeeded } from './confirmation-needed.ts';
import { check as currency } from './currency.ts';
import { check as delegationMode } from './delegation-mode.ts';
import { check as delivery } from './delivery.ts';
import { check as mandateBound } from './mandate-bound.ts';
import { check as merchant } from './merchant.ts';
import { check as methodAccepted } from './method-accepted.ts';
import { check as methodAllowed } from './method-allowed.ts';
import { check as payeeOwner } from './payee-owner.ts';
import { check as pinnedQuote } from './pinned-quote.ts';
import { check as priceReference } from './price-reference.ts';
import { check as priceTolerance } from './price-tolerance.ts';
import { check as quoteAgreed } from './quote-agreed.ts';
import { check as quoteBound } from './quote-bound.ts';
import { check as requestAudience } from './request-audience.ts';
import { check as requestIdUnused } from './request-id-unused.ts';
import { check as requestNew } from './request-new.ts';
import { check as requestTime } from './request-time.ts';
import { check as risk } from './risk.ts';
import { check as runtimeKey } from './runtime-key.ts';
import { check as runtimePresent } from './runtime-present.ts';
import { check as runtimeUser } from './runtime-user.ts';
import { check as runtimeVersion } from './runtime-version.ts';
import { check as singleLimit } from './single-limit.ts';
import { check as singleMinimum } from './single-minimum.ts';
import { check as subAccountClosed } from './sub-account-closed.ts';
import { check as subAccountFrozen } from './sub-account-frozen.ts';
import { check as subAccountOpened } from './sub-account-opened.ts';
import { check as subAccountProof } from './sub-account-proof.ts';
import { check as timesLimit } from './times-limit.ts';
import { check as toolAgent } from './tool-agent.ts';
import { check as toolCurrency } from './tool-currency.ts';
import { check as toolDelegator } from './tool-delegator.ts';
import { check as toolLimit } from './tool-limit.ts';
import { check as toolMerchant } from './tool-merchant.ts';
import { check as toolValid } from './tool-valid.ts';
import { check as totalLimit } from './total-limit.ts';

const OTHER_PSP = 'did:act:otherbank.example/psp';
const OTHER_DIGEST = 'A'.repeat(43);

/** Changes a block of the IAC's ext; the world always has all of them. */
function ext<Block extends 'commerce' | 'agent_behavior' | 'fulfillment' | 'openact'>(
  block: Block,
  values: NonNullable<NonNullable<IacPayload['ext']>[Block]>,
) {
  return {
    iac: (iac: IacPayload) => {
      iac.ext = { ...iac.ext, [block]: { ...iac.ext?.[block], ...values } };
    },
  };
}

/** Leaves a member out of a block of the IAC's ext. */
function leaveOut(block: 'commerce' | 'openact', member: string) {
  return {
    iac: (iac: IacPayload) => {
      const kept = Object.entries(iac.ext?.[block] ?? {}).filter(([name]) => name !== member);
      iac.ext = { ...iac.ext, [block]: Object.fromEntries(kept) };
    },
  };
}

const tool = {
  state: 'ACTIVE',
  agent_id: IDS.agent,
  delegator: IDS.delegator,
  currency: 'CNY',
  maxAmountMinor: 55_350n,
  validUntil: WORLD_NOW + 1,
  merchants: [IDS.merchant],
} as const;

/** A sub-account whose key is a fixed one of this file, and the proof of the world's request by that key. */
const subAccountKey = await keyActor();

const subAccount = (state: 'ACTIVE' | 'FROZEN' | 'CLOSED') => ({
  tool: { ...tool, subAccount: { state, key: subAccountKey.publicJwk } },
});

function proved(changes: Partial<CommandClaims> = {}, by = subAccountKey) {
  return async (world: World): Promise<World> => {
    const claims: CommandClaims = {
      iss: 'tool-1',
      aud: IDS.psp,
      jti: 'cmd-sub',
      iat: WORLD_NOW,
      action: 'sub_account.pay',
      target: 'req-1',
      params: { digest: await digestOfJws(world.paymentRequest) },
      ...changes,
    };
    return { ...world, subAccountProof: await signMessage('command', claims, by.signer) };
  };
}

const subAccounts: readonly NegativeCase[] = [
  {
    title: 'a proof for a sub-account that was never opened',
    check: subAccountOpened,
    code: 'sub_account_unknown',
    alter: proved(),
    state: { tool: null },
    otherwise: 'tool_invalid',
  },
  {
    title: 'a closed sub-account',
    check: subAccountClosed,
    code: 'sub_account_closed',
    alter: proved(),
    state: subAccount('CLOSED'),
  },
  {
    title: 'a frozen sub-account',
    check: subAccountFrozen,
    code: 'sub_account_frozen',
    alter: proved(),
    state: subAccount('FROZEN'),
  },
  {
    title: 'a payment from a sub-account without its proof',
    check: subAccountProof,
    code: 'sub_account_key_invalid',
    state: subAccount('ACTIVE'),
  },
  ...(
    [
      ['an agent that signs with its own key', {}, true],
      ['a proof of another request', { params: { digest: OTHER_DIGEST } }, false],
      ['a proof for another request id', { target: 'req-2' }, false],
      ['a proof of another sub-account', { iss: 'tool-2' }, false],
      ['a proof for another service', { aud: OTHER_PSP }, false],
      ['a proof of possession', { action: 'sub_account.prove' }, false],
    ] as const
  ).map(
    ([title, changes, foreign]): NegativeCase => ({
      title,
      check: subAccountProof,
      code: 'sub_account_key_invalid',
      alter: async (world) => proved(changes, foreign ? world.actors.agent : subAccountKey)(world),
      state: subAccount('ACTIVE'),
    }),
  ),
];

const BUILD = `${'B'.repeat(42)}A`;
const runtimeActor = await keyActor();

type Runtime = NonNullable<PaymentRequestClaims['runtime']>;

/** A mandate that pins build and runtime, and a request that states both. */
function running(changes: Partial<Runtime> = {}) {
  return {
    ...ext('openact', { runtime: { agent_version_digest: BUILD, jkt: runtimeActor.jkt } }),
    paymentRequest: (claims: PaymentRequestClaims) => {
      claims.runtime = {
        delegator_identity: IDS.delegator,
        agent_version_digest: BUILD,
        jwk: runtimeActor.publicJwk,
        ...changes,
      };
    },
  };
}

/** The proof of the world's request by the key of the runtime. */
function proving(changes: Partial<CommandClaims> = {}, by = runtimeActor) {
  return async (world: World): Promise<World> => {
    const claims: CommandClaims = {
      iss: runtimeActor.jkt,
      aud: IDS.psp,
      jti: 'cmd-run',
      iat: WORLD_NOW,
      action: 'runtime.prove',
      target: 'req-1',
      params: { digest: await digestOfJws(world.paymentRequest) },
      ...changes,
    };
    return { ...world, runtimeProof: await signMessage('command', claims, by.signer) };
  };
}

const runtimes: readonly NegativeCase[] = [
  {
    title: 'a request that says nothing of its runtime',
    check: runtimePresent,
    code: 'runtime_identity_missing',
    changes: ext('openact', { runtime: { agent_version_digest: BUILD, jkt: runtimeActor.jkt } }),
  },
  {
    title: 'a runtime that acts for another user',
    check: runtimeUser,
    code: 'runtime_user_mismatch',
    changes: running({ delegator_identity: 'did:act:bank.example/u-other' }),
    alter: proving(),
  },
  {
    title: 'another build of the agent',
    check: runtimeVersion,
    code: 'agent_version_mismatch',
    changes: running({ agent_version_digest: OTHER_DIGEST }),
    alter: proving(),
  },
  {
    title: 'a runtime without its proof',
    check: runtimeKey,
    code: 'runtime_key_invalid',
    changes: running(),
  },
  {
    title: 'another runtime with a key of its own',
    check: runtimeKey,
    code: 'runtime_key_invalid',
    changes: ({ otherDevice }) => running({ jwk: otherDevice.publicJwk }),
    alter: async (world) => proving({ iss: world.actors.otherDevice.jkt }, world.actors.otherDevice)(world),
  },
  ...(
    [
      ['a proof by another key', {}, true],
      ['a proof of another request', { params: { digest: OTHER_DIGEST } }, false],
      ['a proof for another request id', { target: 'req-2' }, false],
      ['a proof for another service', { aud: OTHER_PSP }, false],
      ['a proof for another purpose', { action: 'sub_account.pay' }, false],
    ] as const
  ).map(
    ([title, changes, foreign]): NegativeCase => ({
      title,
      check: runtimeKey,
      code: 'runtime_key_invalid',
      changes: running(),
      alter: async (world) => proving(changes, foreign ? world.actors.agent : runtimeActor)(world),
    }),
  ),
];

const asked: readonly NegativeCase[] = [
  {
    title: 'any payment at a2p2:L0',
    check: confirmationNeeded,
    code: 'confirmation_required',
    changes: ext('openact', { autonomy_level: 'a2p2:L0' }),
  },
  ...(['a2p2:L1', 'a2p2:L2', 'a2p2:L4', undefined] as const).map(
    (level): NegativeCase => ({
      title: `a payment over the threshold at ${level ?? 'no stated level'}`,
      check: confirmationNeeded,
      code: 'confirmation_required',
      changes: {
        iac: (iac: IacPayload) => {
          if (level === 'a2p2:L4') iac.delegation_mode = 'BOUNDED';
          const stated = level === undefined ? {} : { autonomy_level: level };
          ext('openact', { ...stated, confirm_above: 553.49 }).iac(iac);
        },
      },
    }),
  ),
  {
    title: 'a tool whose every order the user confirms',
    check: confirmationNeeded,
    code: 'confirmation_required',
    state: { tool: { ...tool, confirmEach: true } },
  },
];

const request: readonly NegativeCase[] = [
  {
    title: 'a request seen before',
    check: requestNew,
    code: 'request_duplicate',
    state: { replay: 'duplicate' },
  },
  {
    title: 'a spent request id',
    check: requestIdUnused,
    code: 'request_id_reused',
    state: { replay: 'reused' },
  },
  {
    title: 'a request 61 s old',
    check: requestTime,
    code: 'request_time_out_of_window',
    changes: { paymentRequest: put({ iat: WORLD_NOW - 61 }) },
  },
  {
    title: 'a request 61 s ahead',
    check: requestTime,
    code: 'request_time_out_of_window',
    changes: { paymentRequest: put({ iat: WORLD_NOW + 61 }) },
  },
  {
    title: 'a request to another service',
    check: requestAudience,
    code: 'request_audience_mismatch',
    changes: { paymentRequest: put({ aud: OTHER_PSP }) },
  },
  {
    title: 'a signature of another key',
    check: agentSignature,
    code: 'agent_signature_invalid',
    changes: ({ agent, device }) => ({ signers: { paymentRequest: posingAs(agent, device) } }),
  },
  {
    title: 'a header that names another key',
    check: agentSignature,
    code: 'agent_signature_invalid',
    changes: ({ agent, device }) => ({ signers: { paymentRequest: posingAs(device, agent) } }),
  },
  {
    title: 'a request signed with a certificate in place of the registered key',
    check: agentSignature,
    code: 'agent_signature_invalid',
    changes: ({ merchant: stranger }) => ({ signers: { paymentRequest: stranger.signer } }),
  },
];

const binding: readonly NegativeCase[] = [
  {
    title: 'another agent than the mandate names',
    check: agentMatch,
    code: 'agent_mismatch',
    changes: {
      paymentRequest: put({ iss: IDS.otherAgent }),
      quote: put({ aud: IDS.otherAgent }),
    },
    state: { tool: { ...tool, agent_id: IDS.otherAgent } },
  },
  {
    title: 'a mandate bound to another key',
    check: agentKey,
    code: 'agent_key_mismatch',
    changes: ({ otherAgent }) => ({ mandate: put({ cnf: { jkt: otherAgent.jkt } }) }),
  },
  {
    title: 'level 3 with a SPECIFIED mandate',
    check: delegationMode,
    code: 'delegation_mode_invalid',
    changes: { paymentRequest: put({ level: 'act:L3' }) },
  },
  {
    title: 'level 2 with a BOUNDED mandate',
    check: delegationMode,
    code: 'delegation_mode_invalid',
    changes: {
      iac: put({ delegation_mode: 'BOUNDED' }),
      paymentRequest: put({ level: 'act:L2' }),
    },
  },
  {
    title: 'level 1, at which no mandate is used',
    check: delegationMode,
    code: 'delegation_mode_invalid',
    changes: {
      paymentRequest: (claims) => {
        claims.level = 'act:L1';
        claims.intent_id = 'intent-1';
      },
    },
  },
  {
    title: 'a request bound to another mandate',
    check: mandateBound,
    code: 'mandate_digest_mismatch',
    changes: { paymentRequest: put({ mandate_digest: OTHER_DIGEST }) },
  },
  {
    title: 'a request that names another delegation',
    check: mandateBound,
    code: 'mandate_digest_mismatch',
    changes: { paymentRequest: put({ delegation_id: 'dlg-2' }) },
  },
  {
    title: 'a request bound to another quote',
    check: quoteBound,
    code: 'quote_digest_mismatch',
    changes: { paymentRequest: put({ quote_digest: OTHER_DIGEST }) },
  },
  {
    title: 'another order than the quote',
    check: quoteAgreed,
    code: 'request_quote_disagree',
    changes: { paymentRequest: put({ out_trade_no: 'order-0002' }) },
  },
  {
    title: 'a smaller amount than the quote',
    check: quoteAgreed,
    code: 'request_quote_disagree',
    changes: { paymentRequest: put({ amount: '553.49' }) },
  },
  {
    title: 'another payer amount than the quote',
    check: quoteAgreed,
    code: 'request_quote_disagree',
    changes: { paymentRequest: put({ payer_amount: '549.99' }) },
  },
  {
    title: 'another currency than the quote',
    check: quoteAgreed,
    code: 'request_quote_disagree',
    otherwise: 'currency_mismatch',
    changes: { paymentRequest: put({ currency: 'HKD' }) },
  },
  {
    title: 'another currency than the mandate',
    check: currency,
    code: 'currency_mismatch',
    changes: { iac: put({ currency: 'HKD' }) },
  },
];

const limits: readonly NegativeCase[] = [
  {
    title: 'a fen over the single limit',
    check: singleLimit,
    code: 'amount_over_single_limit',
    changes: ext('commerce', { max_single_amount: 553.49 }),
  },
  {
    title: 'a fen under the single minimum',
    check: singleMinimum,
    code: 'amount_under_single_minimum',
    changes: ext('commerce', { min_single_amount: 553.51 }),
  },
  {
    title: 'a fen over the total limit, spent',
    check: totalLimit,
    code: 'amount_over_total_limit',
    state: { usage: { spentMinor: 124_651n, heldMinor: 0n, count: 1 } },
  },
  {
    title: 'a fen over the total limit, held',
    check: totalLimit,
    code: 'amount_over_total_limit',
    state: { usage: { spentMinor: 100_000n, heldMinor: 24_651n, count: 1 } },
  },
  {
    title: 'one use more than allowed',
    check: timesLimit,
    code: 'times_limit_reached',
    state: { usage: { spentMinor: 0n, heldMinor: 0n, count: 3 } },
  },
  {
    title: 'a method that the mandate does not allow',
    check: methodAllowed,
    code: 'method_not_allowed',
    changes: { iac: put({ allowed_payment_methods: ['urn:act:payment:other'] }) },
  },
  {
    title: 'a service that the merchant does not accept',
    check: methodAccepted,
    code: 'quote_psp_not_accepted',
    changes: { quote: put({ accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }] }) },
  },
  {
    title: 'a method that the merchant does not accept',
    check: methodAccepted,
    code: 'quote_psp_not_accepted',
    changes: {
      quote: put({ accepted: [{ method_id: 'urn:act:payment:other', psp_id: IDS.psp }] }),
    },
  },
  {
    title: 'a merchant that is not on the list',
    check: merchant,
    code: 'merchant_not_allowed',
    changes: ext('commerce', { allowed_merchants: ['did:act:rail.example/tickets2'] }),
  },
  {
    title: 'a merchant that is forbidden too',
    check: merchant,
    code: 'merchant_not_allowed',
    changes: ext('commerce', { forbidden_merchants: [IDS.merchant] }),
  },
  {
    title: 'a second line of a category that is not on the list',
    check: categories,
    code: 'category_not_allowed',
    changes: { quote: put({ categories: ['transport/train', 'food/drink'] }) },
  },
  {
    title: 'a category that is forbidden too',
    check: categories,
    code: 'category_not_allowed',
    changes: ext('commerce', { forbidden_categories: ['transport/train'] }),
  },
  {
    title: 'another quote than the pinned one',
    check: pinnedQuote,
    code: 'quote_not_pinned',
    changes: ext('openact', { quote_digest: OTHER_DIGEST }),
  },
  {
    title: 'a tolerance without a reference price',
    check: priceReference,
    code: 'price_reference_missing',
    changes: leaveOut('openact', 'reference_price'),
  },
  {
    title: 'a price above the tolerance',
    check: priceTolerance,
    code: 'price_out_of_tolerance',
    changes: ext('openact', { reference_price: 527.14 }),
  },
  {
    title: 'a price below the tolerance',
    check: priceTolerance,
    code: 'price_out_of_tolerance',
    changes: ext('openact', { reference_price: 582.64 }),
  },
  {
    title: 'a delivery a second too late',
    check: delivery,
    code: 'delivery_too_late',
    changes: {
      quote: put({ deliver_by: formatUtcSeconds(WORLD_NOW + 2 * DAY_SECONDS + 1) }),
    },
  },
  {
    title: 'a quote that promises no delivery time',
    check: delivery,
    code: 'delivery_too_late',
    changes: {
      quote: (claims) => {
        delete claims.deliver_by;
      },
    },
  },
];

const account: readonly NegativeCase[] = [
  { title: 'an unknown tool', check: toolValid, code: 'tool_invalid', state: { tool: null } },
  {
    title: 'a revoked tool',
    check: toolValid,
    code: 'tool_invalid',
    state: { tool: { ...tool, state: 'REVOKED' } },
  },
  {
    title: 'a tool at the instant it runs out',
    check: toolValid,
    code: 'tool_invalid',
    state: { tool: { ...tool, validUntil: WORLD_NOW } },
  },
  {
    title: 'a tool of another agent',
    check: toolAgent,
    code: 'tool_agent_mismatch',
    state: { tool: { ...tool, agent_id: IDS.otherAgent } },
  },
  {
    title: 'a tool of another principal',
    check: toolDelegator,
    code: 'tool_delegator_mismatch',
    state: { tool: { ...tool, delegator: 'did:act:bank.example/u-other' } },
  },
  {
    title: 'a tool for other merchants',
    check: toolMerchant,
    code: 'merchant_not_allowed',
    state: { tool: { ...tool, merchants: [IDS.otherMerchant] } },
  },
  {
    title: 'a tool in another currency',
    check: toolCurrency,
    code: 'currency_mismatch',
    state: { tool: { ...tool, currency: 'HKD' } },
  },
  {
    title: 'a fen over the limit of the tool',
    check: toolLimit,
    code: 'tool_limit_exceeded',
    state: { tool: { ...tool, maxAmountMinor: 55_349n } },
  },
  {
    title: 'a payee account of somebody else',
    check: payeeOwner,
    code: 'quote_payee_mismatch',
    state: { payeeOwner: IDS.otherMerchant },
  },
  {
    title: 'a payee account that is not here',
    check: payeeOwner,
    code: 'quote_payee_mismatch',
    state: { payeeOwner: null },
  },
  {
    title: 'a payee account at another service',
    check: payeeOwner,
    code: 'quote_payee_mismatch',
    changes: { quote: put({ payee: { account: 'acct-rail', psp_id: OTHER_PSP } }) },
  },
  { title: 'what risk control refuses', check: risk, code: 'risk_refused', state: { risk: 'refuse' } },
  {
    title: 'a fen more than the balance',
    check: balance,
    code: 'balance_insufficient',
    state: { balanceMinor: 54_999n },
  },
];

runSuite('payment', {
  folder: import.meta.url,
  judge: judgePayment,
  refused: [...request, ...binding, ...runtimes, ...limits, ...subAccounts, ...account, ...asked],
  accepted: [
    { title: 'a payment from a sub-account', alter: proved(), state: subAccount('ACTIVE') },
    {
      title: 'a payment at the threshold',
      changes: ext('openact', { autonomy_level: 'a2p2:L2', confirm_above: 553.5 }),
    },
    { title: 'a small payment at a2p2:L3', changes: ext('openact', { autonomy_level: 'a2p2:L3' }) },
    { title: 'a payment by the runtime that the mandate pins', changes: running(), alter: proving() },
    {
      title: 'a request 60 s old',
      changes: { paymentRequest: put({ iat: WORLD_NOW - 60 }) },
    },
    {
      title: 'a request 60 s ahead',
      changes: { paymentRequest: put({ iat: WORLD_NOW + 60 }) },
    },
    { title: 'an amount at the single limit', changes: ext('commerce', { max_single_amount: 553.5 }) },
    { title: 'an amount at the single minimum', changes: ext('commerce', { min_single_amount: 553.5 }) },
    {
      title:
        'what exactly exhausts the total limit, the last allowed use, the whole balance and a tool at its limit',
      state: {
        usage: { spentMinor: 100_000n, heldMinor: 24_650n, count: 2 },
        balanceMinor: 55_000n,
        tool,
      },
    },
    {
      title: 'a tool that names no merchants',
      state: { tool: { ...tool, merchants: [IDS.merchant, IDS.otherMerchant] } },
    },
    { title: 'a price at the upper edge', changes: ext('openact', { reference_price: 527.15 }) },
    { title: 'a price at the lower edge', changes: ext('openact', { reference_price: 582.63 }) },
    {
      title: 'a delivery at the last moment',
      changes: {
        quote: put({ deliver_by: formatUtcSeconds(WORLD_NOW + 2 * DAY_SECONDS) }),
      },
    },
    {
      title: 'a mandate that leaves mode and currency to their defaults (ADD-IAC-ISS-12, ADD-IAC-ISS-13)',
      changes: {
        iac: (iac) => {
          delete iac.delegation_mode;
          delete iac.currency;
        },
      },
    },
    {
      title: 'a BOUNDED mandate at level 3',
      changes: { iac: put({ delegation_mode: 'BOUNDED' }) },
    },
    {
      title: 'a mandate without optional constraints',
      changes: {
        iac: (iac) => {
          iac.ext = { commerce: { allowed_merchants: [IDS.merchant] } };
          delete iac.allowed_payment_methods;
        },
      },
    },
    {
      title: 'whatever a vendor says in private (ADD-INT-ICS-14)',
      changes: {
        iac: (iac) => {
          iac.ext = {
            ...iac.ext,
            vendor_private: { max_single_amount: 1, forbidden: ['transport/train'] },
          };
        },
      },
    },
  ],
});
