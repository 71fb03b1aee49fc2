import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTACKS } from './attacks/index.ts';
import { type Attack, type AttackResult, claimsOf, type Kit, readKey } from './attacks/kit.ts';
import type { Researched } from './research.ts';
import type { Stage } from './stage.ts';
import type { Summary } from './trace.ts';
import type { World } from './world.ts';

/** Lets every attacker try, and reports what came back. An attack that is not refused is reported as it is: "ok". */
export async function runAttacks(
  world: World,
  stage: Stage,
  bundle: string,
  research: Researched,
): Promise<Summary['refusals']> {
  const kit = kitOf(world, bundle, research);
  const refusals: { attack: string; code: string; requirement: string }[] = [];
  stage.chapter(`${ATTACKS.length} attacks over HTTP, most with the agent’s real key`);
  for (const attack of ATTACKS) {
    stage.at(attack.level ?? 'act:L2');
    const { result, checks } = await stage.attack(() => attack.run(kit));
    report(stage, attack, result, checks);
    if (result.status >= 400) {
      const { code, requirement } = result.body;
      refusals.push({ attack: attack.name, code: String(code), requirement: String(requirement) });
    }
  }
  return refusals;
}

function report(stage: Stage, attack: Attack, result: AttackResult, checks: readonly string[]): void {
  const { from, to, signer, status, body } = result;
  const step = { from, to, message: `${result.message}: ${attack.title}`, signer, checks };
  if (status < 400) stage.print({ ...step, outcome: 'ok', note: 'THE ATTACK SUCCEEDED' });
  else
    stage.print({
      ...step,
      outcome: 'refused',
      code: String(body.code),
      requirement: String(body.requirement),
    });
}

function kitOf(world: World, bundle: string, research: Researched): Kit {
  const seen = JSON.parse(bundle);
  return {
    addresses: world.addresses,
    agentKey: readKey(join(world.keys, 'agent'), 'agent.json'),
    attestation: readFileSync(join(world.keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim(),
    railKey: readKey(join(world.keys, 'rail'), 'merchant-quote.json'),
    seen,
    research,
    tool: String(claimsOf(seen.payment_request).payment_tool_ref),
    async revoke() {
      await world.device.ask({ do: 'revoke', delegationId: String(claimsOf(seen.mandate).jti) });
    },
  };
}
