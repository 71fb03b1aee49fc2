import { expect, test } from 'vitest';
import type { CommandClaims } from '../../../protocol/generated/types.ts';
import type { Signer } from '../../../protocol/jws/index.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { verifyCommand } from '../../index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { without } from '../../testing/cases.ts';
import { posingAs } from '../../testing/changes.ts';
import { buildWorld } from '../../testing/world.ts';
import { check as audience } from './audience.ts';
import { check as signature } from './signature.ts';
import { check as singleUse } from './single-use.ts';
import { check as target } from './target.ts';
import { check as time } from './time.ts';

const CLAIMS: CommandClaims = {
  iss: IDS.device,
  aud: IDS.issuer,
  jti: 'cmd-1',
  iat: WORLD_NOW,
  action: 'mandate.suspend',
  target: 'dlg-1',
};
const CONTEXT = { now: WORLD_NOW, audience: IDS.issuer, action: 'mandate.suspend', target: 'dlg-1' } as const;

async function judge(actors: Actors, change: Partial<CommandClaims>, signer: Signer = actors.device.signer) {
  const compact = await signMessage('command', { ...CLAIMS, ...change }, signer);
  return () => verifyCommand(compact, CONTEXT, { publicJwk: actors.device.publicJwk });
}

test('a good command is accepted, and consuming its id is the caller’s duty', async () => {
  const judged = await (await judge(await createActors(), {}))();
  expect(judged.verdict).toBe('accepted');
  expect(judged.obligations).toMatchObject([{ obligation: 'replay', requirement: singleUse.requirement }]);
});

const defects = [
  [audience, 'command_audience_mismatch', { aud: IDS.psp }],
  [time, 'command_time_out_of_window', { iat: WORLD_NOW - 61 }],
  [time, 'command_time_out_of_window', { iat: WORLD_NOW + 61 }],
  [target, 'command_target_mismatch', { target: 'dlg-2' }],
  [target, 'command_target_mismatch', { action: 'mandate.revoke' }],
] as const;

for (const [check, code, change] of defects) {
  test(`${check.requirement} refuses ${JSON.stringify(change)}, and nothing else does`, async () => {
    const actors = await createActors();
    const work = await judge(actors, change);
    expect((await work()).refusal).toMatchObject({ code, requirement: check.requirement });
    expect((await without(check, work)).verdict).toBe('accepted');
    expect((await (await judge(actors, {}))()).verdict).toBe('accepted');
  });
}

test('OA-CMD-06 refuses another key and another key name, and nothing else does', async () => {
  const actors = await createActors();
  const { device, otherDevice } = actors;
  for (const signer of [posingAs(device, otherDevice), posingAs(otherDevice, device)]) {
    const work = await judge(actors, {}, signer);
    const refusal = { code: 'command_signature_invalid', requirement: 'OA-CMD-06' };
    expect((await work()).refusal).toMatchObject(refusal);
    expect((await without(signature, work)).verdict).toBe('accepted');
  }
  expect((await (await judge(actors, { iat: WORLD_NOW - 60 }))()).verdict).toBe('accepted');
});

test('a merchant’s command is judged by the trust list', async () => {
  const world = await buildWorld(await createActors());
  const { merchant, psp } = world.actors;
  const claims = { ...CLAIMS, iss: IDS.merchant };
  const by = { trustList: world.trustList, role: 'MERCHANT' } as const;
  const good = await verifyCommand(await signMessage('command', claims, merchant.signer), CONTEXT, by);
  expect(good.verdict).toBe('accepted');
  const forged = await signMessage('command', claims, posingAs(merchant, psp));
  expect((await verifyCommand(forged, CONTEXT, by)).refusal?.code).toBe('command_signature_invalid');
  const stranger = await signMessage('command', { ...claims, iss: IDS.psp }, psp.signer);
  expect((await verifyCommand(stranger, CONTEXT, by)).refusal?.code).toBe('issuer_not_trusted');
  const bare = await signMessage('command', claims, world.actors.device.signer);
  expect((await verifyCommand(bare, CONTEXT, by)).refusal?.code).toBe('jws_key_missing');
});
