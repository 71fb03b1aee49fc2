/** The log as a real process, killed while anchors are appended. OA-LOG-11, TSD-ATT-OCA-25 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnchoredBody, LogConsistencyBody } from '../../src/protocol/generated/types.ts';
import { openCheckpoint } from '../../src/protocol/merkle/index.ts';
import { readMessage } from '../../src/protocol/messages/index.ts';
import { CHANNEL_HEADER } from '../../src/trust/index.ts';
import { createLogWorld, ID, type LogWorld } from '../../src/trust/testing/log-world.ts';
import { assertAnchored, assertConsistent } from '../../src/verifier/index.ts';

const MAIN = fileURLToPath(new URL('../../src/trust/main.ts', import.meta.url));
const KILLS = 5;
const AT_ONCE = 16;
const SEED = Date.now() % 100_000;

interface Acknowledged {
  readonly anchor: string;
  readonly index: number;
  readonly checkpoint: string;
}

let world: LogWorld;
beforeAll(async () => {
  // The clock of a process is the real one.
  world = await createLogWorld(undefined, Math.floor(Date.now() / 1000));
});
afterAll(() => world.close());

class Server {
  readonly url: string;
  private readonly child: ChildProcess;

  constructor(child: ChildProcess, url: string) {
    this.child = child;
    this.url = url;
  }

  static async start(dir: string): Promise<Server> {
    const env = {
      PATH: process.env.PATH,
      OPENACT_PORT: '0',
      OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt'),
      OPENACT_TRUST_KEY: join(dir, 'trust-list.pub.json'),
      OPENACT_KEYS: join(dir, 'log'),
      OPENACT_LOG_ID: ID.log,
      OPENACT_DATABASE: join(dir, 'killed.db'),
      ...{ OPENACT_ADDRESS_RATE: '1000000', OPENACT_CALLER_RATE: '1000000' },
    };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    while (!said.includes('"url"')) {
      if (child.exitCode !== null) throw new Error(said);
      await sleep(20);
    }
    return new Server(child, /"url":"([^"]+)"/.exec(said)?.[1] ?? '');
  }

  async kill(): Promise<void> {
    const closed = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await closed;
  }
}

/** Appends until the server is gone. What was not answered may be there or not. */
async function appendUntilGone(
  url: string,
  next: () => Promise<string>,
  kept: Acknowledged[],
): Promise<void> {
  for (;;) {
    const anchor = await next();
    try {
      const answer = await fetch(`${url}/anchors`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ anchor }),
      });
      if (answer.status !== 201) throw new TypeError(`answered ${answer.status}`);
      const { index, checkpoint } = (await answer.json()) as { index: number; checkpoint: string };
      kept.push({ anchor, index, checkpoint });
    } catch {
      return;
    }
  }
}

async function assertKept(url: string, kept: readonly Acknowledged[]): Promise<void> {
  for (const { anchor, index } of kept) {
    const { record_id, privacy_channel } = readMessage('anchor', anchor).claims;
    const answer = await fetch(`${url}/anchors/${record_id}`, {
      headers: { [CHANNEL_HEADER]: privacy_channel },
    });
    const anchored = (await answer.json()) as AnchoredBody;
    expect({ anchor: anchored.anchor, index: anchored.index }).toEqual({ anchor, index });
    await assertAnchored(anchored, [world.key]);
  }
}

async function assertOneLog(url: string, kept: readonly Acknowledged[]): Promise<void> {
  for (const note of new Set(kept.map(({ checkpoint }) => checkpoint))) {
    const old = await openCheckpoint(note, world.key);
    const answer = (await (await fetch(`${url}/consistency?from=${old.size}`)).json()) as LogConsistencyBody;
    await assertConsistent(old, await openCheckpoint(answer.checkpoint, world.key), answer.consistency);
  }
}

test(`no acknowledged anchor is lost and the log never forks (seed ${SEED})`, {
  timeout: 1_200_000,
}, async () => {
  const kept: Acknowledged[] = [];
  for (let kills = 0; kills < KILLS; kills += 1) {
    const server = await Server.start(world.dir);
    const before = kept.length;
    const clients = Array.from({ length: AT_ONCE }, () =>
      appendUntilGone(server.url, () => world.anchor('psp'), kept),
    );
    while (kept.length < before + 40) await sleep(5);
    await sleep((SEED * (kills + 1)) % 53);
    await server.kill();
    await Promise.all(clients);
  }
  const server = await Server.start(world.dir);
  try {
    expect(kept.length).toBeGreaterThanOrEqual(40 * KILLS);
    expect(new Set(kept.map(({ index }) => index)).size).toBe(kept.length);
    await assertKept(server.url, kept);
    await assertOneLog(server.url, kept);
  } finally {
    await server.kill();
  }
});
