import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  BUNDLE_MAX_BYTES,
  type ExpectedOrder,
  openTrustList,
  type PinnedKeys,
  type TrustList,
  verifyPaymentRequest,
  verifyPurchase,
  verifyQuote,
  verifyReceipt,
} from './index.ts';
import { createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { buildWorld, type World } from './testing/world.ts';

describe('verifyPurchase', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(await createActors());
  });

  const judge = (bytes: Uint8Array, now = WORLD_NOW) =>
    verifyPurchase(bytes, { trustListKey: world.actors.trustList.publicJwk, now });
  const key = () => world.actors.trustList.publicJwk;
  const encode = (text: string) => new TextEncoder().encode(text);

  test('OA-BND-02, OA-PUR-03, OA-PUR-04 names what bytes cannot show, and leaves it to the caller', async () => {
    const judged = await judge(world.bundleBytes);
    expect(judged.verdict).toBe('accepted');
    expect(judged.obligations.map(({ obligation, requirement }) => `${obligation} ${requirement}`)).toEqual([
      'trust_list_rollback OA-TRL-03',
      'replay PSD-PAY-DEL-05',
      'replay OA-RPL-01',
      'budget PSD-PAY-DEL-12',
      'times OA-LIM-02',
      'status OA-PUR-04',
      'payment_time OA-PUR-03',
    ]);
    const noted = judged.lines.filter(({ outcome }) => outcome === 'obligation');
    expect(noted).toHaveLength(judged.obligations.length);
  });

  test.each(['enrolment', 'attestation'] as const)(
    'a key of small order in the %s is refused, and not thrown',
    async (part) => {
      const spoiled = await buildWorld(world.actors, {
        [part]: (claims: { cnf: { jwk: unknown } }) => {
          claims.cnf.jwk = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) };
        },
      });
      const { verdict, refusal } = await judge(spoiled.bundleBytes);
      expect({ verdict, code: refusal?.code }).toEqual({ verdict: 'refused', code: 'schema_mismatch' });
    },
  );

  test('says for each clause how it ended', async () => {
    const { lines } = await judge(world.bundleBytes);
    expect(lines.every(({ outcome }) => outcome === 'pass' || outcome === 'obligation')).toBe(true);
    const early = await judge(world.bundleBytes, WORLD_NOW - 1);
    const refusedAt = early.lines.findIndex(({ outcome }) => outcome === 'refused');
    expect(early.lines[refusedAt]).toMatchObject({ requirement: 'OA-PUR-01', code: 'purchase_time_invalid' });
    expect(early.lines.slice(refusedAt + 1).every(({ outcome }) => outcome === 'not_reached')).toBe(true);
    expect(early.lines).toHaveLength(lines.length);
  });

  test.each<[string, unknown]>([
    ['milliseconds', WORLD_NOW * 1_000],
    ['a text', String(WORLD_NOW)],
    ['a Date', new Date(WORLD_NOW * 1_000)],
    ['NaN', Number.NaN],
    ['nothing', null],
  ])('takes %s for no moment, and says so to whoever calls', async (_name, now) => {
    await expect(judge(world.bundleBytes, now as number)).rejects.toThrow(RangeError);
    await expect(openTrustList(world.trustListCompact, key(), now as number)).rejects.toThrow(RangeError);
    await expect(
      verifyQuote(
        { quote: world.quote },
        { trustList: world.trustList, now: now as number, agentId: IDS.agent },
      ),
    ).rejects.toThrow(RangeError);
    expect((await judge(world.bundleBytes)).verdict).toBe('accepted');
  });

  test.each<[unknown]>([
    [undefined],
    [null],
    ['x'],
    [{}],
    [[]],
    [[undefined]],
    [{ kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
    [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }],
  ])('says to whoever calls that %j pins nothing', async (none) => {
    const context = { trustListKey: none as PinnedKeys, now: WORLD_NOW };
    const refused = { name: 'TypeError', message: expect.stringContaining('pinned key') };
    await expect(verifyPurchase(world.bundleBytes, context)).rejects.toMatchObject(refused);
    const pinned = { ...context, trustListKey: [key()] };
    expect((await verifyPurchase(world.bundleBytes, pinned)).verdict).toBe('accepted');
  });

  test.each<[string, (list: TrustList) => unknown]>([
    ['nothing', () => undefined],
    ['the list as it was received', () => world.trustListCompact],
    ['the key to open it with', () => key()],
    ['a promise of it', (list) => Promise.resolve(list)],
  ])('says to whoever calls that %s is no opened trust list', async (_name, given) => {
    const judgeWith = (trustList: unknown) =>
      verifyReceipt(
        { receipt: world.receipt },
        { trustList: trustList as TrustList, now: WORLD_NOW, audience: IDS.agent },
      );
    await expect(judgeWith(given(world.trustList))).rejects.toThrow('openTrustList');
    expect((await judgeWith(world.trustList)).verdict).toBe('accepted');
  });

  test('says to whoever calls that the amounts of an order are texts', async () => {
    const judgeFor = (expected: unknown) =>
      verifyReceipt(
        { receipt: world.receipt },
        {
          trustList: world.trustList,
          now: WORLD_NOW,
          audience: IDS.agent,
          expected: expected as ExpectedOrder,
        },
      );
    const order = world.expected;
    for (const wrong of [{}, { ...order, amount: Number(order.amount) }, { ...order, currency: undefined }]) {
      await expect(judgeFor(wrong)).rejects.toThrow(TypeError);
    }
    expect((await judgeFor(order)).verdict).toBe('accepted');
  });

  test('leaves no rejection behind that nobody hears of, whatever is wrong at once', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown): void => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const input = { payment_request: 'x', mandate: 'x', quote: 'x', mandate_chain: 'x', agentKey: key() };
    const context = { trustList: world.trustList, now: WORLD_NOW, audience: IDS.psp };
    const judged = await verifyPaymentRequest(input as never, context);
    await new Promise((done) => setTimeout(done, 10));
    process.off('unhandledRejection', hear);
    expect(judged.refusal?.code).toBe('jws_malformed');
    expect(unheard).toEqual([]);
  });

  test('OA-TRL-01 refuses everything under another pinned key', async () => {
    const { otherAgent } = world.actors;
    const judged = await verifyPurchase(world.bundleBytes, {
      trustListKey: otherAgent.publicJwk,
      now: WORLD_NOW,
    });
    expect(judged.refusal).toMatchObject({ code: 'trust_list_signature_invalid', requirement: 'OA-TRL-01' });
    expect((await judge(world.bundleBytes)).verdict).toBe('accepted');
  });

  test('refuses what it cannot read with the code of the floor, and does not throw', async () => {
    const text = JSON.stringify(world.bundle);
    const unreadable = [
      [encode(''), 'json_syntax'],
      [encode(`${text},`), 'json_syntax'],
      [Uint8Array.of(0xff, 0xfe), 'json_encoding'],
      [encode(text.replace('{"version":"1"', '{"version":"1","version":"1"')), 'json_duplicate_member'],
      [encode(text.replace('"version":"1"', '"version":"2"')), 'schema_mismatch'],
      [encode(text.replace('{"version"', '{"note":"","version"')), 'schema_mismatch'],
      [encode(`[${text}]`), 'schema_mismatch'],
      [encode(text.replace('1800,', '1.8e3,')), 'json_number_form'],
      [encode(JSON.stringify({ ...world.bundle, mandate: 'e30.e30.e30' })), 'jws_alg_not_allowed'],
      [encode(JSON.stringify({ ...world.bundle, mandate: world.quote })), 'jws_typ_mismatch'],
      [new Uint8Array(BUNDLE_MAX_BYTES + 1), 'json_too_large'],
    ] as const;
    for (const [bytes, code] of unreadable) {
      const judged = await judge(bytes);
      expect(judged).toMatchObject({ verdict: 'refused', refusal: { code } });
      expect(judged.lines[0]).toMatchObject({ check: 'readable', outcome: 'refused', code });
    }
    expect((await judge(encode(text))).verdict).toBe('accepted');
  });

  test('refuses each bundle with one byte changed', async () => {
    const { length } = world.bundleBytes;
    const flip = fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(flip, async ([at, mask]) => {
        const bytes = new Uint8Array(world.bundleBytes);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        const judged = await judge(bytes);
        return judged.verdict === 'refused' && judged.refusal.code !== 'internal';
      }),
      { numRuns: 150 },
    );
    expect((await judge(world.bundleBytes)).verdict).toBe('accepted');
  });
});
