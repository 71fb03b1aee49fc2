import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

test('OA-MND-20 a reader in another language finds the same facts in both encodings of a mandate', async () => {
  const program = [here('examples/mandate_encodings.py'), here('vectors/mandate.json')];
  const { plain, credential } = JSON.parse((await run('python3', program)).stdout);
  for (const { signed, foreign_signature } of [plain, credential])
    expect([signed, foreign_signature]).toEqual([true, false]);
  expect(plain.facts).toMatch(/^[\w-]{43}$/);
  expect(credential.facts).toBe(plain.facts);
  // Each has a digest of its own: what rests on a mandate rests on its bytes.
  expect(credential.message).not.toBe(plain.message);
});
