/** A mandate that the agent of the test world hands down to its other agent. */
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import type { CommandClaims, DelegationBody, Ext, IacPayload } from '../../protocol/generated/types.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { attestationClaims } from '../../verifier/testing/claims.ts';
import { asJson } from '../json.ts';
import { command, random, type TestWorld } from './world.ts';

/** The other agent's share of a mandate: up to 500.00, twice. */
export async function childIac(
  parent: string,
  changes: Partial<IacPayload> = {},
  ext: Ext = {},
): Promise<IacPayload> {
  const { iac } = readMessage('mandate', parent).claims;
  const { user_confirmation_method: _m, user_confirmation_timestamp: _t, ...terms } = iac;
  return {
    ...terms,
    delegation_id: newId(random, 'dlg'),
    agent_id: IDS.otherAgent,
    max_total_amount: 500,
    ...changes,
    ext: {
      ...terms.ext,
      ...ext,
      openact: { times_limit: 2, parent_mandate: await digestOfJws(parent), ...ext.openact },
    },
  };
}

/** The body of POST /mandates/:delegation_id/delegations, under commands of its own. */
export async function delegationBody(
  world: TestWorld,
  parentId: string,
  iac: IacPayload,
  change: { readonly delegation?: Partial<CommandClaims>; readonly by?: 'agent' | 'otherAgent' } = {},
): Promise<DelegationBody> {
  const { otherAgent, provider } = world.actors;
  const params = { digest: await digestOfObject(asJson(iac)) };
  const claims = {
    ...attestationClaims(world.actors),
    sub: IDS.otherAgent,
    cnf: { jwk: otherAgent.publicJwk },
  };
  const by = change.by ?? 'agent';
  return {
    iac,
    agent_attestation: await signMessage('attestation', claims, provider.signer),
    command: await command(world, otherAgent.signer, {
      iss: IDS.otherAgent,
      action: 'mandate.request',
      target: iac.delegation_id,
      params,
    }),
    delegation: await command(world, world.actors[by].signer, {
      iss: IDS[by],
      action: 'mandate.delegate',
      target: parentId,
      params,
      ...change.delegation,
    }),
  };
}
