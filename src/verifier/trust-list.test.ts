import { beforeAll, describe, expect, test } from 'vitest';
import { openTrustList } from './index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { put } from './testing/changes.ts';
import { judgeQuote } from './testing/judges.ts';
import { buildWorld } from './testing/world.ts';

describe('openTrustList', () => {
  let actors: Actors;
  beforeAll(async () => {
    actors = await createActors();
  });

  test('gives the entries by entity and role, and leaves the memory of sequences to the caller', async () => {
    const { trustListCompact } = await buildWorld(actors);
    const list = await openTrustList(trustListCompact, actors.trustList.publicJwk, WORLD_NOW);
    expect(list).toMatchObject({ issuer: IDS.operator, sequence: 7, nextUpdate: WORLD_NOW + 86_400 });
    expect(list.entry(IDS.psp, 'PSP')?.status).toBe('ACTIVE');
    expect(list.entry(IDS.psp, 'MERCHANT')).toBeUndefined();
    expect(list.entry('did:act:bank.example/nobody', 'PSP')).toBeUndefined();
    expect(list.obligations).toMatchObject([{ obligation: 'trust_list_rollback', requirement: 'OA-TRL-03' }]);
    const remembered = await openTrustList(trustListCompact, actors.trustList.publicJwk, WORLD_NOW, 7);
    expect(remembered.obligations).toEqual([]);
  });

  test('throws the code of the first broken clause', async () => {
    const { trustListCompact } = await buildWorld(actors);
    const pinned = actors.trustList.publicJwk;
    const stale = openTrustList(trustListCompact, pinned, WORLD_NOW + 86_400);
    await expect(stale).rejects.toMatchObject({ code: 'trust_list_stale', requirement: 'OA-TRL-02' });
    const rolledBack = openTrustList(trustListCompact, pinned, WORLD_NOW, 8);
    await expect(rolledBack).rejects.toMatchObject({ code: 'trust_list_rollback', requirement: 'OA-TRL-03' });
    await expect(openTrustList(trustListCompact, pinned, WORLD_NOW, 7)).resolves.toMatchObject({
      sequence: 7,
    });
  });

  test.each([null, '7', 7.5, -1, Number.NaN])(
    'OA-TRL-03 a memory that answers %j has seen nothing',
    async (seen) => {
      const { trustListCompact } = await buildWorld(actors);
      const opened = (highest: number) =>
        openTrustList(trustListCompact, actors.trustList.publicJwk, WORLD_NOW, highest);
      await expect(opened(seen as number)).rejects.toThrow(RangeError);
      await expect(opened(7)).resolves.toMatchObject({ sequence: 7 });
    },
  );

  test('a path that was good once is dated again, and not carried to another list', async () => {
    const world = await buildWorld(actors);
    const given = { world, now: WORLD_NOW, state: world.state };
    expect((await judgeQuote(given)).verdict).toBe('accepted');
    expect((await judgeQuote(given)).verdict).toBe('accepted');
    const late = await judgeQuote({ ...given, now: WORLD_NOW + 100 * 86_400 + 1 });
    expect(late.refusal).toMatchObject({ code: 'x509_expired', requirement: 'OA-PKI-06' });
    const early = await judgeQuote({ ...given, now: WORLD_NOW - 86_401 });
    expect(early.refusal).toMatchObject({ code: 'x509_not_yet_valid', requirement: 'OA-PKI-05' });
    const other = await buildWorld(actors, {
      trustList: ({ entries }) => entries.forEach(put({ anchors: [actors.anchors.voyage] })),
    });
    const { trustList } = other;
    const moved = await judgeQuote({ ...given, world: { ...world, trustList } });
    expect(moved.refusal).toMatchObject({ code: 'x509_chain_broken', requirement: 'OA-PKI-03' });
    expect((await judgeQuote(given)).verdict).toBe('accepted');
  });
});
