import { beforeAll, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { IacPayload } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { verifyCommand } from '../../verifier/index.ts';
import { type Actor, IDS, keyActor, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { iacOf, intent } from '../../verifier/testing/claims.ts';
import type { AgentContext } from '../config.ts';
import { ownTerms, possessionOf, proofBy, statedRuntime } from './runtime.ts';

const BUILD = `${'B'.repeat(42)}A`;
const DIGEST = 'A'.repeat(43);

describe('an agent that runs in a runtime of its own', () => {
  let runtime: Actor;
  let context: AgentContext;
  let iac: IacPayload;
  beforeAll(async () => {
    runtime = await keyActor();
    context = {
      config: { issuer: IDS.issuer, currency: 'CNY', autonomy_level: 'a2p2:L2', confirm_above: '60.00' },
      clock: () => WORLD_NOW,
      random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
      runtime: { signer: runtime.signer, publicJwk: runtime.publicJwk, agentVersionDigest: BUILD },
    } as unknown as AgentContext;
    const plain = iacOf(intent(), DIGEST);
    iac = { ...plain, ext: { ...plain.ext, openact: await ownTerms(context, 'CNY') } };
  });

  test('asks level, threshold, build and runtime into each mandate', async () => {
    expect(iac.ext?.openact).toEqual({
      autonomy_level: 'a2p2:L2',
      confirm_above: 60,
      runtime: { agent_version_digest: BUILD, jkt: runtime.jkt },
    });
  });

  test('a threshold of one currency lets nothing through in another (OA-AUT-03)', async () => {
    for (const currency of ['USD', 'JPY', 'KWD']) {
      expect(await ownTerms(context, currency)).toMatchObject({
        autonomy_level: 'a2p2:L2',
        confirm_above: 0,
      });
    }
    const { confirm_above: _threshold, ...config } = context.config;
    expect(await ownTerms({ ...context, config }, 'USD')).not.toHaveProperty('confirm_above');
  });

  test('OA-RUN-06 proves the key over the mandate that it asks for', async () => {
    const { runtime_jwk, runtime_proof = '' } = await possessionOf(context, iac);
    expect(runtime_jwk).toEqual(runtime.publicJwk);
    const expected = { now: WORLD_NOW, audience: IDS.issuer, target: iac.delegation_id } as const;
    const proved = await verifyCommand(
      runtime_proof,
      { ...expected, action: 'runtime.prove' },
      { publicJwk: runtime.publicJwk },
    );
    expect(proved.verdict).toBe('accepted');
    const digest = await digestOfObject(iac as unknown as JsonValue);
    expect(proved.facts?.claims).toMatchObject({ iss: runtime.jkt, params: { digest } });
  });

  test('OA-RUN-01, OA-RUN-04 states user, build and key, and proves each request', async () => {
    expect(statedRuntime(context, iac)).toEqual({
      runtime: {
        delegator_identity: iac.delegator_identity,
        agent_version_digest: BUILD,
        jwk: runtime.publicJwk,
      },
    });
    const proof = await proofBy(context, { aud: IDS.psp, target: 'req-1', digest: DIGEST });
    const expected = { now: WORLD_NOW, audience: IDS.psp, action: 'runtime.prove', target: 'req-1' } as const;
    const proved = await verifyCommand(proof ?? '', expected, { publicJwk: runtime.publicJwk });
    expect(proved.verdict).toBe('accepted');
  });

  test('says nothing of it where the mandate does not ask, or where there is none', async () => {
    const plain = iacOf(intent(), DIGEST);
    expect(statedRuntime(context, plain)).toEqual({});
    expect(await possessionOf(context, plain)).toEqual({});
    const { runtime: _runtime, ...without } = context;
    expect(await ownTerms(without, 'CNY')).not.toHaveProperty('runtime');
    expect(statedRuntime(without, iac)).toEqual({});
  });
});
