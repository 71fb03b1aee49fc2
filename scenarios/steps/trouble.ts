/** Servers in trouble: another trust list, other answers. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { claimsOf } from '../../demo/attacks/kit.ts';
import { parseUtcSeconds } from '../../src/protocol/time/index.ts';
import type { AnswersStep, PublishStep, RestartStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { keyAt, signed } from './forge.ts';
import { addressOf, filled, type Kept, type Play, type Run } from './run.ts';

/** Longer than anybody goes without another look at the list. */
const LOOK_AGAIN_SECONDS = 61;

/** The list that the world began with; what is published later starts from it again. */
const trueLists = new WeakMap<object, string>();

function trueList({ world }: Run, path: string): Kept {
  const first = trueLists.get(world) ?? readFileSync(path, 'utf8').trim();
  trueLists.set(world, first);
  return claimsOf(first);
}

export const publish: Play<PublishStep> = async (run, raw) => {
  const { list = {}, entries = {}, twice, revokes } = filled(run, raw);
  const changes =
    revokes === undefined ? entries : { [revokes.entity]: revoked(run, revokes.key), ...entries };
  const { world } = run;
  const path = join(world.keys, 'trust-list.jwt');
  const known = trueList(run, path);
  const listed = (known.entries as Kept[]).map((entry) => ({ ...entry, ...changes[String(entry.entity)] }));
  const all = [...listed, ...listed.filter(({ entity }: Kept) => entity === twice)];
  const now = world.now();
  const issued_at = list.claims?.issued_at ?? known.issued_at;
  const next_update = list.claims?.next_update ?? known.next_update;
  const times = {
    issued_at,
    next_update,
    iat: parseUtcSeconds(String(issued_at)),
    exp: parseUtcSeconds(String(next_update)),
  };
  // The clock stands for the sequence: it only goes forward.
  const claims = { ...known, ...times, sequence: now, entries: all };
  const key = keyAt(run, 'trust-list.key');
  writeFileSync(path, await signed(run, 'act-trust-list+jwt', claims, key, list));
  world.advance(LOOK_AGAIN_SECONDS);
  return {};
};

function revoked(run: Run, place: string): Kept {
  const [leaf = ''] = keyAt(run, place).x5c ?? [];
  return {
    revoked_certificates: [createHash('sha256').update(Buffer.from(leaf, 'base64')).digest('base64url')],
  };
}

/** The first half of a request is on its way when the server begins to close, the second comes after. */
export const restart: Play<RestartStep> = async (run, { at }) => {
  const address = addressOf(run, at);
  const server = run.world.servers.get(address);
  if (server === undefined) throw new Error(`nothing is served at ${address}`);
  const { port, hostname } = new URL(address);
  const socket = connect({ port: Number(port), host: hostname });
  socket.write(`GET /openapi.json HTTP/1.1\r\nHost: ${hostname}\r\n`);
  // An answer to somebody else shows that what was sent before is there.
  await fetch(`${address}/livez`);
  const closed = server.close();
  socket.write('\r\n');
  const answer = await text(socket);
  await closed;
  await server.open();
  const { code, requirement } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
  if (!answer.startsWith('HTTP/1.1 200')) throw new Refused(String(code), String(requirement));
  return {};
};

export const answers: Play<AnswersStep> = async (run, raw) => {
  const { at, path, with: answer } = filled(run, raw);
  run.world.fronts.put(addressOf(run, at), path, answer === 'as before' ? undefined : answer);
  return {};
};
