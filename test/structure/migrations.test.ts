/** That no step of a schema is edited after it ran somewhere: the databases that it made would be refused from then on. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { agentMigrations } from '../../src/agent/index.ts';
import { trustMemoryMigration } from '../../src/http/index.ts';
import { issuerMigrations } from '../../src/issuer/index.ts';
import { merchantMigrations } from '../../src/merchant/index.ts';
import { heartbeatMigration } from '../../src/store/index.ts';
import { migrationChecksum } from '../../src/store/schema-history.ts';
import { creditMigrations, disputeMigrations, logMigrations } from '../../src/trust/index.ts';

const FILE = fileURLToPath(new URL('migrations.txt', import.meta.url));

const all = [
  ...issuerMigrations,
  ...merchantMigrations,
  ...agentMigrations,
  ...logMigrations,
  ...disputeMigrations,
  ...creditMigrations,
  heartbeatMigration,
  trustMemoryMigration,
];
/** Several roles have some of them in common. */
const now = new Map(all.map((migration) => [migration.id, migrationChecksum(migration)]));
const landed = new Map(
  readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
);

test('a migration that landed says what it said: what is to be changed, a new one changes', () => {
  expect(landed.size).toBeGreaterThan(50);
  expect([...landed].filter(([id, checksum]) => now.get(id) !== checksum)).toEqual([]);
});

test('a new migration has its line in migrations.txt, at the end', () => {
  const missing = [...now].filter(([id]) => !landed.has(id)).map((line) => line.join(' '));
  expect(missing).toEqual([]);
});

test('one id is one migration in every role that has it', () => {
  const lines = new Set(all.map((migration) => `${migration.id} ${migrationChecksum(migration)}`));
  expect(lines.size).toBe(now.size);
});
