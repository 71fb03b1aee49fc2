import { beforeAll, describe, expect, test } from 'vitest';
import { bodyDigestOf } from '../protocol/a402/index.ts';
import { digestOfJws } from '../protocol/digest/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import type { Judgement } from './check.ts';
import {
  type InstantFacts,
  openTrustList,
  type PaymentFacts,
  recheckInstantInTransaction,
  recheckInTransaction,
  verifyAttestation,
  verifyCommand,
  verifyConfirmation,
  verifyCreditAnswer,
  verifyCreditCredential,
  verifyCreditRequest,
  verifyCreditStatus,
  verifyEnrolment,
  verifyFinding,
  verifyInstantRequest,
  verifyInstruction,
  verifyMandate,
  verifyPaymentProof,
  verifyPaymentRequest,
  verifyQuote,
  verifyReceipt,
  verifyRefusal,
  verifyStatusList,
} from './index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { put } from './testing/changes.ts';
import { CONFIRMED_AT, MANDATE_AT, STATUS_URI } from './testing/claims.ts';
import { buildCreditWorld, CREDIT, createCreditActors, signRequest } from './testing/credit-world.ts';
import { buildInstantWorld, REQUESTED_AT } from './testing/instant-world.ts';
import { buildWorld } from './testing/world.ts';

/**
 * What whoever embeds the verifier gets wrong is thrown, and passes no check; what others have sent is refused, and never
 * thrown, whatever it is.
 */

// biome-ignore lint/suspicious/noExplicitAny: what no type allows is what is tried
type Any = any;

/** A call that goes well: what was sent, what the caller brings, and what its store knows. */
interface Call {
  readonly run: (sent: Any, context: Any, state?: Any) => Promise<Judgement> | Judgement;
  readonly sent: Any;
  readonly context: Any;
  readonly state?: Any;
}

const calls: Record<string, Call> = {};
const RESOURCE = 'res-1';
const ASKED = { method: 'GET', uri: 'https://rail.example/market', body_digest: '', resource_id: RESOURCE };

async function paymentCalls(actors: Actors): Promise<void> {
  const world = await buildWorld(actors);
  const trust = { trustList: world.trustList, now: WORLD_NOW };
  const { mandate, quote, cart, state, expected, shown } = world;
  const agentKey = actors.agent.publicJwk;
  calls.mandate = {
    run: verifyMandate,
    sent: { mandate },
    context: { ...trust, audience: IDS.psp },
    state: { status: 'Active' },
  };
  calls.quote = { run: verifyQuote, sent: { quote, cart }, context: { ...trust, agentId: IDS.agent } };
  calls['payment request'] = {
    run: (sent, context, known) =>
      verifyPaymentRequest(sent === null ? sent : { ...sent, agentKey }, context, known),
    sent: { payment_request: world.paymentRequest, mandate, quote },
    context: { ...trust, audience: IDS.psp },
    state: { ...state, partners: [], tool: { ...state.tool, merchants: [IDS.merchant] } },
  };
  calls.receipt = {
    run: verifyReceipt,
    sent: { receipt: world.sellerReceipt },
    context: { ...trust, audience: IDS.merchant, expected },
  };
  calls['status list'] = {
    run: verifyStatusList,
    sent: world.statusList,
    context: { ...trust, issuer: IDS.issuer, uri: STATUS_URI },
  };
  calls.attestation = { run: verifyAttestation, sent: world.attestation, context: trust };
  calls.enrolment = { run: verifyEnrolment, sent: world.enrolment, context: { ...trust, at: CONFIRMED_AT } };
  calls.confirmation = {
    run: (sent, context) =>
      verifyConfirmation(
        sent === null
          ? sent
          : { ...sent, subjectDigest: shown.iac?.source_isr_digest, agentJkt: actors.agent.jkt },
        context,
      ),
    sent: { confirmation: world.confirmation, shown },
    context: {
      now: MANDATE_AT,
      audience: IDS.issuer,
      deviceKey: actors.device.publicJwk,
      deviceId: IDS.device,
      delegator: IDS.delegator,
    },
  };
}

async function proofCall(actors: Actors): Promise<void> {
  const asked = { ...ASKED, body_digest: await bodyDigestOf(new Uint8Array()) };
  const world = await buildWorld(actors, { quote: put({ resource_id: RESOURCE }) });
  const { agent } = actors;
  const holder_proof = await signMessage(
    'holderProof',
    {
      ...{ jti: 'hp-1', iat: WORLD_NOW - 1, htm: asked.method, htu: asked.uri },
      ath: await digestOfJws(world.sellerReceipt),
      body_digest: asked.body_digest,
      cnf: { jwk: agent.publicJwk },
    },
    { ...agent.signer, header: { kid: agent.jkt } },
  );
  const { agent_jkt: _jkt, ...expected } = world.expected;
  calls['payment proof'] = {
    run: verifyPaymentProof,
    sent: { payment_proof: world.sellerReceipt, holder_proof, trade_no: 'trade-1' },
    context: { trustList: world.trustList, now: WORLD_NOW, audience: IDS.merchant, expected, asked },
    state: { holderProof: 'new' },
  };
}

async function commandCalls(actors: Actors): Promise<void> {
  const { agent, merchant } = actors;
  const { trustList } = await buildWorld(actors);
  const said = { aud: IDS.psp, jti: 'cmd-1', iat: WORLD_NOW, target: 'order-1', params: {} };
  const context = { now: WORLD_NOW, audience: IDS.psp, target: 'order-1' };
  calls.command = {
    run: (sent, given) => verifyCommand(sent, given, { publicJwk: agent.publicJwk }),
    sent: await signMessage(
      'command',
      { ...said, iss: IDS.agent, action: 'order.cancel' },
      { ...agent.signer, header: { kid: agent.jkt } },
    ),
    context: { ...context, action: 'order.cancel' },
  };
  calls['command of an institution'] = {
    run: (sent, given) => verifyCommand(sent, given, { trustList, role: 'MERCHANT' }),
    sent: await signMessage(
      'command',
      { ...said, iss: IDS.merchant, action: 'fulfilment.confirm' },
      merchant.signer,
    ),
    context: { ...context, action: 'fulfilment.confirm' },
  };
}

async function creditCalls(actors: Actors): Promise<void> {
  const world = await buildCreditWorld(actors, await createCreditActors(actors));
  const trust = { trustList: world.trustList, now: WORLD_NOW };
  const { credential_id, association } = world.credential;
  const { service } = world.credit;
  calls['credit request'] = {
    run: verifyCreditRequest,
    sent: await signRequest(world),
    context: { ...trust, audience: CREDIT.service },
    state: { ...world.state, review: false },
  };
  calls['credit credential'] = { run: verifyCreditCredential, sent: world.credential, context: trust };
  const { request } = world;
  calls['credit answer'] = {
    run: verifyCreditAnswer,
    sent: await signMessage('creditAnswer', world.answer, service.signer),
    context: {
      ...trust,
      expected: {
        service: CREDIT.service,
        audience: world.answer.aud,
        request_id: world.answer.request_id,
        agent_id: world.answer.agent_id,
        purpose: request.purpose,
        level: 'ASSOCIATED_CREDIT',
      },
    },
  };
  calls['credit status'] = {
    run: verifyCreditStatus,
    sent: await signMessage(
      'creditStatus',
      {
        ...{ iss: CREDIT.service, iat: WORLD_NOW, exp: WORLD_NOW + 60 },
        ...{ credential_id, status: 'ACTIVE', cause: 'ISSUED', status_version: 2 },
        effective_at: formatUtcSeconds(WORLD_NOW - 60),
      },
      service.signer,
    ),
    context: { ...trust, expected: { credential_id, issuer: association.issuer } },
  };
}

async function instantCall(actors: Actors): Promise<void> {
  const { world, paymentRequest, quote, state } = await buildInstantWorld(actors);
  calls['instant request'] = {
    run: (sent, context, known) =>
      verifyInstantRequest(
        sent === null ? sent : { ...sent, agentKey: actors.agent.publicJwk },
        context,
        known,
      ),
    sent: { payment_request: paymentRequest, quote },
    context: { trustList: world.trustList, now: REQUESTED_AT, audience: IDS.psp },
    state,
  };
}

beforeAll(async () => {
  const actors = await createActors();
  await paymentCalls(actors);
  await proofCall(actors);
  await commandCalls(actors);
  await creditCalls(actors);
  await instantCall(actors);
});

const call = (name: string): Call => {
  const found = calls[name];
  if (found === undefined) throw new Error(`There is no call ${name}.`);
  return found;
};

const good = ({ run, sent, context, state }: Call) => run(sent, context, state);

/** A copy with one thing at a path set, or taken out. */
function changed(value: Any, path: string, to: unknown): Any {
  const [first = '', ...rest] = path.split('.');
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[first] = rest.length === 0 ? to : changed(copy[first], rest.join('.'), to);
  return copy;
}

const NAMES = [
  'mandate',
  'quote',
  'payment request',
  'receipt',
  'status list',
  'attestation',
  'enrolment',
  'confirmation',
  'payment proof',
  'command',
  'command of an institution',
  'credit request',
  'credit credential',
  'credit answer',
  'credit status',
  'instant request',
] as const;

const JUNK: readonly unknown[] = [undefined, null, 0, Number.NaN, '', 'a.b.c', true, [], [null], {}, () => 1];

describe('what others have sent', () => {
  test.each(NAMES)('of a %s is refused, and never thrown, whatever it is', async (name) => {
    const { run, sent, context, state } = call(name);
    const isText = typeof sent === 'string';
    for (const junk of JUNK) {
      // Only the credential and the messages in an object have members of their own.
      const whole = isText || junk === null ? [junk] : [];
      const parts = isText || name === 'credit credential' ? [] : Object.keys(sent);
      // A cart that is left out is no cart: what was sent in its place is refused.
      const spoilt = parts.filter((part) => part !== 'cart' || junk !== undefined);
      for (const one of [...whole, ...spoilt.map((part) => changed(sent, part, junk))]) {
        const { verdict } = await run(one, context, state);
        expect([name, junk, verdict]).toEqual([name, junk, 'refused']);
      }
    }
    expect((await good(call(name))).verdict).toBe('accepted');
  });

  test.each([null, 'x', 5, {}])('of a chain of mandates that is %j is refused', async (chain) => {
    for (const name of ['mandate', 'payment request']) {
      const { run, sent, context, state } = call(name);
      const { refusal } = await run({ ...sent, mandate_chain: chain }, context, state);
      expect(refusal).toMatchObject({ code: 'schema_mismatch', evidence: { at: '/mandate_chain' } });
      expect((await run({ ...sent, mandate_chain: [] }, context, state)).verdict).toBe('accepted');
    }
  });
});

describe('what whoever calls brings', () => {
  test.each(NAMES)('a moment that is none is thrown, of a %s', async (name) => {
    const { run, sent, context, state } = call(name);
    for (const now of [undefined, null, Number.NaN, WORLD_NOW * 1_000, String(WORLD_NOW), new Date(0), -1]) {
      await expect(async () => run(sent, { ...context, now }, state)).rejects.toThrow(RangeError);
    }
    expect((await good(call(name))).verdict).toBe('accepted');
  });

  test.each(NAMES)('a name that is no text, or missing, is thrown, of a %s', async (name) => {
    const { run, sent, context, state } = call(name);
    const named = ['audience', 'agentId', 'issuer', 'uri', 'deviceId', 'delegator', 'action', 'target'];
    const members = named.filter((member) => member in context);
    for (const member of members)
      for (const wrong of [undefined, null, 5, {}])
        await expect(async () => run(sent, { ...context, [member]: wrong }, state)).rejects.toThrow(member);
    if ('trustList' in context)
      await expect(async () => run(sent, { ...context, trustList: undefined }, state)).rejects.toThrow(
        'openTrustList',
      );
    await expect(async () => run(sent, undefined, state)).rejects.toThrow(TypeError);
    await expect(async () => run(context, sent, state)).rejects.toThrow();
    expect((await good(call(name))).verdict).toBe('accepted');
  });

  test.each([
    ['receipt', 'expected'],
    ['receipt', 'expected.merchant'],
    ['receipt', 'expected.out_trade_no'],
    ['receipt', 'expected.quote_digest'],
    ['receipt', 'expected.amount'],
    ['receipt', 'expected.payer_amount'],
    ['receipt', 'expected.currency'],
    ['receipt', 'expected.psp_id'],
    ['receipt', 'expected.agent_jkt'],
    ['receipt', 'expected.request_digest'],
    ['receipt', 'expected.payee'],
    ['receipt', 'expected.payee.account'],
    ['receipt', 'expected.resource_id'],
    ['payment proof', 'expected'],
    ['payment proof', 'expected.amount'],
    ['payment proof', 'expected.payee'],
    ['payment proof', 'asked'],
    ['payment proof', 'asked.method'],
    ['payment proof', 'asked.uri'],
    ['payment proof', 'asked.body_digest'],
    ['payment proof', 'asked.resource_id'],
    ['credit answer', 'expected'],
    ['credit answer', 'expected.service'],
    ['credit answer', 'expected.audience'],
    ['credit answer', 'expected.request_id'],
    ['credit answer', 'expected.agent_id'],
    ['credit answer', 'expected.purpose'],
    ['credit answer', 'expected.level'],
    ['credit status', 'expected'],
    ['credit status', 'expected.credential_id'],
    ['credit status', 'expected.issuer'],
  ])('of a %s: %s without a value is no reason to compare less', async (name, path) => {
    const { run, sent, context, state } = call(name);
    const last = path.split('.').at(-1);
    for (const nothing of [undefined, null])
      await expect(async () => run(sent, changed(context, path, nothing), state)).rejects.toThrow(last);
    expect((await good(call(name))).verdict).toBe('accepted');
  });

  test.each([
    ['receipt', 'requestDigest'],
    ['receipt', 'resourceId'],
    ['payment proof', 'resource'],
  ])('of a %s: a member %s of the order that nobody reads is thrown', async (name, member) => {
    const { run, sent, context, state } = call(name);
    const misspelt = changed(context, `expected.${member}`, 'x');
    await expect(async () => run(sent, misspelt, state)).rejects.toThrow(`expected has no member ${member}`);
    expect((await good(call(name))).verdict).toBe('accepted');
  });

  test('of a finding and a refusal: what they have to be about is there', async () => {
    const { context } = call('attestation');
    const finding = { trade_no: 'trade-1', evidence: 'digest' };
    const refusal = { psp_id: IDS.psp, audience: IDS.merchant, request_digest: 'digest' };
    for (const member of Object.keys(finding))
      await expect(
        verifyFinding({ finding: 'x' }, { ...context, expected: { ...finding, [member]: undefined } } as Any),
      ).rejects.toThrow(member);
    for (const member of Object.keys(refusal))
      await expect(
        verifyRefusal('x', { ...context, expected: { ...refusal, [member]: undefined } } as Any),
      ).rejects.toThrow(member);
    const read = await verifyFinding({ finding: 'x' }, { ...context, expected: finding });
    expect(read.refusal?.code).toBe('jws_malformed');
    expect((await verifyRefusal('x', { ...context, expected: refusal })).refusal?.code).toBe('jws_malformed');
  });
});

describe('what a store has answered', () => {
  test.each<[string, unknown]>([
    ['usage.spentMinor', '100'],
    ['usage.spentMinor', 100],
    ['usage.spentMinor', -1n],
    ['usage.heldMinor', undefined],
    ['usage.count', null],
    ['usage.count', -1],
    ['usage.count', '1'],
    ['usage', null],
    ['tool.maxAmountMinor', Number.POSITIVE_INFINITY],
    ['tool.maxAmountMinor', '50000'],
    ['tool.validUntil', new Date((WORLD_NOW + 60) * 1_000)],
    ['tool.validUntil', (WORLD_NOW + 60) * 1_000],
    ['tool.merchants', `${IDS.merchant} and others`],
    ['tool.merchants', null],
    ['tool.merchant', []],
    ['tool.confirm_each', true],
    ['tool.confirmEach', 'yes'],
    ['tool.subAccount', null],
    ['partners', `${IDS.psp} and others`],
    ['balanceMinor', Number.POSITIVE_INFINITY],
    ['balanceMinor', null],
    ['payeeOwner', 5],
    ['above', {}],
    ['above', [null]],
    ['above', [{ status: 'Active', usage: { spentMinor: 0, heldMinor: 0, count: 0 } }]],
    ['statuses', 'Active'],
  ])('of a payment: %s %s is thrown, here and where the money moves', async (path, value) => {
    const { run, sent, context, state } = call('payment request');
    const wrong = changed(state, path, value);
    await expect(async () => run(sent, context, wrong)).rejects.toThrow(path.split('.')[0]);
    const judged = (await good(call('payment request'))) as Any;
    expect(judged.verdict).toBe('accepted');
    const facts = judged.facts as PaymentFacts;
    expect(() => recheckInTransaction(facts, wrong, WORLD_NOW)).toThrow(path.split('.')[0]);
    expect(recheckInTransaction(facts, state, WORLD_NOW).verdict).toBe('accepted');
  });

  test('null, or a text, is no state', async () => {
    for (const name of ['mandate', 'payment request', 'payment proof', 'credit request', 'instant request']) {
      const { run, sent, context } = call(name);
      for (const none of [null, 'Active', []])
        await expect(async () => run(sent, context, none)).rejects.toThrow('state');
      expect((await good(call(name))).verdict).toBe('accepted');
    }
  });

  test('of a payment: a word that none of its states has refuses', async () => {
    const { run, sent, context, state } = call('payment request');
    const sub = { state: 'frozen', key: {} };
    for (const [path, word, code] of [
      ['replay', 'used', 'request_duplicate'],
      ['status', 'active', 'mandate_status_unavailable'],
      ['risk', 'ALLOW', 'risk_refused'],
      ['tool.state', 'active', 'tool_invalid'],
      ['tool.subAccount', sub, 'sub_account_closed'],
      ['payeeOwner', IDS.merchant.toUpperCase(), 'quote_payee_mismatch'],
    ] as const) {
      const judged = await run(sent, context, changed(state, path, word));
      expect([path, judged.refusal?.code]).toEqual([path, code]);
    }
    expect((await good(call('payment request'))).verdict).toBe('accepted');
  });

  test('where the money moves nothing may be left out', async () => {
    const { state } = call('payment request');
    const { facts } = (await good(call('payment request'))) as Any;
    for (const part of ['status', 'usage', 'tool', 'payeeOwner', 'balanceMinor']) {
      const { [part]: _left, ...rest } = state;
      expect(() => recheckInTransaction(facts as PaymentFacts, rest, WORLD_NOW)).toThrow(TypeError);
    }
    expect(recheckInTransaction(facts, state, WORLD_NOW).verdict).toBe('accepted');
  });

  test('where the money moves at act:L1 nothing may be left out, and a moment is one', async () => {
    const { state } = call('instant request');
    const { facts } = (await good(call('instant request'))) as Any;
    for (const part of ['tool', 'payeeOwner', 'balanceMinor']) {
      const { [part]: _left, ...rest } = state;
      expect(() => recheckInstantInTransaction(facts as InstantFacts, rest, WORLD_NOW)).toThrow(TypeError);
    }
    expect(() => recheckInstantInTransaction(facts, state, Date.now())).toThrow(RangeError);
    expect(recheckInstantInTransaction(facts, state, WORLD_NOW).verdict).toBe('accepted');
  });

  test.each<[string, unknown, string]>([
    ['replay', 'banana', 'credit_request_replayed'],
    ['status', 'active', 'credit_credential_not_active'],
    ['agent', 'Registered', 'credit_agent_not_registered'],
    ['assertion', 'banana', 'credit_assertion_invalid'],
    ['assertion', undefined, 'credit_assertion_invalid'],
    ['mapping', 'Supported', 'credit_mapping_unsupported'],
    ['mapping', undefined, 'credit_mapping_unsupported'],
  ])('of credit: %s %s refuses as %s', async (path, word, code) => {
    const { run, sent, context, state } = call('credit request');
    expect((await run(sent, context, changed(state, path, word))).refusal?.code).toBe(code);
    expect((await good(call('credit request'))).verdict).toBe('accepted');
  });

  test.each<[string, unknown]>([
    ['review', 'yes'],
    ['reveiw', true],
    ['authorization.revoked', undefined],
    ['authorization.revoked', 'no'],
    ['authorization.used', null],
    ['authorization.used', -1],
    ['authorization.used', Number.NaN],
    ['authorization.claims', undefined],
    ['authorization', null],
  ])('of credit: %s %s is thrown', async (path, value) => {
    const { run, sent, context, state } = call('credit request');
    await expect(async () => run(sent, context, changed(state, path, value))).rejects.toThrow(
      path.split('.')[0],
    );
    expect((await good(call('credit request'))).verdict).toBe('accepted');
  });

  test('of a proof: a word that nobody reads is thrown, and another word is a replay', async () => {
    const { run, sent, context } = call('payment proof');
    await expect(async () => run(sent, context, { holder_proof: 'used' })).rejects.toThrow('holder_proof');
    expect((await run(sent, context, { holderProof: 'fresh' })).refusal?.code).toBe('a402_proof_replayed');
    expect((await good(call('payment proof'))).verdict).toBe('accepted');
  });

  test('of partners in another service: a text is no list of them', async () => {
    const { context } = call('payment request');
    const input = { instruction: {} as Any, sender: IDS.psp, signedDigest: 'x' };
    const state = (partners: unknown) => ({ payeeOwner: IDS.merchant, partners: partners as string[] });
    await expect(verifyInstruction(input, context, state(`${IDS.psp}s`))).rejects.toThrow('partners');
    expect((await verifyInstruction(input, context, state([IDS.psp]))).refusal?.code).toBe('schema_mismatch');
  });
});

test('the arguments of openTrustList in another order are thrown', async () => {
  const actors = await createActors();
  const { trustListCompact } = await buildWorld(actors);
  const key = actors.trustList.publicJwk;
  const open = openTrustList as (...given: unknown[]) => Promise<unknown>;
  await expect(open(key, trustListCompact, WORLD_NOW)).rejects.toThrow(TypeError);
  await expect(open(trustListCompact, WORLD_NOW, key)).rejects.toThrow(RangeError);
  await expect(open(WORLD_NOW, key, trustListCompact)).rejects.toThrow(RangeError);
  await expect(open(trustListCompact, key, WORLD_NOW)).resolves.toBeDefined();
});
