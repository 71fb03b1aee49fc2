import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const TIMEOUT_MILLISECONDS = 120_000;

function startedWith(role: string, changes: Readonly<Record<string, string>>) {
  const main = fileURLToPath(new URL(`../../src/${role}/main.ts`, import.meta.url));
  const env = { PATH: process.env.PATH, ...changes };
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' });
  return { status, stderr };
}

describe.each(['issuer', 'merchant', 'agent', 'trust'])('%s', (role) => {
  test(
    'refuses a setting that it does not know, in one line; those of the others it takes',
    () => {
      expect(startedWith(role, { OPENACT_PROXYS: '1' })).toEqual({
        status: 1,
        stderr: 'OPENACT_PROXYS is no setting of any server here.\n',
      });
      const those = { OPENACT_PROXIES: '1', OPENACT_FORMER_KEYS: 'keys', OPENACT_CREDIT_URL: 'none' };
      expect(startedWith(role, those)).toEqual({
        status: 1,
        stderr: expect.stringMatching(/^OPENACT_[A-Z_]+ is not set\.\n$/),
      });
    },
    TIMEOUT_MILLISECONDS,
  );
});
