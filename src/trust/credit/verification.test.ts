import { describe, expect, test } from 'vitest';
import { signJws } from '../../protocol/jws/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { engines } from '../../store/testing/engines.ts';
import { keyActor } from '../../verifier/testing/actors.ts';
import { random } from '../testing/log-world.ts';
import { proxyTerms } from './testing/claims.ts';
import { serviceOn } from './testing/on-engine.ts';
import { ID } from './testing/parties.ts';
import type { CreditServiceWorld } from './testing/world.ts';

describe.each(engines)('credit verification on $name', (engine) => {
  let world: CreditServiceWorld;
  serviceOn(engine, (fresh) => {
    world = fresh;
  });

  async function authorized(credentialId: string, change = {}) {
    const claims = world.request(credentialId, change);
    expect((await world.authorize({ request_id: claims.request_id })).status).toBe(201);
    return claims;
  }

  // TSD-CRD-VER-01, TSD-CRD-VER-20, TSD-CRD-VER-45, TSD-CRD-VER-46
  describe('a verification', () => {
    test('of the credential alone tells nothing of the credit', async () => {
      const id = await world.issue();
      const answer = await world.ask(world.request(id, { level: 'CREDENTIAL' }));
      expect(answer).toMatchObject({
        result: 'PASS',
        completed_level: 'CREDENTIAL',
        credential_status: 'ACTIVE',
      });
      expect(Object.keys(answer)).not.toContain('mapped_value');
      expect(JSON.stringify(answer)).not.toContain(ID.subject);
    });

    test('of the credit tells what was asked for, with its rule and bound', async () => {
      const id = await world.issue();
      const full = await world.ask(await authorized(id));
      expect(full).toMatchObject({
        result: 'PASS',
        completed_level: 'ASSOCIATED_CREDIT',
        credit_source: 'ASSOCIATED_CREDIT',
        mapped_value: { level: 'A-ASSOCIATED' },
        usage_bound: { max_amount: '2000.00' },
        assertion_valid: true,
        use_restrictions: { may_transfer: false },
      });
      expect(JSON.stringify(full)).not.toContain(ID.subject);
      const less = await world.ask(await authorized(id, { data_items: ['assertion_valid'] }));
      expect(less.assertion_valid).toBe(true);
      expect(less.mapped_value).toBeUndefined();
    });

    test('TSD-CRD-AUTH-15, TSD-CRD-AUTH-16, TSD-CRD-AUTH-25 asks the subject first, once for each request', async () => {
      const id = await world.issue();
      const claims = world.request(id);
      expect((await world.ask(claims)).reason).toBe('AUTHORIZATION_REQUIRED');
      expect(world.known.asked.at(-1)).toMatchObject({
        subject: ID.subject,
        request: { request_id: claims.request_id },
      });
      await world.authorize({ request_id: claims.request_id });
      const again = { ...claims, jti: newId(random, 'crm') };
      expect((await world.ask(again)).reason).toBe('VERIFIED');
      expect((await world.ask({ ...claims, jti: newId(random, 'crm') })).reason).toBe('REPLAY_DETECTED');
      expect((await world.ask(again)).reason).toBe('REPLAY_DETECTED');
      const other = world.request(id, { authorization_id: 'unknown' });
      expect((await world.ask(other)).reason).toBe('AUTHORIZATION_REQUIRED');
    });

    test('OA-CRD-22 a subject that has confirmed one way of authorising authorises in no other', async () => {
      const id = await world.issue({ authorization_modes: ['PER_REQUEST'] });
      const { body } = await world.authorize(proxyTerms(5));
      const byPlatform = { iss: ID.psp, authorization_id: body.authorization_id };
      const asked = await world.ask(world.request(id, byPlatform), world.signers.psp);
      expect(asked).toMatchObject({ reason: 'AUTHORIZATION_SCOPE_MISMATCH', completed_level: 'CREDENTIAL' });
      expect((await world.ask(await authorized(id))).reason).toBe('VERIFIED');
      const left = await world.issue({ authorization_modes: ['PLATFORM_PROXY'] });
      expect((await world.ask(world.request(left, byPlatform), world.signers.psp)).reason).toBe('VERIFIED');
      expect((await world.ask(await authorized(left))).reason).toBe('AUTHORIZATION_SCOPE_MISMATCH');
    });

    test('TSD-CRD-LCM-08, TSD-CRD-AUTH-21 nothing passes after a revocation', async () => {
      const id = await world.issue();
      const claims = world.request(id);
      const { body } = await world.authorize({ request_id: claims.request_id });
      const command = await world.command('subject', {
        action: 'credit_authorization.revoke',
        target: body.authorization_id,
      });
      const path = `/credit/authorizations/${body.authorization_id}/revoke`;
      expect((await world.post(path, { command })).status).toBe(200);
      expect((await world.ask(claims)).reason).toBe('AUTHORIZATION_REVOKED');
      const gone = await world.post('/credit/authorizations/none/revoke', { command });
      expect(gone.body.code).toBe('credit_authorization_unknown');
      const second = await authorized(id);
      await world.order('revoke', 'subject', id);
      const answer = await world.ask(second);
      expect(answer).toMatchObject({
        result: 'FAIL',
        reason: 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE',
        credential_status: 'REVOKED',
      });
    });

    test('TSD-CRD-AUTH-01 an authorisation is given for an ACTIVE credential only', async () => {
      await world.issue();
      const refused = await world.authorize({ request_id: 'crq-x', agent_ids: [ID.otherAgent] });
      expect(refused.body.code).toBe('credit_credential_not_active');
      const { body } = await world.authorize({ request_id: 'crq-y' });
      const twice = await world.authorize({ request_id: 'crq-y', jti: body.authorization_id });
      expect(twice.body.code).toBe('command_duplicate');
    });

    test('OA-CRD-08 tells strangers nothing, and what breaks its schema only whose it is', async () => {
      const id = await world.issue();
      const forged = await world.ask(world.request(id), world.signers.otherMerchant);
      expect(forged).toMatchObject({ reason: 'REQUEST_PROOF_INVALID', credential_status: 'NOT_DISCLOSED' });
      const none = await world.ask(world.request('crd_none'));
      expect(none).toMatchObject({
        reason: 'ASSOCIATION_CREDENTIAL_NOT_FOUND',
        credential_status: 'NOT_DISCLOSED',
      });
      const { version: _none, ...rest } = world.request(id);
      const malformed = await signRaw(rest);
      const { body } = await world.post<{ answer: string }>('/credit/verifications', { request: malformed });
      expect(readMessage('creditAnswer', body.answer).claims).toMatchObject({
        reason: 'INVALID_REQUEST',
        request_id: rest.request_id,
      });
      const nothing = await signRaw({ iss: ID.merchant });
      expect((await world.post('/credit/verifications', { request: nothing })).body.code).toBe(
        'schema_mismatch',
      );
    });

    test('TSD-CRD-VER-21 leaves a record that is never changed', async () => {
      const id = await world.issue();
      const answer = await world.ask(await authorized(id));
      await world.order('revoke', 'subject', id);
      const row = await world.store.read.get('SELECT * FROM credit_verifications WHERE record_id = $1', [
        answer.jti,
      ]);
      expect(JSON.parse(String(row?.answer))).toEqual(answer);
      const change = world.store.transact((tx) =>
        tx.run("UPDATE credit_verifications SET answer = '{}' WHERE record_id = $1", [answer.jti]),
      );
      await expect(change).rejects.toThrow();
      const edit = world.store.transact((tx) =>
        tx.run("UPDATE credit_credentials SET body = '{}' WHERE credential_id = $1", [id]),
      );
      await expect(edit).rejects.toThrow();
      expect(await world.state(id)).toBe('REVOKED SUBJECT_REQUEST');
    });
  });

  // TSD-CRD-VER-21, TSD-CRD-LCM-29
  test('the record of a verification is for whoever it was for, and keeps what was true then', async () => {
    const id = await world.issue();
    const given = await world.ask(world.request(id, { level: 'CREDENTIAL' }));
    await world.order('revoke', 'subject', id);
    const about = { action: 'credit.record', target: given.jti } as const;
    const read = async (command: string) =>
      world.get<{ answer: string; status: string }>(`/credit/verifications/${given.jti}`, command);
    const byMerchant = (iss: string, by: typeof world.signers.merchant) =>
      signMessage(
        'command',
        { iss, aud: ID.credit, jti: newId(random, 'cmd'), iat: world.now, ...about },
        by,
      );
    for (const command of [
      await byMerchant(ID.merchant, world.signers.merchant),
      await world.command('subject', about),
      await world.command('service', about),
    ]) {
      const { status, body } = await read(command);
      expect(status).toBe(200);
      expect(readMessage('creditAnswer', body.answer).claims).toEqual(given);
      expect(readMessage('creditStatus', body.status).claims.status).toBe('REVOKED');
      expect((await read(command)).body.code).toBe('command_duplicate');
    }
    const strangers = [
      await byMerchant(ID.otherMerchant, world.signers.otherMerchant),
      await world.command('agent', about),
    ];
    for (const command of strangers) expect((await read(command)).body.code).toBe('command_not_permitted');
    const unknown = await world.command('subject', { action: 'credit.record', target: 'cvr-none' });
    const none = await world.get<object>('/credit/verifications/cvr-none', unknown);
    expect(none.body.code).toBe('command_not_permitted');
  });

  test('a subject reads the requests that wait for it, and nobody else does', async () => {
    const id = await world.issue();
    const claims = world.request(id);
    const path = `/credit/subjects/${encodeURIComponent(ID.subject)}/questions`;
    const about = { action: 'credit.questions', target: ID.subject } as const;
    const waiting = async () => {
      const { body } = await world.get<{ questions: { request: string }[] }>(
        path,
        await world.command('subject', about),
      );
      return body.questions.map(({ request }) => readMessage('creditRequest', request).claims.request_id);
    };
    expect(await waiting()).not.toContain(claims.request_id);
    expect((await world.ask(claims)).reason).toBe('AUTHORIZATION_REQUIRED');
    expect(await waiting()).toContain(claims.request_id);
    for (const by of ['service', 'agent'] as const) {
      const refused = await world.get<object>(path, await world.command(by, about));
      expect(refused.body.code).toBe('command_not_permitted');
    }
    await world.authorize({ request_id: claims.request_id });
    expect((await world.ask({ ...claims, jti: newId(random, 'crm') })).reason).toBe('VERIFIED');
    expect(await waiting()).not.toContain(claims.request_id);
  });

  // TSD-CRD-AUTH-03, TSD-CRD-AUTH-15
  test('OA-KEY-21 the key of a subject is replaced at the credit service: the next is good at once, the former for nothing new', async () => {
    const attested = await world.issue({ confirmation_method: 'ATTESTED_CONFIRMATION' });
    const [former, next] = [world.subject, await keyActor()];
    const asked = await world.request(attested);
    const outcomes = async () => {
      const read = await world.command('subject', { action: 'credit.read', target: attested });
      const answers = [
        await world.get<{ code?: string }>(`/credit/credentials/${attested}`, read),
        await world.apply(),
        await world.authorize({ request_id: asked.request_id }),
      ];
      return answers.map(({ status, body }) => body.code ?? status);
    };
    expect(await outcomes()).toEqual([200, 201, 201]);
    world.known.subjects.set(ID.subject, next.publicJwk);
    const ended = ['command_signature_invalid', 'credit_subject_unverified', 'credit_subject_unverified'];
    expect(await outcomes()).toEqual(ended);
    world.subject = next;
    expect(await outcomes()).toEqual([200, 201, 201]);
    expect(await world.state(attested)).toBe('ACTIVE ISSUED');
    world.subject = former;
    expect(await outcomes()).toEqual(ended);
    world.known.subjects.set(ID.subject, former.publicJwk);
    expect(await outcomes()).toEqual([200, 201, 201]);
  });

  async function signRaw(payload: object): Promise<string> {
    return signJws({
      typ: 'act-credit-request+jwt',
      payload: payload as Parameters<typeof signJws>[0]['payload'],
      signer: world.signers.merchant,
    });
  }
});
