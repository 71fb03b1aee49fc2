import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openact-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('making a folder', () => {
  test('makes those above it too, with the mode; one that is there stays as it is', () => {
    const path = join(folder, 'a', 'b', 'c');
    makeFolder(path, 0o700);
    for (const one of [path, join(folder, 'a')]) expect(statSync(one).mode & 0o777).toBe(0o700);
    writeFileSync(join(path, 'kept'), '');
    makeFolder(path, 0o755);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    makeFolder('.');
    makeFolder('/');
  });

  test('ends where none may be made: below /proc, below a file, at a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(join(file, 'x'))).toThrow('ENOTDIR');
    expect(() => makeFolder(file)).toThrow('EEXIST');
    // Where there is no /proc the folder would be made at the root of the disk.
    const nowhere = process.platform === 'linux' ? '/proc/openact/x' : join(file, 'x', 'y');
    expect(() => makeFolder(nowhere)).toThrow(/ENOENT|ENOTDIR/);
  });
});
