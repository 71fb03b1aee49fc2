import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Base64url } from '../../protocol/digest/index.ts';
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts';
import { contextFolder } from './context-folder.ts';
import { readConversation } from './reference.ts';

const SAID_AT = '2026-11-20T09:00:00Z';
const encode = (text: string) => new TextEncoder().encode(text);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-contexts-'));
  await mkdir(join(folder, 'kept'));
});
afterEach(() => rm(folder, { recursive: true }));

const inside = (name: string) => join(folder, 'kept', name);
const source = () => contextFolder(join(folder, 'kept'));

test('ADD-INT-ICS-04 what was said is read from its file, and is refused once the file has changed', async () => {
  const bytes = encode(JSON.stringify('a train G123 from rail'));
  await writeFile(inside('talk-1.json'), bytes);
  const history = { user_intent_raw_digest: await sha256Base64url(bytes), context_ref: 'talk-1.json' };
  const [said] = await readConversation(source(), history, SAID_AT);
  expect(said?.content).toBe('a train G123 from rail');
  await writeFile(inside('talk-1.json'), JSON.stringify('a train G125 from rail'));
  await expect(readConversation(source(), history, SAID_AT)).rejects.toMatchObject({
    code: 'intent_context_mismatch',
  });
});

test('nothing is read from outside of the folder, and no folder', async () => {
  await writeFile(join(folder, 'secret'), 'secret');
  await writeFile(inside('plain'), 'plain');
  await mkdir(inside('deeper'));
  for (const reference of [
    '../secret',
    '..',
    '.',
    '/etc/hostname',
    'kept/../../secret',
    'plain\0',
    'deeper',
  ]) {
    expect(await source().read(reference)).toBeUndefined();
  }
  expect(await source().read('absent')).toBeUndefined();
  expect(await source().read('plain')).toEqual(encode('plain'));
});

test('a file is as long as a message at most', async () => {
  await writeFile(inside('whole'), 'x'.repeat(MESSAGE_MAX_BYTES));
  await writeFile(inside('longer'), 'x'.repeat(MESSAGE_MAX_BYTES + 1));
  expect(await source().read('whole')).toHaveLength(MESSAGE_MAX_BYTES);
  expect(await source().read('longer')).toBeUndefined();
});
