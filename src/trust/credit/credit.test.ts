import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signAssociation } from '../../protocol/credit/index.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { CreditCredentialBody, CreditDraftBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { keyActor } from '../../verifier/testing/actors.ts';
import { random } from '../testing/log-world.ts';
import { confirm } from './applications.ts';
import { TRIGGERS } from './reassessment.ts';
import {
  type CreditServiceWorld,
  createCreditServiceWorld,
  ID,
  NOW,
  TRUST_MIGRATIONS,
} from './testing/world.ts';
import { answer } from './verification.ts';
import { noticeChanges } from './watch.ts';

const DAY = 86_400;

describe.each(engines)('credit association on $name', (engine) => {
  let database: TestDatabase;
  let world: CreditServiceWorld;
  async function start(): Promise<void> {
    database = await engine.create();
    world = await createCreditServiceWorld(database.location, { reverifySeconds: 3_600 });
  }
  async function stop(): Promise<void> {
    await world.close();
    await database.remove();
  }
  beforeAll(async () => {
    await engine.start();
    await start();
  });
  afterEach(async () => {
    if (world.now !== NOW) {
      // A service whose clock goes back refuses commands: whoever has let time pass leaves the next a fresh service.
      await stop();
      return start();
    }
    Object.assign(world.known, { versions: ['1.0'], bound: '2000.00', down: undefined });
    world.known.evidence.add('evidence-1');
  });
  afterAll(async () => {
    await stop();
    await engine.stop();
  });

  const proxyTerms = (max: number, seconds = 60) => {
    const frequency_limit = { max_requests_per_window: max, window_duration: seconds };
    return { mode: 'PLATFORM_PROXY', platform_proxy: ID.psp, frequency_limit } as const;
  };

  async function authorized(credentialId: string, change = {}) {
    const claims = world.request(credentialId, change);
    expect((await world.authorize({ request_id: claims.request_id })).status).toBe(201);
    return claims;
  }

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

  // TSD-CRD-LCM-19, TSD-CRD-LCM-20, TSD-CRD-LCM-21
  describe('the state of a credential', () => {
    test('each lifts its own hold, and the last one brings it back', async () => {
      const id = await world.issue();
      await world.order('suspend', 'subject', id);
      expect(await world.state(id)).toBe('SUSPENDED SUBJECT_REQUEST');
      expect((await world.order('resume', 'service', id)).body.code).toBe('credit_transition_illegal');
      await world.order('suspend', 'service', id);
      expect((await world.order('suspend', 'service', id)).body.code).toBe('credit_transition_illegal');
      await world.order('resume', 'subject', id);
      expect(await world.state(id)).toBe('SUSPENDED RISK');
      expect((await world.order('resume', 'subject', id)).body.code).toBe('credit_transition_illegal');
      await world.order('resume', 'service', id);
      expect(await world.state(id)).toBe('ACTIVE RESUMED');
    });

    test('TSD-CRD-LCM-16, TSD-CRD-LCM-18 ends from SUSPENDED too, and nothing ends twice', async () => {
      const id = await world.issue({ valid_until: formatUtcSeconds(NOW + 100) });
      await world.order('suspend', 'subject', id);
      world.now = NOW + 100;
      expect(await world.state(id)).toBe('EXPIRED TERM_ENDED');
      for (const what of ['suspend', 'resume', 'revoke'] as const) {
        expect((await world.order(what, 'subject', id)).body.code).toBe('credit_transition_illegal');
      }
    });

    // TSD-CRD-LCM-16
    test('a clock that was ahead while somebody asked has ended nothing: it goes on when that has come back', async () => {
      const id = await world.issue({ valid_until: formatUtcSeconds(NOW + 100) });
      const waiting = (await world.apply({ valid_until: formatUtcSeconds(NOW + 100) })).body;
      world.now = NOW + 100;
      for (const one of [id, waiting.credential_id]) {
        expect(await world.state(one)).toBe('EXPIRED TERM_ENDED');
      }
      const refused = await world.order('resume', 'service', id);
      expect(refused.body.code).toBe('credit_transition_illegal');
      expect((await world.ask(world.request(id, { level: 'CREDENTIAL' }))).credential_status).toBe('EXPIRED');
      world.now = NOW + 50;
      expect(await world.state(id)).toBe('ACTIVE ISSUED');
      expect((await world.confirm(waiting)).status).toBe(201);
      expect(await world.state(waiting.credential_id)).toBe('ACTIVE ISSUED');
      const written = await world.store.read.all(
        'SELECT to_state FROM credit_state_changes WHERE credential_id = $1 ORDER BY version',
        [id],
      );
      expect(written.map(({ to_state }) => to_state)).toEqual(['PENDING', 'ACTIVE']);
      expect((await world.order('revoke', 'subject', id)).status).toBe(200);
      expect(await world.state(id)).toBe('REVOKED SUBJECT_REQUEST');
    });

    // TSD-CRD-LCM-16, TSD-CRD-LCM-24
    test('what ends while it is looked at again is over, and is looked at no more', async () => {
      const id = await world.issue({ valid_until: formatUtcSeconds(NOW + 100) });
      await world.order('reassess', 'service', id, 'OPERATOR_CHANGED');
      const { credential_status, reason } = await world.ask(world.request(id, { level: 'CREDENTIAL' }));
      expect([credential_status, reason]).toEqual(['SUSPENDED', 'REVIEW_REQUIRED']);
      world.now = NOW + 100;
      const after = await world.ask(world.request(id, { level: 'CREDENTIAL' }));
      expect(after.credential_status).toBe('EXPIRED');
      expect(after.reason).toBe('ASSOCIATION_CREDENTIAL_NOT_ACTIVE');
      const used = async () => (await world.store.read.all('SELECT jti FROM commands')).length;
      const before = await used();
      expect((await world.order('resume', 'service', id)).body.code).toBe('credit_transition_illegal');
      // What was refused has used up no command.
      expect(await used()).toBe(before);
    });

    // OA-CRD-24, TSD-CRD-LCM-16
    test('what has ended when another takes its place has ended for good, and stays as it ended', async () => {
      const former = await world.issue({ valid_until: formatUtcSeconds(NOW + 50) });
      const next = (await world.apply({ predecessor: former })).body;
      world.now = NOW + 50;
      expect((await world.confirm(next)).status).toBe(201);
      expect(await world.state(former)).toBe('EXPIRED TERM_ENDED');
      world.now = NOW + 10;
      expect(await world.state(former)).toBe('EXPIRED TERM_ENDED');
      expect(await world.state(next.credential_id)).toBe('ACTIVE ISSUED');
    });

    test('OA-CRD-22 the service revokes in the subject’s name only where the subject has confirmed that', async () => {
      const own = await world.issue();
      const there = await world.issue({ revocation_method: 'SERVICE_REQUEST' });
      const both = await world.issue({ revocation_method: 'SERVICE_REQUEST' });
      const inItsName = (id: string) => world.order('revoke', 'service', id, 'SUBJECT_REQUEST');
      expect((await inItsName(own)).body.code).toBe('command_not_permitted');
      expect(await world.state(own)).toBe('ACTIVE ISSUED');
      expect((await inItsName(there)).status).toBe(200);
      expect(await world.state(there)).toBe('REVOKED SUBJECT_REQUEST');
      for (const id of [own, both]) {
        expect((await world.order('revoke', 'subject', id)).status).toBe(200);
        expect(await world.state(id)).toBe('REVOKED SUBJECT_REQUEST');
      }
    });

    test('nobody else orders anything, and no order serves twice', async () => {
      const id = await world.issue();
      const claims = { action: 'credit.suspend', target: id } as const;
      const agents = await world.command('agent', claims);
      const path = `/credit/credentials/${id}/suspend`;
      expect((await world.post(path, { command: agents })).body.code).toBe('command_not_permitted');
      expect((await world.order('reassess', 'subject', id)).body.code).toBe('command_not_permitted');
      const command = await world.command('subject', claims);
      expect((await world.post(path, { command })).status).toBe(200);
      await world.order('resume', 'subject', id);
      expect((await world.post(path, { command })).body.code).toBe('command_duplicate');
      expect(await world.state(id)).toBe('ACTIVE RESUMED');
    });
  });

  // OA-CRD-24
  describe('a credential is followed once', () => {
    test('of two that wait the second is refused, nothing of it is done, and the chain goes on from the first', async () => {
      const former = await world.issue();
      const first = (await world.apply({ predecessor: former })).body;
      const attested = { confirmation_method: 'ATTESTED_CONFIRMATION', predecessor: former } as const;
      const second = (await world.apply(attested)).body;
      expect((await world.confirm(first)).status).toBe(201);
      const late = await world.confirm(second);
      expect(late).toMatchObject({ status: 409, body: { code: 'credit_predecessor_invalid' } });
      expect(await world.state(former)).toBe('REVOKED REPLACED');
      expect(await world.state(first.credential_id)).toBe('ACTIVE ISSUED');
      expect(await world.state(second.credential_id)).toBe('PENDING APPLIED');
      const later = await world.apply({ predecessor: former });
      expect(later.body.code).toBe('credit_predecessor_invalid');
      const next = await world.issue({ predecessor: first.credential_id });
      expect(await world.state(next)).toBe('ACTIVE ISSUED');
      expect(await world.state(first.credential_id)).toBe('REVOKED REPLACED');
    });

    test('of many that are confirmed at once one takes effect, also on several servers', async () => {
      const former = await world.issue();
      const drafts: CreditDraftBody[] = [];
      for (let index = 0; index < 6; index += 1)
        drafts.push((await world.apply({ predecessor: former })).body);
      // A SQLite file has one server.
      const isShared = engine.name === 'PostgreSQL';
      const store = isShared ? await openPatiently(database.location, TRUST_MIGRATIONS) : world.store;
      const servers = [world.parts, { ...world.parts, store }];
      try {
        const confirmed = drafts.map(async ({ credential_id, association }, index) => {
          const subject_signature = await signAssociation(association, world.subject.signer);
          return confirm(servers[index % 2] ?? world.parts, credential_id, { subject_signature });
        });
        const settled = await Promise.allSettled(confirmed);
        const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
        expect(refused).toEqual(Array(5).fill('credit_predecessor_invalid'));
      } finally {
        if (isShared) await store.close();
      }
      const states = await Promise.all(drafts.map(({ credential_id }) => world.state(credential_id)));
      expect(states.toSorted()).toEqual(['ACTIVE ISSUED', ...Array(5).fill('PENDING APPLIED')]);
      expect(await world.state(former)).toBe('REVOKED REPLACED');
    });
  });

  // TSD-CRD-ASC-40, TSD-CRD-ASC-41, TSD-CRD-ASC-42, TSD-CRD-LCM-22, TSD-CRD-LCM-23, TSD-CRD-LCM-24
  describe('a reassessment', () => {
    test.each(TRIGGERS)('by %s suspends, and what did not change comes back', async (trigger) => {
      const id = await world.issue();
      expect((await world.order('reassess', 'service', id, trigger)).status).toBe(200);
      expect(await world.state(id)).toBe(`SUSPENDED ${trigger}`);
      const during = await world.ask(world.request(id, { level: 'CREDENTIAL' }));
      expect(during).toMatchObject({ result: 'REVIEW_REQUIRED', reason: 'REVIEW_REQUIRED' });
      await world.order('resume', 'service', id);
      expect(await world.state(id)).toBe('ACTIVE CONFIRMED_UNCHANGED');
    });

    test('what changed gets a new credential, and the old one is revoked when that takes effect', async () => {
      const id = await world.issue();
      world.known.versions.push('1.1');
      await world.order('reassess', 'service', id, 'REASSESSMENT');
      const { replacement = '' } = (await world.order('resume', 'service', id)).body;
      expect(await world.state(id)).toBe('SUSPENDED REASSESSMENT');
      expect(await world.state(replacement)).toBe('PENDING APPLIED');
      const command = await world.command('subject', { action: 'credit.read', target: replacement });
      const draft = await world.get<CreditDraftBody>(`/credit/credentials/${replacement}`, command);
      const { credential } = (await world.confirm(draft.body)).body;
      expect(credential).toMatchObject({ predecessor: id });
      expect(credential.association.mapping_policy.version).toBe('1.1');
      expect(await world.state(replacement)).toBe('ACTIVE ISSUED');
      expect(await world.state(id)).toBe('REVOKED REPLACED');
      world.known.versions.pop();
    });

    // OA-CRD-24
    test('that is concluded twice replaces once', async () => {
      const id = await world.issue();
      world.known.versions.push('1.1');
      await world.order('reassess', 'service', id, 'REASSESSMENT');
      const drafts: CreditDraftBody[] = [];
      for (let conclusions = 0; conclusions < 2; conclusions += 1) {
        const { replacement = '' } = (await world.order('resume', 'service', id)).body;
        const command = await world.command('subject', { action: 'credit.read', target: replacement });
        drafts.push((await world.get<CreditDraftBody>(`/credit/credentials/${replacement}`, command)).body);
      }
      const answers: unknown[] = [];
      for (const draft of drafts) {
        const { status, body } = await world.confirm(draft);
        answers.push(body.code ?? status);
      }
      expect(answers).toEqual([201, 'credit_predecessor_invalid']);
      const states = drafts.map(({ credential_id }) => world.state(credential_id));
      expect(await Promise.all(states)).toEqual(['ACTIVE ISSUED', 'PENDING APPLIED']);
      expect(await world.state(id)).toBe('REVOKED REPLACED');
    });

    test('what does not hold any more is revoked; what cannot be told stays as it is', async () => {
      const id = await world.issue();
      await world.order('reassess', 'service', id, 'EVIDENCE_ROTATED');
      world.known.down = 'assertion';
      expect((await world.order('resume', 'service', id)).body.code).toBe('credit_assertion_unavailable');
      expect(await world.state(id)).toBe('SUSPENDED EVIDENCE_ROTATED');
      world.known.down = undefined;
      world.known.evidence.delete('evidence-1');
      await world.order('resume', 'service', id);
      expect(await world.state(id)).toBe('REVOKED REVERIFICATION_FAILED');
      world.known.evidence.add('evidence-1');
    });

    test('a key that the subject has replaced has to be followed by a new signature', async () => {
      const id = await world.issue();
      const attested = await world.issue({ confirmation_method: 'ATTESTED_CONFIRMATION' });
      const former = world.subject.publicJwk;
      world.known.subjects.set(ID.subject, (await keyActor()).publicJwk);
      for (const one of [id, attested])
        await world.order('reassess', 'service', one, 'KEY_COMPROMISE_SUSPECTED');
      expect((await world.order('resume', 'service', id)).body.replacement).toMatch(/^crd_/);
      expect((await world.order('resume', 'service', attested)).body.replacement).toBeUndefined();
      expect(await world.state(id)).toBe('SUSPENDED KEY_COMPROMISE_SUSPECTED');
      expect(await world.state(attested)).toBe('ACTIVE CONFIRMED_UNCHANGED');
      world.known.subjects.set(ID.subject, former);
    });

    test('the period is noticed by whoever asks', async () => {
      const id = await world.issue();
      world.now = NOW + 3_600;
      const late = await world.ask(world.request(id, { level: 'CREDENTIAL' }));
      expect(late.reason).toBe('REVIEW_REQUIRED');
      expect(await world.state(id)).toBe('SUSPENDED PERIOD_REACHED');
    });
  });

  // TSD-CRD-LCM-04, TSD-CRD-LCM-22, TSD-CRD-ASC-40
  describe('what the service notices by itself', () => {
    const notice = () => noticeChanges(world.parts);
    const changes: readonly (readonly [string, () => void, string])[] = [
      ['evidence', () => world.known.evidence.delete('evidence-1'), 'EVIDENCE_ROTATED'],
      ['the mapping rule', () => world.known.versions.push('1.1'), 'REASSESSMENT'],
      ['the assertion', () => setAssertion({ valid: false }), 'REASSESSMENT'],
      ['the credit', () => setAssertion({ level: 'B' }), 'REASSESSMENT'],
      ['the subject', () => world.known.subjects.delete(ID.subject), 'SUBJECT_IRREGULAR'],
    ];

    function setAssertion(change: object): void {
      Object.assign(world.known.assertions.get('cas-1') ?? {}, change);
    }

    afterEach(() => {
      setAssertion({ valid: true, level: 'A' });
      world.known.subjects.set(ID.subject, world.subject.publicJwk);
    });

    test.each(changes)('%s is another: it is looked at again', async (_what, change, cause) => {
      const id = await world.issue();
      expect(await notice()).not.toContain(id);
      expect(await world.state(id)).toBe('ACTIVE ISSUED');
      change();
      expect(await notice()).toContain(id);
      expect(await notice()).not.toContain(id);
      world.known.subjects.set(ID.subject, world.subject.publicJwk);
      expect(await world.state(id)).toBe(`SUSPENDED ${cause}`);
    });

    test('nothing, by a clock that is further ahead than the trust list reaches (OA-TIM-05)', async () => {
      const id = await world.issue();
      // The list of this world holds for a week.
      world.now = NOW + 8 * DAY;
      expect(await notice()).toEqual([]);
      world.now = NOW;
      expect(await world.state(id)).toBe('ACTIVE ISSUED');
      world.now = NOW + 6 * DAY;
      expect(await notice()).toEqual([id]);
      expect(await world.state(id)).toBe('SUSPENDED PERIOD_REACHED');
    });

    test('another key of the subject, and the end of the period', async () => {
      const [id, attested] = [
        await world.issue(),
        await world.issue({ confirmation_method: 'ATTESTED_CONFIRMATION' }),
      ];
      world.known.subjects.set(ID.subject, (await keyActor()).publicJwk);
      expect(await notice()).toContain(id);
      expect(await world.state(id)).toBe('SUSPENDED KEY_COMPROMISE_SUSPECTED');
      expect(await world.state(attested)).toBe('ACTIVE ISSUED');
      world.known.subjects.set(ID.subject, world.subject.publicJwk);
      world.now = NOW + 3_600;
      expect(await notice()).toContain(attested);
      expect(await world.state(attested)).toBe('SUSPENDED PERIOD_REACHED');
    });

    test('what cannot be reached is no change', async () => {
      const id = await world.issue();
      world.known.down = 'assertion';
      expect(await notice()).not.toContain(id);
      world.known.down = 'mapping';
      expect(await notice()).not.toContain(id);
      expect(await world.state(id)).toBe('ACTIVE ISSUED');
    });
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

  // TSD-CRD-AUTH-19, OA-CRD-10
  describe('a platform that asks for others', () => {
    async function proxied(max: number) {
      const id = await world.issue();
      const { body } = await world.authorize(proxyTerms(max));
      const claims = () => world.request(id, { iss: ID.psp, authorization_id: body.authorization_id });
      return { id, claims, authorization: body.authorization_id };
    }

    test('exactly as often as it may, when everything is asked at once', async () => {
      const { claims } = await proxied(7);
      const asked = Array.from({ length: 40 }, () => world.ask(claims(), world.signers.psp));
      const reasons = (await Promise.all(asked)).map(({ reason }) => reason);
      expect(reasons.filter((reason) => reason === 'VERIFIED')).toHaveLength(7);
      expect(new Set(reasons)).toEqual(new Set(['VERIFIED', 'AUTHORIZATION_SCOPE_MISMATCH']));
    });

    test('another server on the same store, as one that was started again, counts on', async () => {
      const { claims } = await proxied(2);
      const askOther = async () => {
        const request = await signMessage('creditRequest', claims(), world.signers.psp);
        return readMessage('creditAnswer', await answer(world.parts, request)).claims.reason;
      };
      expect((await world.ask(claims(), world.signers.psp)).reason).toBe('VERIFIED');
      expect(await askOther()).toBe('VERIFIED');
      expect(await askOther()).toBe('AUTHORIZATION_SCOPE_MISMATCH');
      expect((await world.ask(claims(), world.signers.psp)).reason).toBe('AUTHORIZATION_SCOPE_MISMATCH');
    });

    // A SQLite file has one server; on PostgreSQL there may be several, each with connections of its own.
    test.runIf(engine.name === 'PostgreSQL')(
      'exactly as often, when two servers are asked at once',
      async () => {
        const { claims } = await proxied(7);
        const store = await openPatiently(database.location, TRUST_MIGRATIONS);
        const servers = [world.parts, { ...world.parts, store }];
        try {
          const asked = Array.from({ length: 40 }, async (_, index) => {
            const parts = servers[index % 2] ?? world.parts;
            const request = await signMessage('creditRequest', claims(), world.signers.psp);
            return readMessage('creditAnswer', await answer(parts, request)).claims.reason;
          });
          const reasons = await Promise.all(asked);
          expect(reasons.filter((reason) => reason === 'VERIFIED')).toHaveLength(7);
          expect(new Set(reasons)).toEqual(new Set(['VERIFIED', 'AUTHORIZATION_SCOPE_MISMATCH']));
        } finally {
          await store.close();
        }
      },
    );

    test('again in the next window, and not a second before', async () => {
      const { claims } = await proxied(1);
      const ask = () => world.ask(claims(), world.signers.psp);
      expect((await ask()).reason).toBe('VERIFIED');
      world.now = NOW + 59;
      expect((await ask()).reason).toBe('AUTHORIZATION_SCOPE_MISMATCH');
      world.now = NOW + 60;
      expect((await ask()).reason).toBe('VERIFIED');
      expect((await ask()).reason).toBe('AUTHORIZATION_SCOPE_MISMATCH');
    });

    test('a refused request takes no place', async () => {
      const { claims } = await proxied(1);
      world.known.down = 'mapping';
      expect((await world.ask(claims(), world.signers.psp)).reason).toBe('INCONCLUSIVE');
      world.known.down = undefined;
      expect((await world.ask(claims(), world.signers.psp)).reason).toBe('VERIFIED');
    });

    test('a revocation that is committed first wins', async () => {
      const { claims, authorization } = await proxied(100);
      const command = await world.command('subject', {
        action: 'credit_authorization.revoke',
        target: authorization,
      });
      const revoking = world.post(`/credit/authorizations/${authorization}/revoke`, { command });
      const asking = Array.from({ length: 20 }, () => world.ask(claims(), world.signers.psp));
      await revoking;
      await Promise.all(asking);
      expect((await world.ask(claims(), world.signers.psp)).reason).toBe('AUTHORIZATION_REVOKED');
    });

    test('one request id is answered once, however often it is asked at once', async () => {
      const { claims } = await proxied(100);
      const one = claims();
      const asked = Array.from({ length: 12 }, (_, index) =>
        world.ask({ ...one, jti: `${one.jti}-${index}` }, world.signers.psp),
      );
      const passed = (await Promise.all(asked)).filter(({ reason }) => reason === 'VERIFIED');
      expect(passed).toHaveLength(1);
    });
  });

  async function signRaw(payload: object): Promise<string> {
    const { signJws } = await import('../../protocol/jws/index.ts');
    return signJws({
      typ: 'act-credit-request+jwt',
      payload: payload as Parameters<typeof signJws>[0]['payload'],
      signer: world.signers.merchant,
    });
  }

  test('the mapping is the agent’s statement, signed, and the credential says the same', async () => {
    const { body } = await world.apply();
    const mapping = readMessage('creditMapping', body.mapping ?? '').claims;
    const { mapped_value, mapping_policy, subject_assertion_ref } = body.association;
    expect(mapping).toMatchObject({ mapped_value, mapping_policy, subject_assertion_ref, sub: ID.agent });
  });
});
