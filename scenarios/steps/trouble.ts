/** Servers in trouble: another trust list, other answers. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsOf } from '../../demo/attacks/kit.ts';
import { parseUtcSeconds } from '../../src/protocol/time/index.ts';
import type { AnswersStep, PublishStep } from '../format.ts';
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
  const { list = {}, entries: changes = {}, twice } = filled(run, raw);
  const { world } = run;
  const path = join(world.keys, 'trust-list.jwt');
  const known = trueList(run, path);
  const listed = (known.entries as Kept[]).map((entry) => ({ ...entry, ...changes[String(entry.entity)] }));
  const entries = [...listed, ...listed.filter(({ entity }: Kept) => entity === twice)];
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
  const claims = { ...known, ...times, sequence: now, entries };
  const key = keyAt(run, 'trust-list.key');
  writeFileSync(path, await signed(run, 'act-trust-list+jwt', claims, key, list));
  world.advance(LOOK_AGAIN_SECONDS);
  return {};
};

export const answers: Play<AnswersStep> = async (run, raw) => {
  const { at, path, with: answer } = filled(run, raw);
  run.world.fronts.put(addressOf(run, at), path, answer === 'as before' ? undefined : answer);
  return {};
};
