/** What was recorded of a shop's deliveries, and whether the log can be reached. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublicJwk } from '../../src/http/key-file.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { allRecords, backlog, findRecord, queryAnchor } from '../../src/records/index.ts';
import type { Store } from '../../src/store/index.ts';
import { loadLogKey } from '../../src/trust/index.ts';
import {
  believedAnchor,
  type ChainJudgement,
  keyFromTrustList,
  openTrustList,
  type RecordPorts,
  verifyChain,
} from '../../src/verifier/index.ts';
import type { LogStep, RecordsStep } from '../format.ts';
import { LOG } from '../world/plan.ts';
import type { RunningAgent, World } from '../world/world.ts';
import { addressOf, type Kept, type Play, pause } from './run.ts';

const POLL_MILLISECONDS = 50;
const PATIENCE = 600;
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
export function storesOf(world: World): Store[] {
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
  for (const { read } of storesOf(world)) {
    const { events, records: unanchored } = await backlog(read);
    if (events + unanchored > 0) return 'some';
  }
  return 'none';
}

/** @throws Error when records still wait after half a minute */
export async function allAnchored(world: World): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    if ((await waitingIn(world)) === 'none') return;
    await pause(POLL_MILLISECONDS);
  }
  throw new Error('records are not anchored');
}

/** What a verification asks of others, in a world: everybody's own records, the list of now, the log over HTTP. */
export async function recordPorts(world: World): Promise<RecordPorts> {
  const { keys, addresses } = world;
  const pinned = await readPublicJwk(join(keys, 'trust-list.pub.json'));
  const compact = readFileSync(join(keys, 'trust-list.jwt'), 'utf8').trim();
  const trustList = await openTrustList(compact, pinned, world.now());
  const { key: logKey } = await loadLogKey(join(keys, 'log'), LOG);
  const [
    {
      deps: { http },
    },
  ] = [...world.agents.values()] as [RunningAgent];
  const stores = storesOf(world);
  return {
    async record(id) {
      for (const { read } of stores) {
        const found = await findRecord(read, id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    key: (signature, role, time) => keyFromTrustList(trustList, signature, role, time),
    async anchor(record) {
      try {
        const body = await queryAnchor({ logUrl: addresses.log, http }, record);
        return await believedAnchor(body, trustList, [logKey]);
      } catch (error) {
        if (error instanceof ActError && error.code === 'anchor_not_found') return { missing: error.code };
        throw error;
      }
    },
    deadline: () => pause(10_000),
  };
}

function linesOf({ records: judged }: ChainJudgement): string[] {
  return judged.toReversed().map(({ record, record_id, verdict, code, index }) => {
    const who = record?.participants[0]?.id ?? '';
    return `${record?.event_time ?? ''} ${record?.event_type ?? record_id} by ${who}: ${verdict ?? code}, anchor ${index}`;
  });
}

export type { Kept };
