import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { AgentAttestationClaims, CommandClaims, IacPayload } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { type Actor, IDS, keyActor } from '../../verifier/testing/actors.ts';
import { attestationClaims } from '../../verifier/testing/claims.ts';
import { asJson } from '../json.ts';
import {
  command,
  createTestWorld,
  enrol,
  iacFor,
  inbox,
  mandateBody,
  post,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

const BUILD = `${'B'.repeat(42)}A`;
const OTHER_BUILD = 'A'.repeat(43);

describe('a mandate that pins build and runtime', () => {
  let world: TestWorld;
  let device: TestDevice;
  let runtime: Actor;
  beforeAll(async () => {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
    runtime = await keyActor();
  });
  afterAll(() => world.close());

  async function pinned(): Promise<IacPayload> {
    const { ext, ...iac } = await iacFor(device.delegator);
    const pin = { agent_version_digest: BUILD, jkt: runtime.jkt };
    return { ...iac, ext: { ...ext, openact: { ...ext?.openact, runtime: pin } } };
  }

  async function bodyFor(
    changes: {
      readonly stated?: Partial<AgentAttestationClaims>;
      readonly proof?: Partial<CommandClaims>;
      readonly by?: Actor;
    } = {},
  ) {
    const iac = await pinned();
    const stated = { ...attestationClaims(world.actors), agent_version_digest: BUILD, ...changes.stated };
    const by = changes.by ?? runtime;
    const runtimeProof = await command(world, by.signer, {
      iss: by.jkt,
      aud: IDS.issuer,
      action: 'runtime.prove',
      target: iac.delegation_id,
      params: { digest: await digestOfObject(asJson(iac)) },
      ...changes.proof,
    });
    return {
      ...(await mandateBody(world, iac)),
      agent_attestation: await signMessage('attestation', stated, world.actors.provider.signer),
      runtime_jwk: by.publicJwk,
      runtime_proof: runtimeProof,
    };
  }

  test('OA-RUN-05 OA-RUN-06 is put before the delegator when provider and runtime answer for them', async () => {
    const asked = await post(world, '/mandates', await bodyFor());
    expect(asked.status).toBe(202);
    const { pending } = (await inbox(world, device)).body;
    const entry = pending.find(
      (one: { confirmation_id: string }) => one.confirmation_id === asked.body.confirmation_id,
    );
    expect(entry.shown.summary.en).toContain(`Only build ${BUILD}`);
  });

  test.each([
    [
      'another build than the provider states',
      { stated: { agent_version_digest: OTHER_BUILD } },
      'agent_version_mismatch',
      'OA-RUN-05',
    ],
    ['a runtime key that another runtime proves', { by: 'other' }, 'possession_proof_invalid', 'OA-RUN-06'],
    [
      'a proof for another mandate',
      { proof: { params: { digest: OTHER_BUILD } } },
      'possession_proof_invalid',
      'OA-RUN-06',
    ],
  ] as const)('refuses %s', async (_title, changes, code, requirement) => {
    const { by, ...rest } = { by: undefined, ...changes };
    const wrong = await bodyFor({ ...rest, ...(by === undefined ? {} : { by: await keyActor() }) });
    expect(await post(world, '/mandates', wrong)).toMatchObject({ body: { code, requirement } });
    expect((await post(world, '/mandates', await bodyFor())).status).toBe(202);
  });

  test('OA-RUN-06 refuses a runtime that proves nothing', async () => {
    const { runtime_jwk: _jwk, runtime_proof: _proof, ...bare } = await bodyFor();
    expect((await post(world, '/mandates', bare)).body.code).toBe('possession_proof_invalid');
  });
});
