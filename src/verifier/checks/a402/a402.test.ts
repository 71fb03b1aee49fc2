import { expect, test } from 'vitest';
import { digestOfJws, sha256Base64url } from '../../../protocol/digest/index.ts';
import type { HolderProofClaims } from '../../../protocol/generated/types.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { recheckHolderProof, recheckReplay, verifyPaymentProof } from '../../index.ts';
import { type Actor, type Actors, createActors, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { type NegativeCase, runSuite, without } from '../../testing/cases.ts';
import { put } from '../../testing/changes.ts';
import { buildWorld, type World } from '../../testing/world.ts';
import { check as holderKey } from './holder-key.ts';
import { check as holderProof } from './holder-proof.ts';
import { check as holderRequest } from './holder-request.ts';
import { check as holderSignature } from './holder-signature.ts';
import { check as holderTime } from './holder-time.ts';
import { check as holderUnused } from './holder-unused.ts';
import { check as resource } from './resource.ts';
import { check as trade } from './trade.ts';

const OTHER_DIGEST = 'A'.repeat(43);
const NO_BODY = await sha256Base64url(new Uint8Array());
const asked = {
  method: 'GET',
  uri: 'https://rail.example/market/trend?page=1',
  body_digest: NO_BODY,
  resource_id: 'res-1',
};

/** How the holder of the proof differs from the honest one. */
interface Holder {
  readonly claims?: Partial<HolderProofClaims>;
  /** Who signs, and whose key the proof names. */
  readonly by?: (world: World) => Actor;
  readonly names?: (world: World) => Actor;
  readonly tradeNo?: string;
  readonly used?: boolean;
}

const holders = new WeakMap<World, Holder>();

const held =
  (holder: Holder) =>
  (world: World): World => {
    holders.set(world, holder);
    return world;
  };

async function judgeSold(sold: World, { claims = {}, tradeNo = 'trade-1', used = false, ...who }: Holder) {
  const signer = who.by?.(sold) ?? sold.actors.agent;
  const named = who.names?.(sold) ?? signer;
  const holder_proof = await signMessage(
    'holderProof',
    {
      jti: 'hp-1',
      iat: WORLD_NOW - 1,
      htm: asked.method,
      htu: asked.uri,
      ath: await digestOfJws(sold.sellerReceipt),
      body_digest: asked.body_digest,
      cnf: { jwk: named.publicJwk },
      ...claims,
    },
    { ...signer.signer, header: { kid: named.jkt } },
  );
  const { agent_jkt: _jkt, ...expected } = sold.expected;
  return verifyPaymentProof(
    { payment_proof: sold.sellerReceipt, holder_proof, trade_no: tradeNo },
    { trustList: sold.trustList, now: WORLD_NOW, audience: IDS.merchant, expected, asked },
    { holderProof: used ? 'used' : 'new' },
  );
}

/** The world with a resource that is sold in it. */
function sell(actors: Actors, resource_id: string): Promise<World> {
  return buildWorld(actors, { quote: put({ resource_id }) });
}

const elsewhere: readonly NegativeCase[] = (
  [
    ['another method', { htm: 'POST' }],
    ['another address', { htu: 'https://rail.example/market/trend?page=2' }],
    ['another body', { body_digest: OTHER_DIGEST }],
  ] as const
).map(([what, claims]) => ({
  title: `a holder’s proof for ${what}`,
  check: holderRequest,
  code: 'a402_holder_request_mismatch',
  alter: held({ claims }),
}));

runSuite('A402', {
  folder: import.meta.url,
  judge: async ({ world }) =>
    judgeSold(await sell(world.actors, asked.resource_id), holders.get(world) ?? {}),
  refused: [
    {
      title: 'another trade number in plain',
      check: trade,
      code: 'a402_trade_mismatch',
      alter: held({ tradeNo: 'trade-2' }),
    },
    {
      title: 'a proof of the holder’s own key, which paid nothing',
      check: holderKey,
      code: 'a402_holder_mismatch',
      alter: held({ by: ({ actors }) => actors.device }),
    },
    {
      title: 'a proof in the name of the key that paid',
      check: holderSignature,
      code: 'a402_holder_signature_invalid',
      alter: held({ by: ({ actors }) => actors.device, names: ({ actors }) => actors.agent }),
    },
    {
      title: 'a holder’s proof 61 seconds old',
      check: holderTime,
      code: 'a402_holder_time_out_of_window',
      alter: held({ claims: { iat: WORLD_NOW - 61 } }),
    },
    {
      title: 'a holder’s proof for another proof of payment',
      check: holderProof,
      code: 'a402_holder_proof_mismatch',
      alter: held({ claims: { ath: OTHER_DIGEST } }),
    },
    ...elsewhere,
    {
      title: 'a holder’s proof that was sent before',
      check: holderUnused,
      code: 'a402_proof_replayed',
      alter: held({ used: true }),
    },
  ],
  accepted: [
    { title: 'a holder’s proof 60 seconds old', alter: held({ claims: { iat: WORLD_NOW - 60 } }) },
    { title: 'a holder’s proof 60 seconds ahead', alter: held({ claims: { iat: WORLD_NOW + 60 } }) },
  ],
  elsewhere: [resource],
});

test('PSD-PAY-A402-09 refuses a proof for another resource, by this check alone', async () => {
  const actors = await createActors();
  expect((await judgeSold(await sell(actors, asked.resource_id), {})).verdict).toBe('accepted');
  const other = await sell(actors, 'res-2');
  expect((await judgeSold(other, {})).refusal).toMatchObject({
    code: 'a402_resource_mismatch',
    requirement: 'PSD-PAY-A402-09',
  });
  expect((await without(resource, () => judgeSold(other, {}))).verdict).toBe('accepted');
});

test('without the seller’s memory the single use is an obligation (OA-A402-08)', () => {
  const judgement = recheckHolderProof({ holderProof: 'new' });
  expect(judgement.verdict).toBe('accepted');
  expect(recheckHolderProof({ holderProof: 'used' }).refusal?.code).toBe('a402_proof_replayed');
  expect(holderUnused.run({ state: {} })).toMatchObject({ obligation: 'replay', requirement: 'OA-A402-08' });
});

test('what a look-up has not found to be new is none, whatever it says (OA-A402-08, PSD-PAY-DEL-05)', () => {
  // As a store of another make might answer.
  const odd = (value: unknown) => value as 'new';
  for (const value of ['USED', '', null, 0, true]) {
    expect(recheckHolderProof({ holderProof: odd(value) }).refusal?.code).toBe('a402_proof_replayed');
    expect(recheckReplay(odd(value)).refusal?.code).toBe('request_duplicate');
  }
  expect(() => recheckHolderProof({ holderProof: odd(undefined) })).toThrow(TypeError);
  expect(() => recheckReplay(odd(undefined))).toThrow(TypeError);
  expect(recheckReplay('reused').refusal?.code).toBe('request_id_reused');
  expect(recheckReplay('new').verdict).toBe('accepted');
  expect(recheckHolderProof({ holderProof: 'new' }).verdict).toBe('accepted');
});
