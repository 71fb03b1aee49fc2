import { describe, expect, test } from 'vitest';
import { signAssociation } from '../../protocol/credit/index.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { CreditCredentialBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { engines } from '../../store/testing/engines.ts';
import { keyActor } from '../../verifier/testing/actors.ts';
import { random } from '../testing/log-world.ts';
import { serviceOn } from './testing/on-engine.ts';
import { ID, NOW } from './testing/parties.ts';
import type { CreditServiceWorld } from './testing/world.ts';

const DAY = 86_400;

describe.each(engines)('applications for credit on $name', (engine) => {
  let world: CreditServiceWorld;
  serviceOn(engine, (fresh) => {
    world = fresh;
  });

  // TSD-CRD-ASC-08, TSD-CRD-ASC-13, TSD-CRD-ASC-34, TSD-CRD-ASC-35, OA-CRD-14
  describe('an application', () => {
    test('is confirmed by the subject’s own signature, or at the service', async () => {
      for (const confirmation_method of ['DIRECT_SIGNATURE', 'ATTESTED_CONFIRMATION'] as const) {
        const { status, body } = await world.apply({ confirmation_method });
        expect(status).toBe(201);
        expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
        const confirmed = await world.confirm(body);
        expect(confirmed.status).toBe(201);
        const { credential } = confirmed.body;
        expect(credential.association).toEqual(body.association);
        expect(credential.subject_signature !== undefined).toBe(confirmation_method === 'DIRECT_SIGNATURE');
        expect(await world.state(body.credential_id)).toBe('ACTIVE ISSUED');
        const command = await world.command('subject', { action: 'credit.read', target: body.credential_id });
        const read = await world.get<object>(`/credit/credentials/${body.credential_id}`, command);
        expect(read.body).toMatchObject({ credential });
      }
    });

    const refusals = [
      ['an unknown subject', { iss: 'did:act:credit.example/nobody' }, 'credit_subject_unverified'],
      ['another service', { aud: ID.psp }, 'credit_request_invalid'],
      ['an old one', { iat: NOW - 61 }, 'credit_request_expired'],
      ['another agent than is attested', { agent_id: ID.otherAgent }, 'credit_agent_not_registered'],
      [
        'evidence that nobody knows',
        { relationship_evidence: [{ ref: 'evidence-2', digest: 'A'.repeat(43) }] },
        'credit_evidence_invalid',
      ],
      ['an assertion that is not there', { subject_assertion_ref: 'cas-2' }, 'credit_assertion_invalid'],
      ['an end in the past', { valid_until: '2026-11-20T09:00:00Z' }, 'credit_request_invalid'],
      ['a predecessor that is not there', { predecessor: 'crd_none' }, 'credit_predecessor_invalid'],
    ] as const;
    test.each(refusals)('%s is refused', async (_what, change, code) => {
      const refused = await world.apply(change as Parameters<CreditServiceWorld['apply']>[0]);
      expect(refused.body.code).toBe(code);
      expect((await world.apply()).status).toBe(201);
    });

    test('OA-CRD-12 an operator without the agent’s key is refused, a developer needs none', async () => {
      expect((await world.apply({}, { control: false })).body.code).toBe('credit_control_unproven');
      expect((await world.apply({ role: 'DEVELOPER' }, { control: false })).status).toBe(201);
    });

    test('OA-CRD-13 is made once', async () => {
      const nonce = newId(random, 'cap');
      expect((await world.apply({}, { nonce })).status).toBe(201);
      expect((await world.apply({}, { nonce })).body.code).toBe('credit_application_duplicate');
    });

    test('TSD-CRD-MAP-11 a mapping without bound or version is no mapping', async () => {
      world.known.bound = '';
      expect((await world.apply()).body.code).toBe('credit_mapping_inconsistent');
      world.known.bound = '2000.00';
      world.known.versions.push('');
      expect((await world.apply()).body.code).toBe('credit_mapping_inconsistent');
      world.known.versions.pop();
      expect((await world.apply()).status).toBe(201);
    });

    test('TSD-CRD-ASC-34 is confirmed by nothing but exactly what was shown', async () => {
      const { body } = await world.apply();
      const path = `/credit/credentials/${body.credential_id}/confirmation`;
      const stranger = await keyActor();
      const more = { ...body.association, usage_bound: { max_amount: '9999.00', currency: 'CNY' } };
      const other = (await world.apply()).body;
      const signatures = [
        await signAssociation(body.association, stranger.signer),
        await signAssociation(more, world.subject.signer),
        await signAssociation(other.association, world.subject.signer),
      ];
      for (const subject_signature of signatures) {
        expect((await world.post(path, { subject_signature })).body.code).toBe('credit_confirmation_invalid');
      }
      const command = await world.command('subject', {
        action: 'credit.confirm',
        target: body.credential_id,
      });
      expect((await world.post(path, { command })).body.code).toBe('credit_confirmation_invalid');
      expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
      expect((await world.confirm(body)).status).toBe(201);
      expect((await world.confirm(body)).body.code).toBe('credit_transition_illegal');
    });

    test('TSD-CRD-ASC-44 is issued over a signature of the subject that holds, and over no other', async () => {
      const { body } = await world.apply();
      const path = `/credit/credentials/${body.credential_id}/confirmation`;
      const good = await signAssociation(body.association, world.subject.signer);
      const first = good.value.startsWith('A') ? 'B' : 'A';
      const turned = { ...good, value: `${first}${good.value.slice(1)}` };
      const refused = await world.post<object>(path, { subject_signature: turned });
      expect(refused.body.code).toBe('credit_confirmation_invalid');
      expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
      const issued = await world.post<CreditCredentialBody>(path, { subject_signature: good });
      expect(issued.body.credential.subject_signature).toEqual(good);
      expect(issued.body.credential.issuer_signature.value).not.toBe(good.value);
    });

    test('TSD-CRD-ASC-45 is confirmed at the service by its subject, and not by the service itself', async () => {
      const { body } = await world.apply({ confirmation_method: 'ATTESTED_CONFIRMATION' });
      const path = `/credit/credentials/${body.credential_id}/confirmation`;
      const params = { digest: await digestOfObject(body.association as unknown as JsonValue) };
      const claims = { action: 'credit.confirm', target: body.credential_id, params } as const;
      const refused = async (by: 'service' | 'agent') =>
        (await world.post<object>(path, { command: await world.command(by, claims) })).body.code;
      expect(await refused('service')).toBe('credit_confirmation_invalid');
      expect(await refused('agent')).toBe('command_not_permitted');
      expect(await world.state(body.credential_id)).toBe('PENDING APPLIED');
      const { credential } = (await world.confirm(body)).body;
      expect(Object.keys(credential)).not.toContain('subject_signature');
      expect(Object.keys(credential)).not.toContain('subject_key');
      expect(await world.state(body.credential_id)).toBe('ACTIVE ISSUED');
    });

    test('TSD-CRD-LCM-12, TSD-CRD-LCM-13 is withdrawn, or ends by itself', async () => {
      const [one, two] = [(await world.apply()).body, (await world.apply()).body];
      expect((await world.order('revoke', 'subject', one.credential_id)).status).toBe(200);
      expect(await world.state(one.credential_id)).toBe('REVOKED WITHDRAWN');
      expect((await world.confirm(one)).body.code).toBe('credit_transition_illegal');
      world.now = NOW + DAY;
      expect((await world.confirm(two)).body.code).toBe('credit_transition_illegal');
      expect(await world.state(two.credential_id)).toBe('EXPIRED TERM_ENDED');
    });
  });

  test('the mapping is the agent’s statement, signed, and the credential says the same', async () => {
    const { body } = await world.apply();
    const mapping = readMessage('creditMapping', body.mapping ?? '').claims;
    const { mapped_value, mapping_policy, subject_assertion_ref } = body.association;
    expect(mapping).toMatchObject({ mapped_value, mapping_policy, subject_assertion_ref, sub: ID.agent });
  });

  test('TSD-CRD-MAP-07 a rule that says something else under the same version maps nothing', async () => {
    expect((await world.apply()).status).toBe(201);
    world.known.content = 'another';
    expect((await world.apply()).body.code).toBe('credit_mapping_inconsistent');
    world.known.versions.push('1.2');
    expect((await world.apply()).status).toBe(201);
    Object.assign(world.known, { content: 'one level for one level', versions: ['1.0'] });
    expect((await world.apply()).status).toBe(201);
  });
});
