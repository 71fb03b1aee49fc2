import { afterEach, describe, expect, test } from 'vitest';
import type { CreditDraftBody } from '../../protocol/generated/types.ts';
import { engines } from '../../store/testing/engines.ts';
import { keyActor } from '../../verifier/testing/actors.ts';
import { TRIGGERS } from './reassessment.ts';
import { serviceOn } from './testing/on-engine.ts';
import { ID, NOW } from './testing/parties.ts';
import type { CreditServiceWorld } from './testing/world.ts';
import { noticeChanges } from './watch.ts';

const DAY = 86_400;

describe.each(engines)('the reassessment of a credit credential on $name', (engine) => {
  let world: CreditServiceWorld;
  serviceOn(engine, (fresh) => {
    world = fresh;
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
      expect(await notice()).toContain(id);
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

    test('all that changed, though a source has a fault with one of them', async () => {
      const ids = [await world.issue(), await world.issue(), await world.issue()];
      const { sources } = world.parts;
      let asked = 0;
      const faulty: typeof sources = {
        ...sources,
        evidenced: async (claim) => {
          asked += 1;
          if (asked === 1) throw new TypeError('a fault of the source');
          return sources.evidenced(claim);
        },
      };
      setAssertion({ level: 'B' });
      await expect(noticeChanges({ ...world.parts, sources: faulty })).rejects.toThrow(
        'a fault of the source',
      );
      const states = await Promise.all(ids.map((id) => world.state(id)));
      expect(states.filter((state) => state === 'SUSPENDED REASSESSMENT').length).toBeGreaterThanOrEqual(2);
      await notice();
      const then = await Promise.all(ids.map((id) => world.state(id)));
      expect(new Set(then)).toEqual(new Set(['SUSPENDED REASSESSMENT']));
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
});
