import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { failures, runSuite } from '../testing/run-suite.ts';

/** Where amounts are understood, shown, asked for, compared, paid, and bounded in another agent's mandate. */
const ABOUT_AMOUNTS =
  `ADD-INT-ICS-09 ADD-INT-ICS-20 ADD-INT-ICS-28 CID-PCA-NEG-16 CID-CART-CFM-18 OA-MNY-04 OA-LIM-01
  OA-A402-01 OA-DLG-11`.split(/\s+/);

test.each(['JPY', 'KWD'])(
  'an agent in %s passes what is about amounts',
  { timeout: 600_000 },
  async (currency) => {
    const folder = mkdtempSync(join(tmpdir(), 'openact-agent-currency-'));
    try {
      const program = fileURLToPath(new URL('../../examples/reference-agent.ts', import.meta.url));
      execFileSync(process.execPath, [program, 'init', folder]);
      const file = join(folder, 'subject.yaml');
      const subject = parse(readFileSync(file, 'utf8')) as { readonly agent: object };
      writeFileSync(file, stringify({ ...subject, agent: { ...subject.agent, currency } }));
      const ran = await runSuite('agent', file, ...ABOUT_AMOUNTS.map((one) => `agent/${one}/`));
      expect(failures(ran)).toEqual([]);
      expect(ran.exit).toBe(0);
      expect(ran.entries.length).toBeGreaterThan(25);
      const seen = ran.entries.flatMap(({ exchanges }) => exchanges.map((one) => JSON.stringify(one))).join();
      expect(seen).toContain(`"currency\\":\\"${currency}\\"`);
      // Letters of a signature or a salt stand behind no quotation mark and no space.
      expect(seen).not.toMatch(/[" ]CNY/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
