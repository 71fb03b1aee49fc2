import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../../simulation/dice.ts';
import { createWorld, type World } from '../../simulation/world.ts';
import { createAgentApp } from '../../src/agent/index.ts';
import { createLogger } from '../../src/http/index.ts';
import type { PrivateJwk } from '../../src/protocol/jws/index.ts';
import { Keys } from '../keys.ts';
import type { Result } from '../target.ts';
import { addKey } from './add-key.ts';
import { honestDay } from './day.ts';
import { Gate } from './gate.ts';
import { Snapshots } from './snapshot.ts';

/** Processes die nowhere here: what is committed need not reach a disk. */
const MEMORY = '/dev/shm';

function keyFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith('.pub.json'))
    .map((name) => join(folder, name));
}

async function keysOf(world: World): Promise<Keys> {
  const keys = new Keys();
  for (const file of keyFiles(world.around.keys)) {
    const { jwk } = JSON.parse(readFileSync(file, 'utf8')) as { jwk?: PrivateJwk };
    if (jwk?.d !== undefined) await addKey(keys, file, jwk);
  }
  await addKey(keys, 'device', world.device.key);
  return keys;
}

/** One world of every role, one honest day in it, and so many mutants on the way. The same numbers, the same mutants. */
export async function playRound(seed: number, round: number, wanted: number): Promise<Result[]> {
  const data = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'openact-fuzz-'));
  const dice = new Dice(seed).named(`http ${round}`);
  const world = await createWorld({
    data,
    seed: seed + round,
    witness: () => undefined,
    show: () => undefined,
  });
  try {
    const servers = [world.trust, world.bank, ...Object.values(world.merchants)];
    const stores = new Map([...servers, world.agent].map((role) => [role.name, role]));
    const keys = await keysOf(world);
    const snapshots = new Snapshots(
      new Map([...stores].map(([name, role]) => [name, { read: role.store.read }])),
    );
    const gate = new Gate({ wanted, dice, keys, snapshots: () => snapshots, now: world.around.clock.now });
    for (const role of servers) gate.guard(role);
    const agentApp = createAgentApp(world.agent.started.agent, {
      log: createLogger('fuzz', 'silent'),
      trace: () => undefined,
    });
    gate.start();
    while (!gate.isFull) {
      try {
        await honestDay({ world, gate, keys, agentApp });
      } catch (error) {
        // Whatever came over the honest parties came of a mutant.
        const finding = `the honest day broke off: ${String(error)}`;
        return [...gate.results, { target: 'honest day', kind: 'honest', answer: 'broke off', finding }];
      }
    }
    return gate.results;
  } finally {
    await world.close();
    rmSync(data, { recursive: true, force: true });
  }
}
