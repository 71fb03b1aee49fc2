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

/** Honest days, each in a world of its own, until there are so many mutants. The same numbers, the same mutants. */
export async function playRound(seed: number, round: number, wanted: number): Promise<Result[]> {
  const results: Result[] = [];
  for (let day = 0; results.length < wanted; day += 1) {
    const made = await playDay(new Dice(seed).named(`http ${round} ${day}`), wanted - results.length);
    results.push(...made);
  }
  return results;
}

/** A world of every role, and one honest day in it. */
async function playDay(dice: Dice, wanted: number): Promise<Result[]> {
  const data = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'openact-fuzz-'));
  const quiet = { witness: () => undefined, show: () => undefined };
  const world = await createWorld({ data, seed: dice.below(2 ** 31), ...quiet });
  try {
    const servers = [world.trust, world.bank, ...Object.values(world.merchants)];
    const keys = await keysOf(world);
    const stores = [...servers, world.agent].map(({ name, store }) => [name, { read: store.read }] as const);
    const snapshots = new Snapshots(new Map(stores));
    const gate = new Gate({ wanted, dice, keys, snapshots, now: world.around.clock.now });
    for (const role of servers) gate.guard(role);
    const agentApp = createAgentApp(world.agent.started.agent, {
      log: createLogger('fuzz', 'silent'),
      trace: () => undefined,
    });
    gate.start();
    const broken = await disturbed(() => honestDay({ world, gate, keys, agentApp }));
    return [...gate.results, ...broken];
  } finally {
    await world.close();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Whatever comes over the honest parties came of a mutant. */
async function disturbed(day: () => Promise<void>): Promise<Result[]> {
  try {
    await day();
    return [];
  } catch (error) {
    const finding = `the honest day broke off: ${String(error)}`;
    return [{ target: 'honest day', kind: 'honest', answer: 'broke off', finding }];
  }
}
