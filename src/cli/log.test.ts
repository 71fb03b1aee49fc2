import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger, type Listening, listen } from '../http/index.ts';
import { newPrivacyChannel } from '../protocol/attestation/anchor.ts';
import { openStore } from '../store/index.ts';
import { createTrustApp, disputeMigrations, logMigrations } from '../trust/index.ts';
import { createLogWorld, ID, type LogWorld, random } from '../trust/testing/log-world.ts';
import { runCli } from './run.ts';
import { speak, temporaryFolder } from './testing/console.ts';

const folder = temporaryFolder();
let world: LogWorld;
let server: Listening;
let other: Listening;
let former = '';
const channel = newPrivacyChannel(random);

/** A second log under the same key, which has begun like the first: what a fork is. */
async function forked(shared: readonly string[]) {
  const store = await openStore(join(world.dir, 'forked.db'), [...logMigrations, ...disputeMigrations]);
  const { key, signer, pinnedKeys } = world;
  const app = createTrustApp({
    listPath: join(world.dir, 'trust-list.jwt'),
    clock: () => world.now,
    log: createLogger('test', 'silent'),
    anchors: { store, key, signer, pinnedKeys, random },
  });
  const submit = (anchor: string) =>
    app.request('/anchors', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ anchor }),
    });
  for (const anchor of shared.toReversed()) await submit(anchor);
  for (let count = 0; count < 300; count += 1) await submit(await world.anchor('psp'));
  return { app, store };
}

let closeFork: () => Promise<void>;
beforeAll(async () => {
  world = await createLogWorld();
  const shared: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const anchor = await world.anchor('psp', count < 5 ? { privacy_channel: channel } : {});
    shared.push(anchor);
    await world.submit(anchor);
  }
  former = folder.write('former.txt', await (await world.get('/checkpoint')).text());
  const more = await Promise.all(Array.from({ length: 580 }, () => world.anchor('psp')));
  await Promise.all(more.map((anchor) => world.submit(anchor)));
  const fork = await forked(shared);
  server = await listen(world.app, { host: '127.0.0.1', port: 0 });
  other = await listen(fork.app, { host: '127.0.0.1', port: 0 });
  closeFork = () => fork.store.close();
});
afterAll(async () => {
  await server.close();
  await other.close();
  await closeFork();
  await world.close();
  folder.remove();
});

function audit(url: string, ...more: string[]) {
  const key = join(world.dir, 'trust-list.pub.json');
  const args = ['log', 'audit', '--url', url, '--log', ID.log, '--trust-key', key, ...more];
  return speak(runCli, args, { now: world.now });
}

// OA-LOG-13, OA-LOG-09
describe('openact log audit', () => {
  test('a log that is what it says, from a former checkpoint and with the anchors of a channel', async () => {
    const { status, out } = await audit(server.url, '--from', former, `--channel=${channel}`, '--json');
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'accepted',
      origin: 'trust.example/log',
      size: 600,
      formerSize: 20,
      tiles: 4,
      anchors: 5,
    });
    expect(status).toBe(0);
    const spoken = await audit(server.url);
    expect(spoken.status).toBe(0);
    expect(spoken.out).toContain('the log is what it says');
  });

  test('a fork: the same key, another past', async () => {
    expect((await audit(other.url)).status).toBe(0);
    const { status, out } = await audit(other.url, '--from', former, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'refused', code: 'log_inconsistent' });
    expect((await audit(other.url, '--from', former)).out).toContain('NOT what it says');
  });

  test('a log that has lost its end', async () => {
    const latest = folder.write('latest.txt', await (await world.get('/checkpoint')).text());
    expect((await audit(server.url, '--from', latest)).status).toBe(0);
    expect((await audit(other.url, '--from', latest)).status).toBe(1);
  });

  test('what cannot be used is told apart from what is wrong', async () => {
    expect((await audit(server.url, '--from', '/nowhere')).status).toBe(2);
    const gone = await audit('http://127.0.0.1:1');
    expect(gone.status).toBe(2);
    expect(gone.err).toContain('peer_unreachable');
    expect((await speak(runCli, ['log', 'audit'])).status).toBe(2);
  });
});
