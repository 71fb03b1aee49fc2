import { describe, expect, test } from 'vitest';
import { signAssociation } from '../../protocol/credit/index.ts';
import type { CreditDraftBody } from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { engines } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { confirm } from './applications.ts';
import { serviceOn } from './testing/on-engine.ts';
import { NOW } from './testing/parties.ts';
import { type CreditServiceWorld, TRUST_MIGRATIONS } from './testing/world.ts';

describe.each(engines)('the life of a credit credential on $name', (engine) => {
  let world: CreditServiceWorld;
  const database = serviceOn(engine, (fresh) => {
    world = fresh;
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
      const store = isShared ? await openPatiently(database().location, TRUST_MIGRATIONS) : world.store;
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
});
