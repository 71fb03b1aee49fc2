import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBeginning } from '../http/read-beginning.ts';
import { runCli } from './run.ts';
import { type Folder, speak, temporaryFolder } from './testing/console.ts';

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it('reads as much as there is, and no more than it was asked for', async () => {
  const file = folder.write('a', 'twelve bytes');
  const text = async (length: number) => new TextDecoder().decode(await readBeginning(file, length));
  expect([await text(6), await text(12), await text(100)]).toEqual([
    'twelve',
    'twelve bytes',
    'twelve bytes',
  ]);
});

it.runIf(process.platform !== 'win32')('ends with what has no end', async () => {
  expect(await readBeginning('/dev/zero', 1_000)).toEqual(new Uint8Array(1_000));
  const inspected = await speak(runCli, ['inspect', '/dev/zero']);
  expect(inspected).toMatchObject({ status: 2, err: expect.stringContaining('is larger than') });
  const keyed = await speak(runCli, ['inspect', folder.write('c', 'x'), '--trust-key', '/dev/zero']);
  expect(keyed).toMatchObject({ status: 2, err: expect.stringContaining('is damaged (json_too_large)') });
  const small = await speak(runCli, ['inspect', folder.write('b.json', '{}')]);
  expect(small.status).toBe(1);
});

const LOG = ['--url', 'http://127.0.0.1:9', '--log', 'did:act:log.example/log'];

it.runIf(process.platform !== 'win32').each([
  ['a token', ['clearing', 'nettings', '--partner', 'p', '--operator', 'http://127.0.0.1:9', '--token-file']],
  ['a purchase', ['dispute', 'bundle', 't', ...LOG, '--trust-key', 'k', '--out', 'o', '--purchase']],
  ['a subject file', ['conformance', 'run', '--role', 'verifier', '--subject']],
])('ends with %s that has no end, in one line', async (_what, args) => {
  const { status, out, err } = await speak(runCli, [...args, '/dev/zero']);
  expect([status, out]).toEqual([2, '']);
  expect(err).toMatch(/^openact \w+: .*\/dev\/zero .*\n$/);
});
