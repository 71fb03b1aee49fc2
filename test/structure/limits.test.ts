/** OA-OPS-02: that every server counts. What counting does is shown beside the code of each role. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const mains = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('/main.ts'),
);
const textOf = (name: string): string => readFileSync(join(src, name), 'utf8');

test('OA-OPS-02 every server is started with a limit for each network address', () => {
  const servers = mains.filter((name) => /\blisten\(/.test(textOf(name)));
  expect(servers.sort()).toEqual(['agent/main.ts', 'issuer/main.ts', 'merchant/main.ts', 'trust/main.ts']);
  for (const name of servers) expect(textOf(name), name).toContain('...readServing(');
});

test('OA-OPS-02 the roles who are sent what somebody has signed count each of those who sign', () => {
  const counting = mains.filter((name) => textOf(name).includes('readCallerLimit('));
  expect(counting.sort()).toEqual(['issuer/main.ts', 'merchant/main.ts', 'trust/main.ts']);
});
