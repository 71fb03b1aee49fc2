import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseStrict } from '../protocol/json/index.ts';
import { StartError } from './start-error.ts';
import { readConfigFile, readTextFile } from './start-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-start-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('a configuration', () => {
  test('is what its reader makes of it', async () => {
    expect(await readConfigFile(await file('good.json', '{"port":1}'), parseStrict)).toEqual({ port: 1 });
  });

  test.each([
    ['that says a thing twice', '{"port":1,"port":2}', 'json_duplicate_member'],
    ['that is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'json_encoding'],
  ])('%s is told with its path and code', async (_what, content, code) => {
    const path = await file('wrong.json', content);
    const reading = readConfigFile(path, parseStrict);
    await expect(reading).rejects.toThrow(StartError);
    await expect(reading).rejects.toThrow(`The configuration ${path} is wrong: ${code} `);
  });

  test('that is not there is told with its path', async () => {
    const path = join(folder, 'none.json');
    const reading = readConfigFile(path, parseStrict);
    await expect(reading).rejects.toThrow(new StartError(`The configuration ${path} cannot be read.`));
  });

  test('whose reader has a fault shows the fault', async () => {
    const path = await file('fault.json', '{}');
    const fault = new TypeError('of the reader');
    const reading = readConfigFile(path, () => {
      throw fault;
    });
    await expect(reading).rejects.toBe(fault);
  });
});

test('a text comes without what an editor leaves at its end, and a missing one is told with its path', async () => {
  expect(await readTextFile(await file('token.jwt', 'a.b.c\n'))).toBe('a.b.c');
  const none = join(folder, 'none.jwt');
  await expect(readTextFile(none)).rejects.toThrow(new StartError(`The file ${none} cannot be read.`));
});
