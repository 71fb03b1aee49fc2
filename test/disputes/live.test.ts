/** Evidence collected from running servers, judged when all of them are gone. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { scenario as chain } from '../../scenarios/cases/17a-chain-of-records.ts';
import { playScenario } from '../../scenarios/play.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { LOG, portsOf } from '../../scenarios/world/plan.ts';
import { startWorld, type World } from '../../scenarios/world/world.ts';
import { createAgentApp } from '../../src/agent/index.ts';
import { runCli } from '../../src/cli/run.ts';
import { speak, temporaryFolder } from '../../src/cli/testing/console.ts';
import { type Listening, listen } from '../../src/http/index.ts';
import { readPublicJwk } from '../../src/http/key-file.ts';
import type { PublicJwk } from '../../src/protocol/digest/index.ts';
import { backlog } from '../../src/records/index.ts';
import { verifyDispute } from '../../src/verifier/index.ts';
import { generator } from './generator.ts';

const FIVE_YEARS = 5 * 366 * 86_400;
const silent = { begins() {}, ends() {}, say() {} };

const kept = temporaryFolder();
const empty = mkdtempSync(join(tmpdir(), 'openact-empty-'));
const before = process.cwd();
const key = join(kept.path, 'trust-list.pub.json');
const files = { mandate: join(kept.path, 'mandate.json'), cashier: join(kept.path, 'cashier.json') };
let pinned: PublicJwk;
let data: string;
let collectedAt: number;
let said: { readonly status: number; readonly out: string }[];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'openact-live-'));
  const firstPort = await freePorts(portsOf(chain.world));
  const world = await startWorld({ plan: chain.world, data, firstPort, trace: () => {} });
  // One cup under a mandate, one that the user confirms at the cashier.
  const results = await playScenario(world, { ...chain, steps: chain.steps.slice(0, 1) }, silent);
  expect(results.flatMap(({ differences }) => differences)).toEqual([]);
  await recorded(world);
  const [running] = world.agents.values();
  if (running === undefined) throw new Error('no agent');
  const server = await listen(createAgentApp(running.agent, running.deps), { host: '127.0.0.1', port: 0 });
  await copyFile(join(world.keys, 'trust-list.pub.json'), key);
  pinned = await readPublicJwk(key);
  collectedAt = world.now();
  said = await collectBoth(world, server);
  await server.close();
  await world.close();
  rmSync(data, { recursive: true });
  process.chdir(empty);
}, 120_000);
afterAll(() => {
  process.chdir(before);
  rmSync(empty, { recursive: true });
  kept.remove();
});

async function recorded({ bank, shops, agents }: World): Promise<void> {
  const stores = [bank.store, ...[...shops.values()].map(({ store }) => store)];
  for (const { read } of [...stores, ...[...agents.values()].map(({ deps }) => deps.store)]) {
    await vi.waitFor(async () => expect(await backlog(read)).toEqual({ events: 0, records: 0 }), 60_000);
  }
}

async function collectBoth({ bank, addresses, now }: World, agent: Listening) {
  const rows = await bank.store.read.all('SELECT trade_no, delegation_id FROM payments');
  const tradeOf = (isUnderMandate: boolean): string =>
    String(rows.find((row) => (row.delegation_id !== '') === isUnderMandate)?.trade_no);
  const service = ['--agent', agent.url, '--url', String(addresses.log), '--log', LOG, '--trust-key', key];
  const bundle = (tradeNo: string, out: string) =>
    speak(runCli, ['dispute', 'bundle', tradeNo, ...service, '--out', out], { now: now() });
  expect((await bundle('trd_that_nobody_made', join(kept.path, 'none.json'))).status).not.toBe(0);
  return [await bundle(tradeOf(true), files.mandate), await bundle(tradeOf(false), files.cashier)];
}

const verify = (file: string) =>
  speak(runCli, ['dispute', 'verify', file, '--trust-key', key, '--json'], { now: collectedAt + FIVE_YEARS });

// TSD-ATT-DSP-02, OA-DSP-02, OA-REC-10
describe('openact dispute bundle from running servers', () => {
  test('finds what it has collected good', () => {
    expect(said.map(({ status }) => status)).toEqual([0, 0]);
    expect(said[0]?.out).toContain('recorded that the payment was made: VERIFIED');
  });

  test.each([
    ['under a mandate', files.mandate, 6],
    ['confirmed at the cashier', files.cashier, 5],
  ])(
    '%s: good five years on, in an empty folder, all servers and stores gone',
    async (_title, file, count) => {
      expect(existsSync(data)).toBe(false);
      const { status, out } = await verify(file);
      const judged = JSON.parse(out);
      expect({ status, missing: judged.missing }).toEqual({ status: 0, missing: [] });
      expect(judged.records).toHaveLength(count);
      expect(new Set(judged.records.map(({ verdict }: { verdict: string }) => verdict))).toEqual(
        new Set(['VERIFIED']),
      );
      expect(judged).toMatchObject({ verdict: 'good', purchase: 'accepted', finding: 'DENIED' });
    },
  );
});

// OA-DSP-04
test('each of 1,000 flips of one bit in it is refused with a named verdict', {
  timeout: 300_000,
}, async () => {
  const good = new Uint8Array(readFileSync(files.mandate));
  const context = { trustListKey: pinned, now: collectedAt + FIVE_YEARS };
  const seed = Date.now() % 2 ** 31;
  const next = generator(seed);
  const codes = new Set<string>();
  for (let flips = 0; flips < 1_000; flips += 1) {
    const at = Math.floor(next() * good.length);
    const changed = Uint8Array.from(good);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(next() * 8));
    const { verdict, code } = await verifyDispute(changed, context);
    expect({ seed, at, verdict }).toEqual({ seed, at, verdict: 'not_good' });
    expect(code).toMatch(/^[a-z0-9_]+$/);
    codes.add(String(code));
  }
  expect(codes.size).toBeGreaterThan(5);
  expect((await verifyDispute(good, context)).verdict).toBe('good');
});
