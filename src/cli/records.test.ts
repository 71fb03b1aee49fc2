import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplePurchase } from '../../tools/examples/purchase.ts';
import { exampleRecords } from '../../tools/examples/records.ts';
import { trustMemoryMigration } from '../http/index.ts';
import { merchantMigrations } from '../merchant/index.ts';
import { insertRecord, readBackup } from '../records/index.ts';
import { openStore } from '../store/index.ts';
import { writeNewFile } from './new-file.ts';
import type { recordsCommand } from './records.ts';
import { runCli } from './run.ts';
import { type Folder, speak, temporaryFolder } from './testing/console.ts';

let folder: Folder;
let records: Awaited<ReturnType<typeof exampleRecords>>;
const at = (name: string): string => join(folder.path, name);
const cli = (...args: string[]) => speak(runCli, ['records', ...args], { now: 1_770_000_000 });
const place = (database: string) => ['--role', 'merchant', '--database', at(database)];

/** A merchant's database that has these records. */
async function databaseOf(name: string, kept: readonly object[]): Promise<void> {
  const store = await openStore(at(name), [...merchantMigrations, trustMemoryMigration]);
  for (const record of kept) await store.transact((tx) => insertRecord(tx, record as typeof records.paid));
  await store.close();
}

beforeAll(async () => {
  folder = temporaryFolder();
  records = await exampleRecords(await examplePurchase());
  await databaseOf('full.db', Object.values(records));
});
afterAll(() => folder.remove());

// TSD-ATT-OFF-39
describe('openact records', () => {
  test('exports what is kept, whole or by trade', async () => {
    const all = await cli('export', ...place('full.db'));
    expect(all.status).toBe(0);
    expect(all.out.trimEnd().split('\n')).toHaveLength(Object.keys(records).length);
    const { trade_no = '' } = records.paid;
    const some = await cli('export', ...place('full.db'), '--trade', trade_no);
    const ids = some.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).record_id);
    expect(new Set(ids)).toEqual(new Set([records.paid.record_id, records.delivered.record_id]));
  });

  test('of a database that is not there nothing is told, and none is made', async () => {
    for (const args of [['export'], ['backup', '--out', at('none.backup')]] as const) {
      const answer = await cli(...args, ...place('mistyped.db'));
      expect(answer).toMatchObject({ status: 2, out: '' });
      expect(answer.err).toContain('There is no database');
    }
    expect(existsSync(at('mistyped.db'))).toBe(false);
    expect((await cli('export', ...place('full.db'))).status).toBe(0);
  });

  test('a backup brings every record back, byte for byte, into an empty database', async () => {
    const out = at('one.backup');
    expect(await cli('backup', ...place('full.db'), '--out', out)).toMatchObject({ status: 0 });
    const restored = await cli('restore', ...place('empty.db'), '--from', out);
    expect(restored).toMatchObject({
      status: 0,
      out: `records restored    ${Object.keys(records).length}\nrecords in place    0\n`,
    });
    const before = await cli('export', ...place('full.db'));
    expect((await cli('export', ...place('empty.db'))).out).toBe(before.out);
    const again = await cli('restore', ...place('empty.db'), '--from', out);
    expect(again.out).toContain('records restored    0');
  });

  test('OA-REC-08 a backup that was cut or changed restores nothing', async () => {
    const out = at('two.backup');
    await cli('backup', ...place('full.db'), '--out', out);
    const whole = readFileSync(out, 'utf8');
    const lines = whole.split('\n');
    const damaged = {
      cut: whole.slice(0, -10),
      shorter: [...lines.slice(0, 2), ...lines.slice(3)].join('\n'),
      unsealed: `${lines.slice(0, -2).join('\n')}\n`,
      changed: whole.replace('553.50', '553.51'),
      empty: '',
      other: 'null\n',
    };
    for (const [name, text] of Object.entries(damaged)) {
      writeFileSync(at(name), text);
      const answer = await cli('restore', ...place('victim.db'), '--from', at(name));
      expect(answer, name).toMatchObject({ status: 2 });
      expect(answer.err, name).toContain('backup_damaged');
    }
    expect((await cli('export', ...place('victim.db'))).out).toBe('');
    await expect(readBackup(whole)).resolves.toHaveLength(Object.keys(records).length);
  });

  test('OA-REC-09 a record that is kept otherwise is not replaced', async () => {
    const out = at('three.backup');
    await cli('backup', ...place('full.db'), '--out', out);
    const other = { ...records.decided, record_id: records.paid.record_id };
    await databaseOf('other.db', [other]);
    const answer = await cli('restore', ...place('other.db'), '--from', out);
    expect(answer.status).toBe(2);
    expect(answer.err).toContain('record_conflict');
    expect((await cli('export', ...place('other.db'))).out).toBe(`${JSON.stringify(other)}\n`);
  });

  describe('on a disk that takes nothing', () => {
    const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
    // Whoever may do everything may write to what is read-only, too.
    const unprivileged =
      process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--'] : ['env'];

    /** The program under a limit of 64 KiB on what it writes. */
    function openact(...args: readonly string[]) {
      const limited = 'trap "" XFSZ; ulimit -f 64; exec "$@"';
      const command = ['-c', limited, 'bash', ...unprivileged, process.execPath, MAIN, 'records', ...args];
      const { status, stdout, stderr } = spawnSync('bash', command, { encoding: 'utf8' });
      return { status, out: stdout, err: stderr };
    }
    const refused = (line: string) => ({ status: 2, out: '', err: `openact records: ${line}\n` });

    test('says so in one line, and leaves nothing that was half written', async () => {
      mkdirSync(at('locked'));
      await databaseOf('locked/kept.db', [records.paid]);
      chmodSync(at('locked'), 0o555);
      const kept = place('locked/kept.db');
      expect(openact('export', ...kept)).toEqual(
        refused(`Cannot write the database file ${at('locked/kept.db')} (SQLITE_READONLY).`),
      );
      const out = at('locked/one.backup');
      expect(openact('backup', ...place('full.db'), '--out', out)).toEqual(
        refused(`The file ${out} cannot be written (EACCES).`),
      );
      chmodSync(at('locked'), 0o755);
      expect(await cli('backup', ...kept, '--out', out)).toMatchObject({ status: 0, err: '' });
      expect(await cli('backup', ...kept, '--out', out)).toEqual(
        refused(`The file ${out} cannot be written (EEXIST).`),
      );
      expect(await readBackup(readFileSync(out, 'utf8'))).toHaveLength(1);
    });

    test('that is full in the middle of a backup', async () => {
      const long = Array.from({ length: 100 }, (_, index) => ({
        ...records.paid,
        record_id: `${records.paid.record_id.slice(0, -4)}${String(index).padStart(4, '0')}`,
      }));
      await databaseOf('long.db', long);
      const out = at('long.backup');
      expect(openact('backup', ...place('long.db'), '--out', out)).toEqual(
        refused(`The file ${out} cannot be written (EFBIG).`),
      );
      expect(existsSync(out)).toBe(false);
      expect(await cli('backup', ...place('long.db'), '--out', out)).toMatchObject({ status: 0 });
      expect(readFileSync(out).byteLength).toBeGreaterThan(64 * 1_024);
    });

    test('nor one whose records could not all be read', async () => {
      const out = at('unread.backup');
      const broken = async function* () {
        yield 'one line\n';
        throw new Error('the database is gone');
      };
      await expect(writeNewFile(out, broken())).rejects.toThrow('the database is gone');
      expect(existsSync(out)).toBe(false);
    });
  });

  test('says what is wrong with a command line', async () => {
    const wrong = [
      [],
      ['burn'],
      ['backup', ...place('full.db')],
      ['export', '--role', 'king', '--database', 'x'],
    ];
    for (const args of wrong) expect((await speak(recordsOrUsage, args)).status).toBe(2);
  });
});

const recordsOrUsage: typeof recordsCommand = (args, io) => runCli(['records', ...args], io);
