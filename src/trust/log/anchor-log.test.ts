import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anchorLeaf } from '../../protocol/attestation/anchor.ts';
import { decodeBase64url } from '../../protocol/digest/index.ts';
import type { AnchoredBody } from '../../protocol/generated/types.ts';
import { openCheckpoint, sameHash, verifyInclusion } from '../../protocol/merkle/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { heartbeatMigration } from '../../store/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { openTrustList } from '../../verifier/index.ts';
import { disputeMigrations } from '../disputes/migrations.ts';
import { createLogWorld, type LogWorld } from '../testing/log-world.ts';
import { AnchorLog } from './anchor-log.ts';
import { logMigrations } from './migrations.ts';
import { judgeSubmission } from './submission.ts';
import { readEdge, readHead } from './tables.ts';

describe.each(engines)('the log on $name', (engine) => {
  let database: TestDatabase;
  let world: LogWorld;
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());
  beforeEach(async () => {
    database = await engine.create();
    world = await createLogWorld(database.location);
  });
  afterEach(async () => {
    await world.close();
    await database.remove();
  });

  async function shown(anchor: string): Promise<AnchoredBody> {
    const { record_id, privacy_channel } = readMessage('anchor', anchor).claims;
    const answer = await world.get(`/anchors/${record_id}`, privacy_channel);
    expect(answer.status).toBe(200);
    return (await answer.json()) as AnchoredBody;
  }

  // TSD-ATT-OCA-21, OA-LOG-08
  test('gives each anchor a place that can be proved offline', async () => {
    const anchors = await Promise.all(Array.from({ length: 300 }, () => world.anchor('psp')));
    const answers = await Promise.all(anchors.map((anchor) => world.submit(anchor)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const indexes = await Promise.all(
      answers.map(async (answer) => (await answer.json()) as { index: number }),
    );
    expect(indexes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(anchors.map((_, at) => at));
    for (const anchor of anchors.slice(0, 20)) {
      const { index, checkpoint, inclusion, anchor: kept } = await shown(anchor);
      expect(kept).toBe(anchor);
      const head = await openCheckpoint(checkpoint, world.key);
      expect(head.size).toBe(300);
      const proof = inclusion.map((hash) => decodeBase64url(hash));
      expect(await verifyInclusion(head, index, await anchorLeaf(anchor), proof)).toBe(true);
      expect(await verifyInclusion(head, index + 1, await anchorLeaf(anchor), proof)).toBe(false);
    }
  });

  // TSD-ATT-OCA-22, OA-LOG-03
  test('has one place for each record and says where it is', async () => {
    const anchor = await world.anchor('psp');
    const { record_id, privacy_channel } = readMessage('anchor', anchor).claims;
    const others = await Promise.all([world.anchor('psp'), world.anchor('psp')]);
    for (const other of others) expect((await world.submit(other)).status).toBe(201);
    const answers = await Promise.all([anchor, anchor, anchor].map((one) => world.submit(one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const again = await world.submit(anchor);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'anchor_duplicate', evidence: { index: 2 } });
    const changed = await world.submit(await world.anchor('psp', { record_id, privacy_channel }));
    expect(await changed.json()).toMatchObject({ code: 'anchor_id_reused', evidence: { index: 2 } });
    expect((await shown(anchor)).anchor).toBe(anchor);
    expect((await readHead(world.store.read)).size).toBe(3);
  });

  // TSD-ATT-OCA-25, OA-LOG-11
  test('grows as one tree from several writers, and nothing in it can be changed', async () => {
    const second =
      engine.name === 'SQLite'
        ? world.store
        : await openPatiently(database.location, [
            ...logMigrations,
            ...disputeMigrations,
            heartbeatMigration,
          ]);
    const logs = [world.store, second].map(
      (store) => new AnchorLog({ store, key: world.key, signer: world.signer, clock: () => world.now }),
    );
    const trustList = await listOf(world);
    const submissions = await Promise.all(
      Array.from({ length: 600 }, async () =>
        judgeSubmission({ anchor: await world.anchor('psp') }, trustList, world.now),
      ),
    );
    const appended = await Promise.all(
      submissions.map((submission, at) => (logs[at % 2] as AnchorLog).append(submission)),
    );
    expect(new Set(appended.map(({ index }) => index)).size).toBe(600);
    for (const { head } of appended)
      expect((await openCheckpoint(head.note, world.key)).size).toBe(head.size);
    const head = await readHead(world.store.read);
    expect(head.size).toBe(600);
    expect(sameHash((await readEdge(world.store.read, 600)).root(), head.root)).toBe(true);
    for (const table of ['log_entries', 'log_anchors', 'log_nodes', 'log_tiles', 'log_checkpoints']) {
      await expect(world.store.transact((tx) => tx.run(`DELETE FROM ${table}`))).rejects.toMatchObject({
        code: 'store_unavailable',
      });
    }
    expect((await readHead(world.store.read)).size).toBe(600);
    if (second !== world.store) await second.close();
  });
});

async function listOf(world: LogWorld) {
  const list = await (await world.get('/trust-list')).text();
  return openTrustList(list, world.pinnedKeys, world.now);
}
