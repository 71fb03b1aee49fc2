import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../../protocol/digest/index.ts';
import { createActors, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { runSuite } from '../../testing/cases.ts';
import { posingAs, put } from '../../testing/changes.ts';
import { STATUS_AT } from '../../testing/claims.ts';
import { judgeStatusList } from '../../testing/judges.ts';
import { buildWorld, type Changes } from '../../testing/world.ts';
import { check as fresh } from './fresh.ts';
import { check as named } from './named.ts';
import { check as signature } from './signature.ts';

runSuite('status list', {
  folder: import.meta.url,
  judge: judgeStatusList,
  refused: [
    {
      title: 'a signature of another key under this certificate',
      check: signature,
      code: 'jws_signature_invalid',
      changes: ({ issuerStatus, issuer }) => ({ signers: { statusList: posingAs(issuerStatus, issuer) } }),
    },
    {
      title: 'another list than the mandate names',
      check: named,
      code: 'mandate_status_mismatch',
      changes: { statusList: put({ sub: 'https://bank.example/status-lists/2' }) },
    },
    {
      title: 'a list at its expiry',
      check: fresh,
      code: 'status_list_stale',
      changes: { statusList: put({ exp: WORLD_NOW }) },
    },
    {
      title: 'a list from beyond the clock tolerance',
      check: fresh,
      code: 'status_list_stale',
      changes: { statusList: put({ iat: WORLD_NOW + 61 }) },
    },
  ],
  accepted: [
    { title: 'a list a second before its expiry', changes: { statusList: put({ exp: WORLD_NOW + 1 }) } },
    { title: 'a list at its issue', changes: { statusList: put({ iat: WORLD_NOW }) } },
  ],
});

async function judged(changes: Changes) {
  const world = await buildWorld(await createActors(), changes);
  return judgeStatusList({ world, now: STATUS_AT, state: world.state });
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return encodeBase64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

describe('reading a status list', () => {
  test('reads two bits for each mandate, lowest first', async () => {
    const list = await judged({ statuses: { 0: 1, 3: 2, 4: 1, 5: 0, 6: 2 } });
    expect(list.verdict).toBe('accepted');
    const statuses = [0, 1, 3, 4, 5, 6].map((index) => list.facts?.statusAt(index));
    expect(statuses).toEqual(['Revoked', 'Active', 'Suspended', 'Revoked', 'Active', 'Suspended']);
  });

  test('OA-STL-03 refuses an index outside the list and a value without a meaning', async () => {
    const list = await judged({ statuses: { 2: 3 } });
    expect(list.verdict).toBe('accepted');
    const malformed = expect.objectContaining({ code: 'status_list_malformed' });
    for (const index of [2, 16, -1, 0.5, Number.NaN]) {
      expect(() => list.facts?.statusAt(index)).toThrow(malformed);
    }
    expect(list.facts?.statusAt(15)).toBe('Active');
  });

  test('OA-STL-03 refuses what is not zlib, is cut short, or inflates beyond its limit', async () => {
    const whole = await deflated(new Uint8Array(64).fill(0b10));
    const bomb = await deflated(new Uint8Array(4_194_305));
    for (const lst of [encodeBase64url(new Uint8Array(20)), whole.slice(0, 8), bomb]) {
      const list = await judged({ statusList: put({ status_list: { bits: 2, lst } }) });
      expect(list.refusal).toMatchObject({ code: 'status_list_malformed', requirement: 'OA-STL-03' });
    }
    const largest = await deflated(new Uint8Array(4_194_304));
    const list = await judged({ statusList: put({ status_list: { bits: 2, lst: largest } }) });
    expect(list.verdict).toBe('accepted');
  });

  test('OA-STL-01 refuses a list of another issuer', async () => {
    const world = await buildWorld(await createActors());
    const context = {
      trustList: world.trustList,
      now: WORLD_NOW,
      uri: 'https://bank.example/status-lists/1',
    };
    const { verifyStatusList } = await import('../../index.ts');
    const other = await verifyStatusList(world.statusList, {
      ...context,
      issuer: 'did:act:otherbank.example/iac',
    });
    expect(other.refusal).toMatchObject({ code: 'mandate_status_mismatch', requirement: 'OA-STL-01' });
    const own = await verifyStatusList(world.statusList, { ...context, issuer: IDS.issuer });
    expect(own.verdict).toBe('accepted');
  });
});
