import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CreditAnswerClaims } from '../../src/protocol/generated/types.ts';
import { validateCreditCredential } from '../../src/protocol/generated/validators.js';
import { readMessage, signMessage, TYP } from '../../src/protocol/messages/index.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import { ID, NOW } from '../../src/trust/credit/testing/parties.ts';
import { type CreditServiceWorld, createCreditServiceWorld } from '../../src/trust/credit/testing/world.ts';
import { keyActor } from '../../src/verifier/testing/actors.ts';

const DAY = 86_400;

let world: CreditServiceWorld;
beforeAll(async () => {
  world = await createCreditServiceWorld();
});
beforeEach(async () => {
  if (world.now !== NOW) {
    // Time goes forward only: after whoever has let it pass comes a fresh service.
    await world.close();
    world = await createCreditServiceWorld();
  }
  world.known.versions = ['1.0'];
  world.known.bound = '2000.00';
  world.known.down = undefined;
  world.known.evidence.add('evidence-1');
  world.known.assertions.set('cas-1', {
    subject: ID.subject,
    valid: true,
    validUntil: NOW + 90 * DAY,
    level: 'A',
  });
});
afterAll(() => world.close());

/** What an answer of the first level says of a credential. */
async function first(credentialId: string, change = {}): Promise<CreditAnswerClaims> {
  return world.ask(world.request(credentialId, { level: 'CREDENTIAL', ...change }));
}

/** A request of the second level that its subject has authorised, with what is changed in the request. */
async function second(credentialId: string, change = {}): Promise<CreditAnswerClaims> {
  const claims = world.request(credentialId, change);
  await world.authorize({ request_id: claims.request_id });
  return world.ask(claims);
}

/** How many applications, each with its mapping, were kept while something was done. */
async function keptDuring(work: () => Promise<unknown>): Promise<number> {
  const rows = async () =>
    Number((await world.store.read.get('SELECT COUNT(*) AS n FROM credit_applications'))?.n);
  const before = await rows();
  await work();
  return (await rows()) - before;
}

describe('an application', () => {
  const broken = { code: 'schema_mismatch' };
  const evidence = (ref: string) => ({ relationship_evidence: [{ ref, digest: 'A'.repeat(43) }] as never });

  test('is about an agent that its provider attests, on evidence that fits (TSD-CRD-ASC-02, TSD-CRD-ASC-03, TSD-CRD-ASC-06, OA-CRD-18)', async () => {
    expect((await world.apply({ agent_id: ID.otherAgent })).body.code).toBe('credit_agent_not_registered');
    expect((await world.apply({ role: 'DEVELOPER', ...evidence('evidence-9') })).body.code).toBe(
      'credit_evidence_invalid',
    );
    await expect(world.apply({ relationship_evidence: [] as never })).rejects.toMatchObject(broken);
    await expect(
      world.apply({ relationship_evidence: [{ ref: 'evidence-1' }] as never }),
    ).rejects.toMatchObject(broken);
    expect((await world.apply({ role: 'DEVELOPER' })).status).toBe(201);
  });

  test('that claims control shows it, whatever else it shows (TSD-CRD-ASC-05)', async () => {
    for (const role of ['OPERATOR', 'CONTROLLER'] as const) {
      expect((await world.apply({ role }, { control: false })).body.code).toBe('credit_control_unproven');
      expect((await world.apply({ role })).status).toBe(201);
    }
  });

  test('is mapped, confirmed and issued only once it was verified (TSD-CRD-ASC-39, TSD-CRD-MAP-01, TSD-CRD-MAP-02)', async () => {
    const refused = await keptDuring(async () => {
      expect((await world.apply(evidence('evidence-9'))).status).toBe(422);
      expect((await world.apply({}, { control: false })).status).toBe(403);
      expect((await world.apply({ iss: 'did:act:credit.example/nobody' })).status).toBe(401);
    });
    expect(refused).toBe(0);
    expect(await keptDuring(() => world.apply())).toBe(1);
    const path = '/credit/credentials/crd_none/confirmation';
    const command = await world.command('subject', { action: 'credit.confirm', target: 'crd_none' });
    expect((await world.post(path, { command })).body.code).toBe('credit_credential_not_found');
  });

  test('begins a life, as PENDING, and nothing else does (TSD-CRD-LCM-02, TSD-CRD-LCM-05)', async () => {
    const { body } = await world.apply();
    expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
    expect((await world.get('/credit/credentials/crd_none/status')).body).toMatchObject({
      code: 'credit_credential_not_found',
    });
    expect(await first(body.credential_id)).toMatchObject({ result: 'FAIL', completed_level: 'NONE' });
    await world.confirm(body);
    expect(await first(body.credential_id)).toMatchObject({ result: 'PASS', credential_status: 'ACTIVE' });
  });
});

describe('a mapping', () => {
  test('rests on an assertion of this subject that is good (TSD-CRD-MAP-03)', async () => {
    const { assertions } = world.known;
    const good = { subject: ID.subject, valid: true, validUntil: NOW + DAY, level: 'A' };
    for (const bad of [
      { ...good, valid: false },
      { ...good, validUntil: NOW },
      { ...good, subject: ID.psp },
    ]) {
      assertions.set('cas-1', bad);
      expect((await world.apply()).body.code).toBe('credit_assertion_invalid');
    }
    assertions.set('cas-1', good);
    expect((await world.apply()).status).toBe(201);
  });

  test('is there before anything is issued, and the credential says what it says (TSD-CRD-MAP-04, TSD-CRD-ASC-09, TSD-CRD-ASC-10, TSD-CRD-ASC-12)', async () => {
    const { body } = await world.apply();
    const stated = readMessage('creditMapping', String(body.mapping)).claims;
    const { credential } = (await world.confirm(body)).body;
    const { association } = credential;
    expect(stated.sub).toBe(association.agent_id);
    for (const member of [
      'application_id',
      'subject_assertion_ref',
      'mapped_value',
      'mapping_policy',
      'usage_bound',
      'purposes',
      'scope',
    ] as const)
      expect(stated[member], member).toEqual(association[member]);
    expect(stated.credit_source).toBe('ASSOCIATED_CREDIT');
    expect(association).toEqual(body.association);
  });

  test('is what this rule in this version makes of this assertion (TSD-CRD-MAP-10)', async () => {
    const [one, two] = [(await world.apply()).body, (await world.apply()).body];
    expect(two.association.mapped_value).toEqual(one.association.mapped_value);
    world.known.assertions.set('cas-1', {
      subject: ID.subject,
      valid: true,
      validUntil: NOW + DAY,
      level: 'B',
    });
    expect((await world.apply()).body.association.mapped_value).not.toEqual(one.association.mapped_value);
  });

  test('by another version says so, and stands beside the former (TSD-CRD-MAP-07)', async () => {
    const former = await world.issue();
    world.known.versions.push('2.0');
    const { association } = (await world.apply()).body;
    expect(association.mapping_policy).toEqual({ id: 'level-mapping', version: '2.0' });
    expect(await second(former)).toMatchObject({ result: 'PASS', mapping_policy: { version: '1.0' } });
    world.known.versions = ['2.0'];
    expect(await second(former)).toMatchObject({ result: 'FAIL', reason: 'MAPPING_POLICY_UNSUPPORTED' });
  });

  test('gives the agent a value and a bound of its own, and nothing of what the subject has (TSD-CRD-MAP-12)', async () => {
    const { body } = await world.apply();
    const { credential } = (await world.confirm(body)).body;
    const stated = readMessage('creditMapping', String(body.mapping)).claims;
    const assertion = world.known.assertions.get('cas-1');
    expect(credential.association.mapped_value).not.toEqual({ level: assertion?.level });
    expect(new Set(Object.keys(stated))).toEqual(
      new Set([
        'iss',
        'sub',
        'jti',
        'iat',
        'exp',
        'application_id',
        'subject_assertion_ref',
        'mapped_value',
        'credit_source',
        'mapping_policy',
        'usage_bound',
        'purposes',
        'scope',
      ]),
    );
  });

  test('is never told without its rule and version (TSD-CRD-MAP-08)', async () => {
    const id = await world.issue();
    const told = await second(id, { data_items: ['mapped_value'] });
    expect(told.mapped_value).toEqual({ level: 'A-ASSOCIATED' });
    expect(told.mapping_policy).toEqual({ id: 'level-mapping', version: '1.0' });
    const without = await second(id, { data_items: ['assertion_valid'] });
    expect([without.mapped_value, without.mapping_policy]).toEqual([undefined, undefined]);
  });
});

describe('the life of a credential', () => {
  test('is PENDING until it is confirmed, and ACTIVE then (TSD-CRD-LCM-06, TSD-CRD-LCM-11)', async () => {
    const { body } = await world.apply();
    expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
    await world.confirm(body);
    expect(await world.state(body.credential_id)).toBe('ACTIVE ISSUED');
    expect(await first(body.credential_id)).toMatchObject({ result: 'PASS' });
    const elsewhere = { business_context: { transaction_type: 'food/drink' } };
    expect(await first(body.credential_id, elsewhere)).toMatchObject({ result: 'FAIL' });
  });

  test('is suspended by its subject, with a reason and no state of its own for it, and comes back (TSD-CRD-LCM-10, TSD-CRD-LCM-14, TSD-CRD-LCM-17)', async () => {
    const id = await world.issue();
    await world.order('suspend', 'subject', id);
    expect(await world.state(id)).toBe('SUSPENDED SUBJECT_REQUEST');
    expect((await world.order('resume', 'service', id)).body.code).toBe('credit_transition_illegal');
    await world.order('resume', 'subject', id);
    expect(await world.state(id)).toBe('ACTIVE RESUMED');
    await world.order('suspend', 'service', id);
    expect(await world.state(id)).toBe('SUSPENDED RISK');
  });

  test('is ended by its subject at any time, and by the credit service (TSD-CRD-LCM-15, TSD-CRD-LCM-26, TSD-CRD-LCM-27)', async () => {
    const [active, suspended, risky] = [await world.issue(), await world.issue(), await world.issue()];
    await world.order('suspend', 'service', suspended);
    expect((await world.order('revoke', 'subject', active)).status).toBe(200);
    expect((await world.order('revoke', 'subject', suspended)).status).toBe(200);
    expect((await world.order('revoke', 'service', risky)).status).toBe(200);
    expect(await world.state(active)).toBe('REVOKED SUBJECT_REQUEST');
    expect(await world.state(suspended)).toBe('REVOKED SUBJECT_REQUEST');
    expect(await world.state(risky)).toBe('REVOKED RISK');
  });

  test('can be followed by a new one that names it, and stays over (TSD-CRD-LCM-28, TSD-CRD-ASC-33)', async () => {
    const former = await world.issue();
    await world.order('revoke', 'subject', former);
    const { body } = await world.apply({ predecessor: former });
    const { credential } = (await world.confirm(body)).body;
    expect(credential.predecessor).toBe(former);
    expect(credential.credential_id).not.toBe(former);
    expect(await world.state(former)).toBe('REVOKED SUBJECT_REQUEST');
    expect((await world.order('resume', 'subject', former)).body.code).toBe('credit_transition_illegal');
  });

  test('never changes what was issued: the engine refuses it, and it reads the same after every change (TSD-CRD-LCM-01, TSD-CRD-ASC-38)', async () => {
    const { body } = await world.apply();
    const id = body.credential_id;
    const issued = (await world.confirm(body)).body.credential;
    const now = async () => {
      const command = await world.command('subject', { action: 'credit.read', target: id });
      return (await world.get<{ credential: object }>(`/credit/credentials/${id}`, command)).body.credential;
    };
    await world.order('suspend', 'subject', id);
    expect(await now()).toEqual(issued);
    await world.order('revoke', 'subject', id);
    expect(await now()).toEqual(issued);
    const change = 'UPDATE credit_credentials SET body = $1 WHERE credential_id = $2';
    await expect(world.store.transact((tx) => tx.run(change, ['{}', id]))).rejects.toThrow();
    expect(await now()).toEqual(issued);
  });

  test('is answered for by a signed state with an end (TSD-CRD-LCM-03)', async () => {
    const id = await world.issue();
    const { body } = await world.get<{ status: string }>(`/credit/credentials/${id}/status`);
    const { iss, iat, exp, credential_id, status } = readMessage('creditStatus', body.status).claims;
    expect({ iss, credential_id, status }).toEqual({ iss: ID.credit, credential_id: id, status: 'ACTIVE' });
    expect(exp).toBeGreaterThan(iat);
  });

  test('is looked at again when the credit service has noticed a change (TSD-CRD-LCM-04)', async () => {
    const id = await world.issue();
    world.known.assertions.set('cas-1', {
      subject: ID.subject,
      valid: true,
      validUntil: NOW + 90 * DAY,
      level: 'C',
    });
    expect((await world.order('reassess', 'service', id, 'REASSESSMENT')).status).toBe(200);
    expect(await first(id)).toMatchObject({ result: 'REVIEW_REQUIRED', reason: 'REVIEW_REQUIRED' });
    const { body } = await world.order('resume', 'service', id);
    expect(body.replacement).toMatch(/^crd_/);
    expect(await world.state(id)).toBe('SUSPENDED REASSESSMENT');
  });
});

describe('a verification', () => {
  test('needs a credential that was issued (TSD-CRD-VER-04)', async () => {
    expect(await first('crd_none')).toMatchObject({
      result: 'FAIL',
      reason: 'ASSOCIATION_CREDENTIAL_NOT_FOUND',
    });
    expect(await first(await world.issue())).toMatchObject({ result: 'PASS', reason: 'VERIFIED' });
  });

  test('ends at the first step that fails, and no later level is looked at (TSD-CRD-VER-14, TSD-CRD-VER-15)', async () => {
    const id = await world.issue();
    await world.order('revoke', 'subject', id);
    const several = world.request(id, { purpose: 'ANOTHER_PURPOSE', agent_id: ID.otherAgent });
    expect(await world.ask(several)).toMatchObject({
      reason: 'ASSOCIATION_PROOF_INVALID',
      completed_level: 'NONE',
    });
    const before = world.known.asked.length;
    expect(await second(id)).toMatchObject({
      reason: 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE',
      completed_level: 'NONE',
    });
    expect(world.known.asked).toHaveLength(before);
  });

  test('of the credit ends with what it rests on (TSD-CRD-VER-19)', async () => {
    const id = await world.issue({ valid_until: formatUtcSeconds(NOW + 2 * DAY) });
    expect(await second(id)).toMatchObject({ result: 'PASS', mapped_value: { level: 'A-ASSOCIATED' } });
    world.now = NOW + 2 * DAY;
    const late = await world.ask(world.request(id));
    expect(late).toMatchObject({ result: 'FAIL', reason: 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE' });
    expect(late.mapped_value).toBeUndefined();
  });

  test('says what it found and decides nothing (TSD-CRD-VER-02)', async () => {
    const told = await second(await world.issue());
    const decisive = /approv|accept|allow|grant|decision|decide|score|limit_granted|authoriz/i;
    expect(Object.keys(told).filter((member) => decisive.test(member))).toEqual([]);
    expect(told).toMatchObject({ purpose_limited: true, result: 'PASS', reason: 'VERIFIED' });
  });

  test('is kept as it was, and its status query says what became of the credential (TSD-CRD-LCM-29)', async () => {
    const id = await world.issue();
    const told = await first(id);
    await world.order('revoke', 'subject', id);
    const row = await world.store.read.get('SELECT answer FROM credit_verifications WHERE record_id = $1', [
      told.jti,
    ]);
    expect(JSON.parse(String(row?.answer))).toMatchObject({ result: 'PASS', credential_status: 'ACTIVE' });
    expect(told.status_query?.uri).toBe(`https://credit.example/credit/credentials/${id}/status`);
    expect(await world.state(id)).toBe('REVOKED SUBJECT_REQUEST');
  });

  test('is asked for by merchants and payment services with a key for commands (OA-CRD-05)', async () => {
    const id = await world.issue();
    const by = { level: 'CREDENTIAL', iss: ID.psp, relying_party: ID.psp } as const;
    expect(await world.ask(world.request(id, by), world.signers.psp)).toMatchObject({ result: 'PASS' });
    const asService = { level: 'CREDENTIAL', iss: ID.credit, relying_party: ID.credit } as const;
    expect(await world.ask(world.request(id, asService), world.signers.service)).toMatchObject({
      result: 'FAIL',
      reason: 'REQUEST_PROOF_INVALID',
    });
    expect(await world.ask(world.request(id, { level: 'CREDENTIAL' }), world.signers.psp)).toMatchObject({
      reason: 'REQUEST_PROOF_INVALID',
    });
  });

  test('speaks in messages of its own types, one never passed off as another (OA-CRD-01)', async () => {
    const id = await world.issue();
    const types = Object.entries(TYP).filter(([kind]) => kind.startsWith('credit'));
    expect(new Set(types.map(([, typ]) => typ)).size).toBe(6);
    const { body } = await world.get<{ status: string }>(`/credit/credentials/${id}/status`);
    const refused = await world.post('/credit/verifications', { request: body.status });
    expect(refused.body.code).toBe('jws_typ_mismatch');
  });
});

describe('an authorisation', () => {
  test('is its subject’s own (TSD-CRD-AUTH-02)', async () => {
    const id = await world.issue();
    const claims = world.request(id);
    const stranger = await keyActor();
    const mine = (await world.authorize({ request_id: claims.request_id })).status;
    expect(mine).toBe(201);
    const template = {
      iss: ID.subject,
      aud: ID.credit,
      jti: 'cau_foreign',
      iat: world.now,
      mode: 'PER_REQUEST',
    } as const;
    const authorization = await signMessage(
      'creditAuthorization',
      {
        ...template,
        request_id: claims.request_id,
        relying_parties: [ID.merchant],
        agent_ids: [ID.agent],
        level: 'ASSOCIATED_CREDIT',
        purposes: ['MERCHANT_RISK_REFERENCE'],
        data_items: ['mapped_value'],
        valid_from: formatUtcSeconds(world.now),
        valid_until: formatUtcSeconds(world.now + 600),
        use_restrictions: { may_store: false, may_transfer: false },
      },
      stranger.signer,
    );
    expect((await world.post('/credit/authorizations', { authorization })).body.code).toBe(
      'credit_subject_unverified',
    );
  });

  test('is asked for with purpose, items and context, which the question brings (TSD-CRD-AUTH-03)', async () => {
    const id = await world.issue();
    const claims = world.request(id, { data_items: ['mapped_value', 'usage_bound'] });
    expect(await world.ask(claims)).toMatchObject({ reason: 'AUTHORIZATION_REQUIRED' });
    const { subject, request } = world.known.asked.at(-1) ?? {};
    expect(subject).toBe(ID.subject);
    expect(request).toMatchObject({
      request_id: claims.request_id,
      relying_party: ID.merchant,
      agent_id: ID.agent,
      purpose: 'MERCHANT_RISK_REFERENCE',
      data_items: ['mapped_value', 'usage_bound'],
      business_context: { transaction_type: 'transport/train' },
    });
  });

  const platform = {
    mode: 'PLATFORM_PROXY',
    platform_proxy: ID.psp,
    frequency_limit: { max_requests_per_window: 5, window_duration: 60 },
  } as const;

  test('of a proxy serves that proxy, for the parties that it names, and nobody else (TSD-CRD-AUTH-20, TSD-CRD-AUTH-22)', async () => {
    const id = await world.issue();
    const { body } = await world.authorize(platform);
    const under = { authorization_id: body.authorization_id };
    expect(await world.ask(world.request(id, { ...under, iss: ID.psp }), world.signers.psp)).toMatchObject({
      result: 'PASS',
    });
    const mismatch = { result: 'FAIL', reason: 'AUTHORIZATION_SCOPE_MISMATCH' };
    expect(await world.ask(world.request(id, under))).toMatchObject(mismatch);
    const forOther = { ...under, iss: ID.psp, relying_party: ID.otherMerchant };
    expect(await world.ask(world.request(id, forOther), world.signers.psp)).toMatchObject(mismatch);
    const byOther = { ...under, iss: ID.otherMerchant };
    expect(await world.ask(world.request(id, byOther), world.signers.otherMerchant)).toMatchObject(mismatch);
  });

  test('goes on with the answer: how long it may be kept, and to nobody else (TSD-CRD-AUTH-12, OA-CRD-19)', async () => {
    const id = await world.issue();
    const claims = world.request(id);
    const use_restrictions = { may_store: true, retention_seconds: 3_600, may_transfer: false } as const;
    await world.authorize({ request_id: claims.request_id, use_restrictions });
    expect(await world.ask(claims)).toMatchObject({ result: 'PASS', use_restrictions });
    await expect(
      world.authorize({ use_restrictions: { ...use_restrictions, may_transfer: true as never } }),
    ).rejects.toThrow();
  });
});

describe('what is handed out', () => {
  test('names the role, without which it is none (TSD-CRD-ASC-31)', async () => {
    const { credential } = (await world.confirm((await world.apply()).body)).body;
    const { role, ...without } = credential.association;
    expect(role).toBe('OPERATOR');
    expect(validateCreditCredential(credential)).toBe(true);
    expect(validateCreditCredential({ ...credential, association: without })).toBe(false);
  });
});
