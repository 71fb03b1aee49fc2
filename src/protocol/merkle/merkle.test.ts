import { describe, expect, test } from 'vitest';
import type { OkpPublicJwk } from '../digest/index.ts';
import { encodeBase64url } from '../digest/index.ts';
import { generateKeyPair, localSigner } from '../jws/index.ts';
import {
  type Checkpoint,
  emptyRoot,
  type Hash,
  isSignedBy,
  leafHash,
  type NoteKey,
  nodeHash,
  noteKeyId,
  openCheckpoint,
  readNote,
  readTilePath,
  signCheckpoint,
  tilePath,
  tilesOf,
  verifierKey,
  verifyConsistency,
  verifyInclusion,
  widthOf,
} from './index.ts';

const bytes = (hex: string): Hash => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const flipped = (hash: Hash): Hash => hash.map((byte, at) => (at === 0 ? byte ^ 8 : byte));

/** The eight leaves of Certificate Transparency's own tests, and the roots of the trees of one to eight of them. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const N = {
  leaf1: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  pair23: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  four4: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  leaf4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  pair67: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  pair45: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  leaf6: 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
};
const root = (size: number) => ({ size, root: bytes(ROOTS[size - 1] ?? '') });

describe('hashes (RFC 9162 2.1.1)', () => {
  test('of nothing, of a leaf, of a node', async () => {
    expect(hex(await emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(await leafHash(Buffer.from('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(hex(await nodeHash(Buffer.from('N123'), Buffer.from('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });
});

// OA-LOG-08
describe('inclusion (RFC 9162 2.1.3)', () => {
  const vectors: readonly [index: number, size: number, proof: readonly string[]][] = [
    [0, 1, []],
    [0, 8, [N.leaf1, N.pair23, N.four4]],
    [5, 8, [N.leaf4, N.pair67, ROOTS[3] ?? '']],
    [2, 3, [ROOTS[1] ?? '']],
    [1, 5, [ROOTS[0] ?? '', N.pair23, N.leaf4]],
  ];

  test.each(vectors)('leaf %i of %i', async (index, size, texts) => {
    const leaf = await leafHash(bytes(LEAVES[index] ?? ''));
    const proof = texts.map(bytes);
    const holds = (changes: { at?: number; size?: number; leaf?: Hash; proof?: readonly Hash[] }) =>
      verifyInclusion(
        { size: changes.size ?? size, root: root(size).root },
        changes.at ?? index,
        changes.leaf ?? leaf,
        changes.proof ?? proof,
      );
    expect(await holds({})).toBe(true);
    expect(await holds({ at: index + 1 })).toBe(false);
    expect(await holds({ at: index - 1 })).toBe(false);
    expect(await holds({ leaf: flipped(leaf) })).toBe(false);
    expect(await holds({ leaf: leaf.slice(1) })).toBe(false);
    expect(await holds({ proof: [...proof, leaf] })).toBe(false);
    expect(await holds({ proof: [leaf, ...proof] })).toBe(false);
    expect(await holds({ size: 2 * size })).toBe(false);
    for (const [at, hash] of proof.entries()) {
      expect(await holds({ proof: proof.with(at, flipped(hash)) })).toBe(false);
      expect(await holds({ proof: proof.filter((_, other) => other !== at) })).toBe(false);
    }
    expect(await holds({})).toBe(true);
  });
});

// OA-LOG-09
describe('consistency (RFC 9162 2.1.4)', () => {
  const vectors: readonly [from: number, to: number, proof: readonly string[]][] = [
    [1, 1, []],
    [1, 8, [N.leaf1, N.pair23, N.four4]],
    [6, 8, [N.pair45, N.pair67, ROOTS[3] ?? '']],
    [2, 5, [N.pair23, N.leaf4]],
    [6, 7, [N.pair45, N.leaf6, ROOTS[3] ?? '']],
  ];

  test.each(vectors)('%i begins %i', async (from, to, texts) => {
    const proof = texts.map(bytes);
    const holds = (path: readonly Hash[], old = root(from), now = root(to)) =>
      verifyConsistency(old, now, path);
    expect(await holds(proof)).toBe(true);
    expect(await holds([...proof, root(from).root])).toBe(false);
    expect(await holds([root(to).root, ...proof])).toBe(false);
    expect(await holds(proof, { ...root(from), root: flipped(root(from).root) })).toBe(false);
    expect(await holds(proof, root(from), { ...root(to), root: flipped(root(to).root) })).toBe(false);
    for (const [at, hash] of proof.entries()) {
      expect(await holds(proof.with(at, flipped(hash)))).toBe(false);
      expect(await holds(proof.slice(0, at))).toBe(false);
    }
    expect(await holds(proof)).toBe(true);
  });

  test('every tree begins with the empty one, and none with a larger one', async () => {
    const empty = { size: 0, root: await emptyRoot() };
    expect(await verifyConsistency(empty, root(8), [])).toBe(true);
    expect(await verifyConsistency(empty, root(8), [root(8).root])).toBe(false);
    expect(await verifyConsistency(root(8), root(7), [])).toBe(false);
  });
});

/** `<name>+<key id>+<base64>` as golang.org/x/mod/sumdb/note writes it; the base64 itself may have a plus in it. */
function noteKey(text: string): NoteKey {
  const [name = '', , ...rest] = text.split('+');
  const key = Buffer.from(rest.join('+'), 'base64').subarray(1);
  return { name, publicJwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key) } };
}

describe('signed notes (C2SP)', () => {
  const SUMDB = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
  const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const NOTE =
    'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  test.each([SUMDB, NEUMANN])('key %s', async (text) => {
    expect(await verifierKey(noteKey(text))).toBe(text);
    expect(await noteKeyId(noteKey(text))).toBe(text.split('+')[1]);
  });

  test('a note that other software has signed', async () => {
    const note = readNote(NOTE);
    expect(await isSignedBy(note, noteKey(NEUMANN))).toBe(true);
    expect(await isSignedBy(note, noteKey(SUMDB))).toBe(false);
    expect(await isSignedBy(readNote(NOTE.replace('answer', 'Answer')), noteKey(NEUMANN))).toBe(false);
  });
});

// OA-LOG-07
describe('checkpoints', () => {
  async function signed(): Promise<{ note: string; key: NoteKey; checkpoint: Checkpoint }> {
    const { publicJwk, privateJwk } = await generateKeyPair('Ed25519');
    const key = { name: 'trust.example/log', publicJwk: publicJwk as OkpPublicJwk };
    const checkpoint = { origin: key.name, ...root(7) };
    const note = await signCheckpoint(checkpoint, key, localSigner(privateJwk, { kid: 'x' }));
    return { note, key, checkpoint };
  }

  test('say which log, how large and which root, and are good with the signature of a witness beside', async () => {
    const { note, key, checkpoint } = await signed();
    expect(note.split('\n').slice(0, 4)).toEqual([
      'trust.example/log',
      '7',
      Buffer.from(checkpoint.root).toString('base64'),
      '',
    ]);
    const witness = `— witness.example/w ${Buffer.alloc(76, 7).toString('base64')}\n`;
    expect(await openCheckpoint(note, key)).toEqual(checkpoint);
    expect(await openCheckpoint(note + witness, key)).toEqual(checkpoint);
  });

  test('with one thing changed they are refused', async () => {
    const { note, key } = await signed();
    const other = (await signed()).key;
    const spoiled: readonly [string, string, NoteKey][] = [
      ['origin', note.replace('trust.example/log\n7', 'other.example/log\n7'), key],
      ['size', note.replace('\n7\n', '\n07\n'), key],
      ['signature', note.replace('\n7\n', '\n8\n'), key],
      ['signature', note, other],
      ['root', note.replace(/\n7\n.{4}/, '\n7\n'), key],
      ['note_form', note.replace('\n\n', '\n'), key],
      ['note_text', note.replace('\n7\n', '\n7\r\n'), key],
      ['note_signature', note.replace('— ', '- '), key],
      ['note_size', note + 'x'.repeat(20_000), key],
    ];
    for (const [rule, text, by] of spoiled) {
      await expect(openCheckpoint(text, by)).rejects.toMatchObject({
        code: 'log_checkpoint_invalid',
        evidence: { rule },
      });
    }
    expect((await openCheckpoint(note, key)).size).toBe(7);
  });

  test('each single bit of the note counts', async () => {
    const { note, key } = await signed();
    const raw = Buffer.from(note);
    for (let at = 0; at < raw.length; at += 1) {
      const changed = Buffer.from(raw);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(openCheckpoint(changed.toString(), key)).rejects.toMatchObject({
        code: 'log_checkpoint_invalid',
      });
    }
    expect((await openCheckpoint(note, key)).size).toBe(7);
  });
});

describe('tiles (C2SP)', () => {
  test.each([
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['2/001.p/17', { level: 2, index: 1, width: 17 }],
    ['entries/x001/000.p/255', { level: 'entries', index: 1_000, width: 255 }],
  ] as const)('%s', (path, name) => {
    expect(readTilePath(path)).toEqual(name);
    expect(tilePath(name)).toBe(path);
  });

  test.each([
    '0/00',
    '0/x000/001',
    '0/1234',
    '00/000',
    '7/000',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/001/002',
    'entries',
    '../000',
  ])('%s is none', (path) => {
    expect(readTilePath(path)).toBeUndefined();
  });

  test.each([Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY])('%d is no number of hashes', (count) => {
    expect(() => tilePath({ level: 0, index: count, width: 256 })).toThrow(RangeError);
    expect(() => [...tilesOf(count)]).toThrow(RangeError);
    expect([...tilesOf(1)]).toEqual([{ level: 0, index: 0, width: 1 }]);
  });

  test('a tree of 70,000 has the tiles that the text of C2SP counts', () => {
    const names = [...tilesOf(70_000)];
    const count = (level: number, width: number) =>
      names.filter((name) => name.level === level && name.width === width).length;
    expect([count(0, 256), count(0, 112), count(1, 256), count(1, 17), count(2, 1)]).toEqual([
      273, 1, 1, 1, 1,
    ]);
    expect(names).toHaveLength(277);
    expect(widthOf({ level: 1, index: 0 }, 256)).toBe(1);
  });
});
