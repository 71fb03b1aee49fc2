import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IDS } from '../../demo/plan.ts';
import { authorise, buyAll, type Wish } from '../../simulation/buyer.ts';
import { createWorld, type World } from '../../simulation/world.ts';
import { useNodeCrypto } from '../../src/http/index.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import { privacyChannelOf, type RecordSigner } from '../../src/protocol/attestation/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import type { AttestationRecord } from '../../src/protocol/generated/types.ts';
import {
  type AnchorSink,
  allRecords,
  deliverDue,
  type Happening,
  type RecordingDeps,
  recordWaiting,
} from '../../src/records/index.ts';
import { waitingEvents } from '../../src/records/outbox.ts';
import type { Store } from '../../src/store/index.ts';

/** Nobody records in the simulated world: what happened stands in the outbox of whoever it happened to. */
async function eventsOf(store: Store): Promise<Happening[]> {
  return (await waitingEvents(store.read, 100)).map(({ event }) => event);
}

const SELLERS = ['rail', 'voyage', 'market', 'archive'] as const;
const COPIED = '0'.repeat(43);

let data: string;
let world: World;
let delegated: Wish;
let confirmed: Wish;
let events: { readonly agent: Happening[]; readonly bank: Happening[]; readonly sellers: Happening[] };

function ofTrade(happenings: readonly Happening[], { bought }: Wish): Happening[] {
  return happenings.filter(({ correlation }) => correlation.trade_no === bought?.tradeNo);
}

/** All that every side wrote down of the process that a purchase ended. */
function processOf(wish: Wish): Happening[] {
  const [paid] = ofTrade(events.bank, wish);
  const intent = paid?.correlation.intent_id;
  return [...events.agent, ...events.bank, ...events.sellers].filter(
    ({ correlation }) => correlation.intent_id === intent,
  );
}

function countOf(happenings: readonly Happening[], type: Happening['event_type'], wish: Wish): number {
  const intents = new Set(processOf(wish).map(({ correlation }) => correlation.intent_id));
  return happenings.filter(
    ({ event_type, correlation }) => event_type === type && intents.has(correlation.intent_id),
  ).length;
}

beforeAll(async () => {
  useNodeCrypto();
  data = mkdtempSync(join(tmpdir(), 'openact-records-'));
  const quiet = () => undefined;
  world = await createWorld({ data, seed: 7, witness: quiet, show: quiet });
  delegated = { id: 'ticket', level: 'act:L2', task: await authorise(world, 'act:L2'), steps: 0 };
  confirmed = { id: 'tea', level: 'act:L1', steps: 0 };
  await buyAll(world, [delegated, confirmed], quiet);
  await world.network.settle();
  for (const name of SELLERS) await world.merchants[name].work();
  const sellers = await Promise.all(SELLERS.map((name) => eventsOf(world.merchants[name].store)));
  events = {
    agent: await eventsOf(world.agent.store),
    bank: await eventsOf(world.bank.store),
    sellers: sellers.flat(),
  };
});

afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

describe('what each side writes down of a purchase', () => {
  test('both were bought', () => {
    expect([delegated.bought, confirmed.bought]).not.toContain(undefined);
  });

  test('the agent: the intent, the comparison and the cart, once each (TSD-ATT-EVT-07, TSD-ATT-EVT-13, TSD-ATT-EVT-14)', () => {
    for (const wish of [delegated, confirmed]) {
      expect(countOf(events.agent, 'act:delegation:intent-created', wish)).toBe(1);
      expect(countOf(events.agent, 'act:commerce:decision-logged', wish)).toBe(1);
      expect(countOf(events.agent, 'act:commerce:cart-confirmed', wish)).toBe(1);
    }
  });

  test('the seller that delivered: the delivery, once, and no other seller anything (TSD-ATT-EVT-16)', () => {
    for (const wish of [delegated, confirmed]) {
      const deliveries = ofTrade(events.sellers, wish);
      expect(deliveries.map(({ event_type }) => event_type)).toEqual(['act:commerce:fulfillment-completed']);
    }
    expect(events.sellers).toHaveLength(2);
  });

  test('all of them the same intent_id, and two purchases have two (TSD-ATT-OFF-12, OA-REC-03)', () => {
    const recorders = (wish: Wish) => new Set(processOf(wish).map(({ participants }) => participants[0].id));
    const seller = (wish: Wish) => ofTrade(events.sellers, wish)[0]?.participants[0].id;
    expect(recorders(delegated)).toEqual(new Set([IDS.agent, IDS.issuer, IDS.psp, seller(delegated)]));
    expect(recorders(confirmed)).toEqual(new Set([IDS.agent, IDS.psp, seller(confirmed)]));
    const [first, second] = [delegated, confirmed].map((wish) => processOf(wish)[0]?.correlation.intent_id);
    expect(first).toMatch(/^int_/);
    expect(second).not.toBe(first);
  });

  test('under a mandate its delegation_id, which no seller is told, and without one none (TSD-ATT-OFF-13)', () => {
    const under = processOf(delegated).filter(
      ({ event_type }) =>
        event_type !== 'act:delegation:intent-created' && event_type !== 'act:commerce:fulfillment-completed',
    );
    const ids = new Set(under.map(({ correlation }) => correlation.delegation_id));
    expect(under.length).toBeGreaterThanOrEqual(4);
    expect([...ids]).toEqual([expect.stringMatching(/^dlg_/)]);
    for (const { correlation } of [...events.sellers, ...processOf(confirmed)])
      expect(correlation.delegation_id).toBeUndefined();
  });

  test('each participant once, and whoever writes it down first (TSD-ATT-OFF-25)', () => {
    const all = [...events.agent, ...events.bank, ...events.sellers];
    for (const { event_type, participants } of all) {
      const ids = participants.map(({ id }) => id);
      expect(new Set(ids).size, event_type).toBe(ids.length);
    }
    expect(new Set(events.agent.map(({ participants }) => participants[0].id))).toEqual(new Set([IDS.agent]));
  });
});

describe('the agent’s own side', () => {
  test('hands out the structured result with what was said in it, by its task (ADD-INT-ICS-29)', async () => {
    const { agent } = world.agent.started;
    const kept = await agent.intent(String(delegated.task));
    expect(JSON.stringify(kept)).toContain('conversation_history');
    await expect(agent.intent('no-such-task')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('gives each confirmed task an intent_id of its own (ADD-INT-ICS-31)', () => {
    const created = events.agent.filter(({ event_type }) => event_type === 'act:delegation:intent-created');
    const ids = created.map(({ correlation }) => correlation.intent_id);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the records of it', () => {
  const records: AttestationRecord[] = [];
  let deps: RecordingDeps;

  beforeAll(async () => {
    const { around, agent, bank, merchants } = world;
    const random = around.dice.named('records').bytes;
    const { log, signer, attestation } = agent.started.deps;
    const seller = async (name: 'rail' | 'voyage'): Promise<RecordSigner> => ({
      id: IDS[name],
      signer: await loadSigner(join(around.keys, name, 'merchant-record.json')),
    });
    const own = async (folder: string, file: string) => loadSigner(join(around.keys, folder, file));
    const signers: RecordSigner[] = [
      { id: IDS.agent, signer, attestation },
      { id: IDS.issuer, signer: await own('bank', 'issuer-record.json') },
      { id: IDS.psp, signer: await own('bank', 'psp-record.json') },
      await seller('rail'),
      await seller('voyage'),
    ];
    // The mandate's digest is the issuer's to add; here any digest will do.
    const completion = { 'act:delegation:delegation-issued': async () => ({ mandate_digest: COPIED }) };
    const common = { clock: around.clock.now, random, log, signers, completion };
    deps = { ...common, store: agent.store };
    for (const store of [agent.store, bank.store, merchants.rail.store, merchants.voyage.store]) {
      await recordWaiting({ ...common, store });
      for await (const record of allRecords(store.read)) records.push(record);
    }
  });

  test('join up from the wish to the delivery, hide what is private, and say who stands for them (TSD-ATT-OFF-05)', () => {
    const own = records.filter(({ trade_no }) => trade_no === delegated.bought?.tradeNo);
    const byId = new Map(records.map((record) => [record.record_id, record]));
    const chain: string[] = [];
    let at = own.find(({ event_type }) => event_type === 'act:commerce:fulfillment-completed');
    while (at !== undefined) {
      chain.push(at.event_type.replace(/^act:\w+:/, ''));
      at = at.upstream_record_ref === undefined ? undefined : byId.get(at.upstream_record_ref);
    }
    expect(chain).toEqual([
      'fulfillment-completed',
      'transaction-completed',
      'cart-confirmed',
      'decision-logged',
      'delegation-issued',
      'intent-created',
    ]);
    for (const record of records) {
      expect(record.signatures.map(({ signer }) => signer)).toEqual([record.participants[0]?.id]);
      expect(JSON.stringify(record)).not.toContain('train ticket');
    }
  });

  test('name their channel by themselves; those of one order share it, two orders never do (OA-REC-07)', async () => {
    const channels = new Map<string, Set<string>>();
    for (const record of records) {
      const channel = await privacyChannelOf(record);
      const orders = channels.get(channel) ?? new Set();
      channels.set(channel, orders.add(record.order_no ?? record.record_id));
    }
    for (const orders of channels.values()) expect(orders.size).toBe(1);
    const ordered = records.filter(({ order_no }) => order_no === delegated.bought?.outTradeNo);
    const shared = new Set(await Promise.all(ordered.map(privacyChannelOf)));
    expect(ordered.length).toBeGreaterThanOrEqual(3);
    expect(shared.size).toBe(1);
  });

  test('wait while the log is away, after purchases that it did not hold up, and go there later (TSD-ATT-OCA-05)', async () => {
    const { around } = world;
    const waiting = { ...deps, store: world.agent.store };
    const away: AnchorSink = {
      submit: async () => {
        throw new ActError('peer_unreachable');
      },
    };
    const none = await deliverDue({ ...waiting, sink: away });
    expect(none).toMatchObject({ anchored: 0 });
    expect(none.failed).toBeGreaterThan(0);
    around.clock.advance(600_000);
    const submitted: string[] = [];
    const there: AnchorSink = { submit: async ({ record_id }) => `{"index":${submitted.push(record_id)}}` };
    const all = await deliverDue({ ...waiting, sink: there });
    const own = records.filter(({ participants }) => participants[0]?.id === IDS.agent);
    expect(all).toMatchObject({ anchored: own.length, failed: 0 });
    expect(new Set(submitted)).toEqual(new Set(own.map(({ record_id }) => record_id)));
  });
});
