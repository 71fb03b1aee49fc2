/** What was recorded of a shop's deliveries, and whether the log can be reached. */
import { isWaiting, portsOver, untilAnchored } from '../../demo/chain.ts';
import { allRecords } from '../../src/records/index.ts';
import type { Store } from '../../src/store/index.ts';
import { type ChainJudgement, type RecordPorts, verifyChain } from '../../src/verifier/index.ts';
import type { LogStep, RecordsStep } from '../format.ts';
import { LOG } from '../world/plan.ts';
import type { RunningAgent, World } from '../world/world.ts';
import { addressOf, type Kept, type Play } from './run.ts';

/** Longer than a first failure waits. */
const TRY_AGAIN_SECONDS = 5;

/** The server of the log goes down, and comes up again. */
export const log: Play<LogStep> = async (run, { is }) => {
  const server = run.world.servers.get(addressOf(run, 'log'));
  if (server === undefined) throw new Error('the world has no log');
  if (is === 'down') await server.close();
  else await server.open();
  if (is === 'up') run.world.advance(TRY_AGAIN_SECONDS);
  return {};
};

/** Of everybody who records. */
function storesOf(world: World): Store[] {
  const agents = [...world.agents.values()].map(({ deps }) => deps.store);
  return [world.bank.store, ...world.partners, ...world.sellers, ...agents];
}

/** Every delivery of a shop so far, back to what the user wanted, each record and each anchor verified. */
export const records: Play<RecordsStep> = async (run, { at, waiting = false }) => {
  const shop = run.world.shops.get(at)?.store;
  if (shop === undefined) throw new Error(`the world has no shop ${at}`);
  if (waiting) return { waiting: await waitingIn(run.world) };
  await allAnchored(run.world);
  const ports = await recordPorts(run.world);
  const chains: ChainJudgement[] = [];
  for await (const { record_id, event_type } of allRecords(shop.read)) {
    if (event_type === 'act:commerce:fulfillment-completed') chains.push(await verifyChain(record_id, ports));
  }
  const [longest] = chains.toSorted((one, other) => other.records.length - one.records.length);
  for (const line of longest ? linesOf(longest) : []) run.say(line);
  return {
    deliveries: chains.length,
    hold: chains.filter(({ holds }) => holds).length,
    chain: longest?.records.map(({ record }) => record?.event_type.split(':')[2]),
  };
};

export async function waitingIn(world: World): Promise<string> {
  return (await isWaiting(storesOf(world))) ? 'some' : 'none';
}

/**
 * A first try that ends while the log comes back is put off from a moment that the world may not reach by itself: after
 * a long wait its clock goes on.
 *
 * @throws Error when records still wait after two minutes
 */
export function allAnchored(world: World): Promise<void> {
  return untilAnchored(storesOf(world), () => world.advance(TRY_AGAIN_SECONDS));
}

/** What a verification asks of others, in a world. */
export function recordPorts(world: World): Promise<RecordPorts> {
  const { keys, addresses } = world;
  const [{ deps }] = [...world.agents.values()] as [RunningAgent];
  const { http } = deps;
  return portsOver({
    ...{ stores: storesOf(world), keys, http },
    ...{ logId: LOG, logUrl: addresses.log, now: world.now() },
  });
}

function linesOf({ records: judged }: ChainJudgement): string[] {
  return judged.toReversed().map(({ record, record_id, verdict, code, index }) => {
    const who = record?.participants[0]?.id ?? '';
    return `${record?.event_time ?? ''} ${record?.event_type ?? record_id} by ${who}: ${verdict ?? code}, anchor ${index}`;
  });
}

export type { Kept };
