import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AgentAttestationClaims } from '../protocol/generated/types.ts';
import type { Signer } from '../protocol/jws/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { IDS } from '../verifier/testing/actors.ts';
import { attestationClaims } from '../verifier/testing/claims.ts';
import type { AgentContext } from './config.ts';
import { agentChecks } from './readiness.ts';
import { type AgentWorld, createAgentWorld } from './testing/world.ts';

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

/** A fresh look, without outcomes that were kept and without the time limit, which a busy machine may miss. */
async function failing(change: Partial<AgentContext> = {}): Promise<string[]> {
  const names: string[] = [];
  for (const { name, run } of agentChecks({ ...world.context, ...change })) {
    await run().catch(() => names.push(name));
  }
  return names;
}

async function stated(changes: Partial<AgentAttestationClaims>): Promise<Partial<AgentContext>> {
  const { actors } = world;
  const claims = { ...attestationClaims(actors), ...changes };
  return { attestation: await signMessage('attestation', claims, actors.provider.signer) };
}

const silent = (signer: Signer): Signer => ({ ...signer, sign: () => Promise.reject(new Error('away')) });

describe('OA-OPS-22 an agent is ready', () => {
  test('while it can write, its key signs, and its provider vouches for it', async () => {
    expect(await failing()).toEqual([]);
  });

  test('only as long as its provider has said', async () => {
    const { iat } = attestationClaims(world.actors);
    const { now } = world.time;
    expect(await failing(await stated({ exp: now + 1 }))).toEqual([]);
    expect(await failing(await stated({ iat, exp: now }))).toEqual(['certificate_agent']);
  });

  test('only with what is said of it and of this key', async () => {
    const { otherAgent } = world.actors;
    expect(await failing(await stated({ sub: IDS.otherAgent }))).toEqual(['certificate_agent']);
    expect(await failing(await stated({ cnf: { jwk: otherAgent.publicJwk } }))).toEqual([
      'certificate_agent',
    ]);
  });

  test('only while its keys sign, that of its runtime too', async () => {
    const { signer, publicJwk } = world.actors.otherAgent;
    expect(await failing({ signer: silent(world.context.signer) })).toEqual(['key_agent']);
    const runtime = { signer, publicJwk, agentVersionDigest: 'A'.repeat(43) };
    expect(await failing({ runtime })).toEqual([]);
    expect(await failing({ runtime: { ...runtime, signer: silent(signer) } })).toEqual(['key_runtime']);
  });
});
