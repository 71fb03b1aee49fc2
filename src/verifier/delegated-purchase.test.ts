import { beforeAll, describe, expect, test } from 'vitest';
import { digestOfJws, digestOfObject } from '../protocol/digest/index.ts';
import { readMessage, signMessage } from '../protocol/messages/index.ts';
import { verifyPurchase } from './index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { AUTHORIZATION_SALT, attestationClaims } from './testing/claims.ts';
import { buildWorld, type World } from './testing/world.ts';

/** A purchase of the other agent, under a mandate below the one that the delegator confirmed. */
async function bundleBelow(actors: Actors, world: World) {
  const { otherAgent, issuer, merchant, provider, psp } = actors;
  const { mandateClaims: above } = world;
  const { delegation_depth: _depth, ...openact } = above.iac.ext?.openact ?? {};
  const parent_mandate = await digestOfJws(world.mandate);
  const iac = {
    ...above.iac,
    delegation_id: 'dlg-below',
    agent_id: IDS.otherAgent,
    ext: { ...above.iac.ext, openact: { ...openact, parent_mandate } },
  };
  const claims = { ...above, jti: 'dlg-below', cnf: { jkt: otherAgent.jkt }, iac };
  const mandate = await signMessage('mandate', claims, issuer.signer);
  const quote = await signMessage('quote', { ...world.quoteClaims, aud: IDS.otherAgent }, merchant.signer);
  const quote_digest = await digestOfJws(quote);
  const mandate_digest = await digestOfJws(mandate);
  const usual = readMessage('paymentRequest', world.paymentRequest).claims;
  const asked = { ...usual, iss: IDS.otherAgent, quote_digest, delegation_id: 'dlg-below', mandate_digest };
  const payment_request = await signMessage('paymentRequest', asked, otherAgent.signer);
  const paid = {
    ...readMessage('receipt', world.receipt).claims,
    aud: IDS.otherAgent,
    quote_digest,
    request_digest: await digestOfJws(payment_request),
    agent_jkt: otherAgent.jkt,
    authorization_digest: await digestOfObject({ salt: AUTHORIZATION_SALT, mandate_digest }),
  };
  const statement = { ...attestationClaims(actors), sub: IDS.otherAgent, cnf: { jwk: otherAgent.publicJwk } };
  return {
    ...world.bundle,
    mandate,
    mandate_chain: [world.mandate],
    quote,
    payment_request,
    receipt: await signMessage('receipt', paid, psp.signer),
    agent_attestation: await signMessage('attestation', statement, provider.signer),
  };
}

describe('a purchase under a mandate that was handed down', () => {
  let actors: Actors;
  let world: World;
  beforeAll(async () => {
    actors = await createActors();
    world = await buildWorld(actors, {
      intent: (intent) => {
        intent.ext = { ...intent.ext, openact: { ...intent.ext?.openact, delegation_depth: 1 } };
      },
    });
  });

  const judge = (bundle: object) =>
    verifyPurchase(new TextEncoder().encode(JSON.stringify(bundle)), {
      trustListKey: actors.trustList.publicJwk,
      now: WORLD_NOW,
    });

  test('OA-DLG-01, OA-DLG-06 is judged from its bytes: confirmed above, paid below, the budgets above left to the caller', async () => {
    const judged = await judge(await bundleBelow(actors, world));
    expect(judged.refusal).toBeUndefined();
    const duties = judged.obligations.map(({ obligation, requirement }) => `${obligation} ${requirement}`);
    expect(duties).toContain('budget OA-DLG-06');
  });

  test('is refused without the mandate above', async () => {
    const { mandate_chain: _chain, ...bundle } = await bundleBelow(actors, world);
    expect((await judge(bundle)).verdict).toBe('refused');
    expect((await judge(await bundleBelow(actors, world))).verdict).toBe('accepted');
  });
});
