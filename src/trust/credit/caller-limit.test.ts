import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRateLimit, type RateLimit } from '../../http/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { keyActor } from '../../verifier/testing/actors.ts';
import { random } from '../testing/log-world.ts';
import { ID } from './testing/parties.ts';
import { type Answered, type CreditServiceWorld, createCreditServiceWorld } from './testing/world.ts';

let limit: RateLimit;
let world: CreditServiceWorld;
const wide = () => createRateLimit({ perSecond: 1, burst: 100 }, () => 0);
beforeEach(async () => {
  limit = wide();
  world = await createCreditServiceWorld(undefined, {}, { take: (caller) => limit.take(caller) });
});
afterEach(() => world.close());

/** From here on this caller may not ask any more, and everybody else may once. */
function closeFor(caller: string): void {
  limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
  limit.take(caller);
}

const REFUSED = { status: 429, body: { code: 'request_rate_exceeded' } };

/** The same bytes, before and after somebody has to wait. */
async function refusedThenServed(caller: string, send: () => Promise<Answered<object>>): Promise<void> {
  closeFor(caller);
  expect(await send()).toMatchObject(REFUSED);
  limit = wide();
  expect((await send()).status).toBeLessThan(300);
}

/** A subject cannot be counted by what somebody else has signed under its name. */
async function asStranger(send: () => Promise<Answered<object>>): Promise<Answered<object>> {
  const { subject } = world;
  world.subject = await keyActor();
  const answered = await send();
  world.subject = subject;
  return answered;
}

describe('OA-OPS-02 the credit service counts', () => {
  test('a subject by its application and its confirmation, which stay as they were', async () => {
    const nonce = newId(random, 'cap');
    const apply = () => world.apply({}, { nonce });
    closeFor(ID.subject);
    expect(await apply()).toMatchObject(REFUSED);
    expect((await asStranger(apply)).body.code).toBe('credit_subject_unverified');
    limit = wide();
    const draft = await apply();
    expect(draft.status).toBe(201);
    await refusedThenServed(ID.subject, () => world.confirm(draft.body));
  });

  test('a subject by the command that it confirms with', async () => {
    const draft = await world.apply({ confirmation_method: 'ATTESTED_CONFIRMATION' });
    await refusedThenServed(ID.subject, () => world.confirm(draft.body));
  });

  test('a subject by its commands and its authorisations, and the service by its own orders', async () => {
    const id = await world.issue();
    const command = await world.command('subject', { action: 'credit.read', target: id });
    await refusedThenServed(ID.subject, () => world.get(`/credit/credentials/${id}`, command));
    const [jti, request_id] = [newId(random, 'cau'), newId(random, 'crq')];
    await refusedThenServed(ID.subject, () => world.authorize({ jti, request_id }));
    closeFor(ID.subject);
    expect((await asStranger(() => world.order('suspend', 'subject', id))).body.code).toBe(
      'command_signature_invalid',
    );
    expect(await world.order('suspend', 'subject', id)).toMatchObject(REFUSED);
    expect((await world.order('suspend', 'service', id, 'RISK')).status).toBe(200);
    expect(await world.order('resume', 'service', id)).toMatchObject(REFUSED);
  });

  test('a relying party by its requests, of which none is used up, and by its commands', async () => {
    const claims = world.request(await world.issue(), { level: 'CREDENTIAL' });
    const request = await signMessage('creditRequest', claims, world.signers.merchant);
    const ask = (signed: string) =>
      world.post<{ answer: string }>('/credit/verifications', { request: signed });
    closeFor(ID.merchant);
    expect(await ask(request)).toMatchObject(REFUSED);
    const other = { iss: ID.otherMerchant, relying_party: ID.otherMerchant };
    const { claims: otherClaims, signers } = { claims: { ...claims, ...other }, signers: world.signers };
    expect((await ask(await signMessage('creditRequest', otherClaims, signers.otherMerchant))).status).toBe(
      200,
    );
    limit = wide();
    const answered = await world.ask(claims);
    expect(answered.reason).toBe('VERIFIED');
    const about = { iss: ID.merchant, aud: ID.credit, jti: newId(random, 'cmd'), iat: world.now } as const;
    const command = await signMessage(
      'command',
      { ...about, action: 'credit.record', target: answered.jti },
      world.signers.merchant,
    );
    await refusedThenServed(ID.merchant, () => world.get(`/credit/verifications/${answered.jti}`, command));
  });

  test('and looks nothing up, calls nobody and tells nothing for a request that somebody else has signed', async () => {
    const { sources } = world.parts;
    const { assertion, supports } = sources;
    const id = await world.issue({ valid_until: formatUtcSeconds(world.now + 100) });
    let calls = 0;
    sources.assertion = async (ref) => {
      calls += 1;
      return assertion(ref);
    };
    sources.supports = async (policy) => {
      calls += 1;
      return supports(policy);
    };
    const forged = await world.ask(world.request(id), world.signers.otherMerchant);
    expect(forged).toMatchObject({ reason: 'REQUEST_PROOF_INVALID', credential_status: 'NOT_DISCLOSED' });
    // Not even when the credential ends.
    expect([calls, forged.exp]).toEqual([0, world.now + world.parts.answerSeconds]);
    const honest = await world.ask(world.request(id));
    expect(honest).toMatchObject({ reason: 'AUTHORIZATION_REQUIRED', exp: world.now + 100 });
    expect(calls).toBeGreaterThan(0);
  });

  test('nobody for a request that somebody else has signed', async () => {
    const claims = world.request(await world.issue(), { level: 'CREDENTIAL' });
    const forged = await signMessage('creditRequest', claims, world.signers.otherMerchant);
    limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
    for (const _ of [1, 2, 3]) {
      expect((await world.post('/credit/verifications', { request: forged })).status).toBe(200);
    }
    expect((await world.ask(claims)).reason).toBe('VERIFIED');
  });
});
