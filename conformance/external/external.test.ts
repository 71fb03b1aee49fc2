import { describe, expect, test } from 'vitest';
import { useNodeCrypto } from '../../src/node/crypto.ts';
import { type Judgement, judgements, refusalOf } from './judge.ts';
import { REFUSED } from './rfcs.ts';

function different({ judged }: Judgement) {
  return judged.filter(({ ours, theirs }) => ours !== theirs);
}

/** By the platform's WebCrypto, and by the quicker road that servers take. */
describe.each(['WebCrypto', 'node:crypto'])('tests of other people, by %s', (road) => {
  test('are many, hold both kinds of verdict, and every difference has a reason', async () => {
    if (road === 'node:crypto') useNodeCrypto();
    const all = await judgements();
    const counts = all.map(({ what, judged }) => [what, judged.length]);
    expect(counts).toEqual([
      ['signatures of their examples', 5],
      ['tokens of its examples, read as messages', 3],
      ['signatures, ES256', 262],
      ['signatures, Ed25519', 151],
      ['signatures of its ES256 tokens', 41],
      ['tokens, read as messages', 49],
    ]);
    const judged = all.flatMap((one) => one.judged);
    expect(judged.filter(({ ours }) => ours === 'valid').length).toBeGreaterThan(260);
    expect(judged.filter(({ ours }) => ours === 'invalid').length).toBeGreaterThan(180);
    expect(all.flatMap(different).filter(({ reason }) => reason === undefined)).toEqual([]);
    expect(all.map((one) => different(one).length)).toEqual([0, 3, 0, 0, 2, 10]);
  });
});

test.each(REFUSED)('$id is refused as $code', ({ compact, code }) => {
  expect(refusalOf(compact)).toBe(code);
});
