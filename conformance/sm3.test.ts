import { getHashes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { useNodeCrypto } from '../src/node/crypto.ts';
import { allVectors, questionOf, takesSm3 } from './files.ts';
import { differenceFrom, judge } from './subject.ts';

beforeAll(() => useNodeCrypto());

const own = allVectors().filter(({ vector }) => takesSm3(vector));

// OA-REC-02, TSD-ATT-OFF-19. Where OpenSSL has no SM3 this is skipped, and not passed.
test.skipIf(!getHashes().includes('sm3')).each(own.map((placed) => [placed.vector.id, placed] as const))(
  'the reference verifier judges %s as expected',
  async (_id, { group, vector }) => {
    expect(differenceFrom(vector, await judge(questionOf(group, vector)))).toBeUndefined();
  },
);
