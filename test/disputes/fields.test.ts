/** A flip in each field of record, anchor, checkpoint and key history, with the verdict that it is refused with. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DisputeBundle } from '../../src/protocol/generated/types.ts';
import { sealDispute, verifyDispute } from '../../src/verifier/index.ts';
import { type Actors, createActors, DAY_SECONDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { createWitnesses, type DisputeWorld, disputeWorld } from './world.ts';

const AT = 3;
const NOW = WORLD_NOW + 5 * 366 * DAY_SECONDS;

let actors: Actors;
let good: DisputeWorld;
beforeAll(async () => {
  actors = await createActors();
  good = await disputeWorld(actors, await createWitnesses(actors));
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];

/** Every value that has no others below it, by its path. */
function leavesOf(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Another value of the same look: the middle of a text, the last second of a time, the next number. */
function flipped(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (TIME.test(text)) return text.replace(/(\d)Z$/, (_, digit: string) => `${(Number(digit) + 1) % 10}Z`);
  const at = [...text].findIndex((one, index) => index >= text.length / 2 - 1 && /[A-Za-z0-9]/.test(one));
  const next = /[0-9]/.test(text[at] ?? '')
    ? String((Number(text[at]) + 1) % 10)
    : text[at] === 'A'
      ? 'B'
      : 'A';
  return text.slice(0, at) + next + text.slice(at + 1);
}

function flipAt(value: Json, [name, ...rest]: Path): Json {
  if (name === undefined) return flipped(value);
  const copy = structuredClone(value) as Record<string | number, Json>;
  copy[name] = flipAt(copy[name] as Json, rest);
  return copy as Json;
}

/** The same message with one member changed, under its old signature. */
function forgedToken(compact: string, path: Path): string {
  const [header = '', payload = '', signature = ''] = compact.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
  return [header, Buffer.from(JSON.stringify(flipAt(claims, path))).toString('base64url'), signature].join(
    '.',
  );
}

function claimsOf(compact: string): Json {
  return JSON.parse(Buffer.from(compact.split('.')[1] ?? '', 'base64url').toString()) as Json;
}

/** What comes of the file with one change, sealed again: the verdict of the payment's record, or why there is none. */
async function outcome(change: (bundle: DisputeBundle) => void): Promise<string> {
  const { content_digest: _, ...content } = structuredClone(good.bundle);
  change(content as DisputeBundle);
  const bytes = await sealDispute(content);
  const { verdict, code, records } = await verifyDispute(bytes, {
    trustListKey: actors.trustList.publicJwk,
    now: NOW,
  });
  expect(verdict).toBe('not_good');
  return records[AT]?.verdict ?? String(code);
}

const evidenceOf = (bundle: DisputeBundle) => bundle.records[AT] as DisputeBundle['records'][number];

/** What a schema lists, a flip makes to something that is not listed. */
const LISTED = new Set(['event_type', 'version', 'hash_algorithm', 'algorithm', 'scope', 'role', 'state']);
const HASHED = new Set(['event_body', 'participants', 'salt', 'payload_hash']);

function verdictFor([first, ...rest]: Path): string {
  const last = rest.at(-1) ?? first;
  const member = typeof last === 'number' ? rest.at(-2) : last;
  if (LISTED.has(String(member))) return 'schema_mismatch';
  if (HASHED.has(String(first))) return 'PAYLOAD_HASH_MISMATCH';
  return member === 'x5c' ? 'PUBLIC_KEY_UNAVAILABLE' : 'SIGNATURE_INVALID';
}

// TSD-ATT-SVF-22, TSD-ATT-DSP-05, OA-DSP-04
describe('a flip in each field of the evidence', () => {
  test('of the record', async () => {
    const record = evidenceOf(good.bundle).record as unknown as Json;
    const paths = leavesOf(record);
    const seen: [string, string][] = [];
    for (const path of paths) {
      const found = await outcome((bundle) => {
        Object.assign(evidenceOf(bundle), { record: flipAt(record, path) });
      });
      seen.push([path.join('/'), found]);
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(seen).toEqual(paths.map((path) => [path.join('/'), verdictFor(path)]));
  });

  test('of the anchor, of its place and of the checkpoint: ANCHOR_NOT_FOUND', async () => {
    const {
      anchor = '',
      checkpoint = '',
      inclusion = [],
      index = 0,
    } = evidenceOf(good.bundle).anchored ?? {};
    const members = leavesOf(claimsOf(anchor));
    const [header = '', payload = '', signature = ''] = anchor.split('.');
    const notes = checkpoint.split('\n');
    const changed: [string, object][] = [
      ...members.map((path): [string, object] => [path.join('/'), { anchor: forgedToken(anchor, path) }]),
      ['signature', { anchor: [header, payload, flipped(signature)].join('.') }],
      ['index', { index: index + 1 }],
      ...inclusion.map((hash, at): [string, object] => [
        `inclusion ${at}`,
        { inclusion: inclusion.with(at, String(flipped(hash))) },
      ]),
      ...notes.flatMap((line, at): [string, object][] =>
        line === ''
          ? []
          : [[`checkpoint ${at}`, { checkpoint: notes.with(at, String(flipped(line))).join('\n') }]],
      ),
    ];
    expect(members.length).toBeGreaterThanOrEqual(12);
    for (const [title, change] of changed) {
      const found = await outcome((bundle) => Object.assign(evidenceOf(bundle).anchored ?? {}, change));
      expect([title, found]).toEqual([title, 'ANCHOR_NOT_FOUND']);
    }
  });

  test('of the key history: the list is not the one that was signed', async () => {
    const list = good.bundle.trust_list;
    const { entries } = claimsOf(list) as { entries: Json[] };
    const paths = entries.flatMap((entry, at) => leavesOf(entry).map((path) => ['entries', at, ...path]));
    expect(paths.length).toBeGreaterThan(20);
    const codes = new Set<string>();
    for (const path of paths) {
      const code = await outcome((bundle) => {
        bundle.trust_list = forgedToken(list, path);
      });
      expect([path.join('/'), code]).toEqual([
        path.join('/'),
        expect.stringMatching(/^(?:trust_list_signature_invalid|schema_mismatch)$/),
      ]);
      codes.add(code);
    }
    expect(codes).toContain('trust_list_signature_invalid');
  });

  test('the file as it was is good', async () => {
    const context = { trustListKey: actors.trustList.publicJwk, now: NOW };
    expect((await verifyDispute(good.bytes, context)).verdict).toBe('good');
  });
});
