import { beforeAll, describe, expect, test } from 'vitest';
import type { OkpPublicJwk, PublicJwk } from '../protocol/digest/index.ts';
import { decodeJws, generateKeyPair, localSigner, verifySignature } from '../protocol/jws/index.ts';
import { isSignedBy, readNote, signNote } from '../protocol/merkle/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import {
  openTrustList,
  verifyCommand,
  verifyConfirmation,
  verifyDispute,
  verifyInstantPurchase,
  verifyInstantRequest,
  verifyPaymentRequest,
  verifyPurchase,
} from './index.ts';
import { createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { MANDATE_AT } from './testing/claims.ts';
import { buildInstantWorld, type InstantWorld, REQUESTED_AT } from './testing/instant-world.ts';
import { buildWorld, type World } from './testing/world.ts';

let world: World;
let instant: InstantWorld;
let logKey: OkpPublicJwk;
let note: string;
beforeAll(async () => {
  const actors = await createActors();
  world = await buildWorld(actors);
  instant = await buildInstantWorld(actors);
  const { publicJwk, privateJwk } = await generateKeyPair('Ed25519');
  logKey = publicJwk as OkpPublicJwk;
  note = await signNote(
    'a tree\n',
    { name: 'log', publicJwk: logKey },
    localSigner(privateJwk, { kid: 'log' }),
  );
});

type Key = 'trustList' | 'agent' | 'device';

/** What takes a key of somebody else from whoever calls, and judges by it. */
const takers: readonly [name: string, key: Key | 'log', judge: (key: PublicJwk) => unknown][] = [
  ['openTrustList', 'trustList', (key) => openTrustList(world.trustListCompact, key, WORLD_NOW)],
  ['openTrustList, of two', 'trustList', (key) => openTrustList(world.trustListCompact, [key], WORLD_NOW)],
  [
    'verifyPurchase',
    'trustList',
    (key) => verifyPurchase(world.bundleBytes, { trustListKey: key, now: WORLD_NOW }),
  ],
  [
    'verifyInstantPurchase',
    'trustList',
    (key) => verifyInstantPurchase(instant.bundleBytes, { trustListKey: key, now: WORLD_NOW }),
  ],
  [
    'verifyCommand',
    'agent',
    async (publicJwk) => {
      const about = { action: 'order.read', target: 'order-1' } as const;
      const claims = { iss: IDS.agent, aud: IDS.merchant, jti: 'cmd-1', iat: WORLD_NOW, ...about };
      const signed = await signMessage('command', claims, world.actors.agent.signer);
      return verifyCommand(signed, { now: WORLD_NOW, audience: IDS.merchant, ...about }, { publicJwk });
    },
  ],
  [
    'verifyConfirmation',
    'device',
    (deviceKey) => {
      const { confirmation, shown, actors } = world;
      const subjectDigest = shown.iac?.source_isr_digest;
      const whose = { deviceId: IDS.device, delegator: IDS.delegator };
      return verifyConfirmation(
        { confirmation, shown, subjectDigest, agentJkt: actors.agent.jkt },
        { now: MANDATE_AT, audience: IDS.issuer, deviceKey, ...whose },
      );
    },
  ],
  [
    'verifyPaymentRequest',
    'agent',
    (agentKey) => {
      const { paymentRequest: payment_request, mandate, quote, trustList, state } = world;
      const context = { trustList, now: WORLD_NOW, audience: IDS.psp };
      return verifyPaymentRequest({ payment_request, mandate, quote, agentKey }, context, state);
    },
  ],
  [
    'verifyInstantRequest',
    'agent',
    (agentKey) => {
      const { paymentRequest: payment_request, quote, state } = instant;
      const context = { trustList: world.trustList, now: REQUESTED_AT, audience: IDS.psp };
      return verifyInstantRequest({ payment_request, quote, agentKey }, context, state);
    },
  ],
  [
    'verifySignature',
    'agent',
    (key) => verifySignature(decodeJws(world.paymentRequest, { typ: 'act-payment-request+jwt' }), key),
  ],
  [
    'isSignedBy',
    'log',
    (publicJwk) => isSignedBy(readNote(note), { name: 'log', publicJwk: publicJwk as OkpPublicJwk }),
  ],
];

const keyOf = (name: Key | 'log'): PublicJwk => (name === 'log' ? logKey : world.actors[name].publicJwk);

describe('a key that was given with its private part is refused, and is not in the message', () => {
  test.each(takers)('%s', async (_name, name, judge) => {
    const d = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC0';
    const judged = async (key: PublicJwk) => judge(key);
    const refused = await judged({ ...keyOf(name), ...{ d } }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TypeError);
    expect(String(refused)).toContain('private part (d)');
    expect(String(refused)).not.toContain(d);
    const accepted = await judged(keyOf(name));
    expect([true, 'accepted', IDS.operator]).toContain(
      (accepted as { verdict?: string }).verdict ?? (accepted as { issuer?: string }).issuer ?? accepted,
    );
  });

  test.each(takers.filter(([, key]) => key === 'agent' || key === 'device'))(
    '%s refuses a key of small order, which somebody else may have stated',
    async (_name, _key, judge) => {
      const key = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } as const;
      const judged = (await judge(key)) as false | { verdict: string; refusal: { code: string } };
      expect(judged === false ? 'refused' : judged.verdict).toBe('refused');
      if (judged !== false) expect(judged.refusal.code).toBe('schema_mismatch');
    },
  );

  test('verifyDispute: also where the file says nothing', async () => {
    const trustListKey = { ...world.actors.trustList.publicJwk, ...{ d: 'A'.repeat(43) } };
    const bytes = new TextEncoder().encode('{}');
    await expect(verifyDispute(bytes, { trustListKey, now: WORLD_NOW })).rejects.toThrow('private part (d)');
    const { publicJwk } = world.actors.trustList;
    const judged = await verifyDispute(bytes, { trustListKey: publicJwk, now: WORLD_NOW });
    expect(judged.code).toBe('schema_mismatch');
  });
});
