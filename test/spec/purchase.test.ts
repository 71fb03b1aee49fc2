import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseUtcSeconds } from '../../src/protocol/index.ts';
import { verifyPurchase } from '../../src/verifier/index.ts';
import { exampleKey } from '../../tools/examples/keys.ts';

const bundle = readFileSync(
  join(fileURLToPath(new URL('../..', import.meta.url)), 'schemas/examples/bundle/valid.json'),
);
/** While the printed trust list is fresh. */
const now = parseUtcSeconds('2026-01-12T12:00:00Z');

describe('the printed purchase', () => {
  it('is one: every signature, digest and limit holds', async () => {
    const { publicJwk: trustListKey } = await exampleKey('trust list');
    const judged = await verifyPurchase(bundle, { trustListKey, now });
    expect(judged.refusal).toBeUndefined();
    expect(judged.verdict).toBe('accepted');
    expect(judged.lines.length).toBeGreaterThan(60);
  });

  it('is not one under another trust list key', async () => {
    const { publicJwk: trustListKey } = await exampleKey('device');
    const judged = await verifyPurchase(bundle, { trustListKey, now });
    expect(judged.refusal?.code).toBe('trust_list_signature_invalid');
  });

  it('is not one with the quote of another order', async () => {
    const { publicJwk: trustListKey } = await exampleKey('trust list');
    const changed = JSON.parse(bundle.toString('utf8'));
    changed.cart.lines[0].name = 'G125 second class';
    const judged = await verifyPurchase(Buffer.from(JSON.stringify(changed)), { trustListKey, now });
    expect(judged.refusal?.code).toBe('cart_digest_mismatch');
  });
});
