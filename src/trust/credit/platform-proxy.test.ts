import { describe, expect, test } from 'vitest';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { engines } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { proxyTerms } from './testing/claims.ts';
import { serviceOn } from './testing/on-engine.ts';
import { ID, NOW } from './testing/parties.ts';
import { type CreditServiceWorld, TRUST_MIGRATIONS } from './testing/world.ts';
import { answer } from './verification.ts';

describe.each(engines)('credit asked for by a platform on $name', (engine) => {
  let world: CreditServiceWorld;
  const database = serviceOn(engine, (fresh) => {
    world = fresh;
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
        const store = await openPatiently(database().location, TRUST_MIGRATIONS);
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
});
