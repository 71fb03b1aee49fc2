import { base64, base64url } from '../forge/bytes.ts';
import {
  accept,
  type Case,
  type Change,
  context,
  flags,
  input,
  refuse,
  together,
  type VectorSuite,
} from '../forge/cases.ts';
import type { JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import {
  anchoredOf,
  checkpointOf,
  consistencyOf,
  INDEX,
  inclusionOf,
  LOG_NAME,
  leafOfAnchor,
  leafOfText,
  logKey,
  type NoteChanges,
  rootOf,
  SIZE,
  signatureLine,
  someLeaves,
} from '../forge/log.ts';
import { buildWorld, type World } from '../forge/world.ts';
import { jwk } from './shared.ts';

export const LOG_KEY: JsonObject = { name: LOG_NAME, jwk: jwk(logKey) };
const otherKey = keyOf('otherLog', 'Ed25519');

const BAD_NOTE = ['OA-LOG-07', 'log_checkpoint_invalid'] as const;
const BAD_PLACE = ['OA-LOG-08', 'log_inclusion_invalid'] as const;
const BAD_GROWTH = ['OA-LOG-09', 'log_inconsistent'] as const;

/** The first bit of a hash turned. */
const turned = (hash: Uint8Array): Uint8Array => hash.map((byte, at) => (at === 0 ? byte ^ 0x80 : byte));

const root = rootOf(someLeaves(SIZE));
const good = checkpointOf(SIZE, root);
const values: JsonObject = { origin: LOG_NAME, size: SIZE, root: base64url(root) };
const note = (changes: NoteChanges) => input('/checkpoint', checkpointOf(SIZE, root, changes));
const noteText = (change: (note: string) => string) => input('/checkpoint', change(good));
const line = good.slice(good.lastIndexOf('\n\n') + 2);
const [, , signature = ''] = line.trim().split(' ');
const raw = new Uint8Array(Buffer.from(signature, 'base64'));
const withSignature = (bytes: Uint8Array) => noteText((text) => text.replace(signature, base64(bytes)));

const checkpointCases: readonly Case[] = [
  { ...accept('OA-LOG-07', 'a checkpoint of this log'), values },
  {
    ...accept(
      'OA-LOG-07',
      'a witness has signed beside',
      noteText((text) => `${text}${signatureLine('witnessed', 'witness.example/w', otherKey)}`),
    ),
    values,
  },
  {
    ...accept(
      'OA-LOG-07',
      'a checkpoint of the empty log',
      input('/checkpoint', checkpointOf(0, rootOf([]))),
      flags('Edge'),
    ),
    values: { ...values, size: 0, root: base64url(rootOf([])) },
  },
  {
    ...accept(
      'OA-LOG-07',
      'an extension line that is signed',
      note({ text: (text) => `${text}2026-11-20\n` }),
    ),
    values,
  },
  ...(
    [
      ['another key under the name of the log', note({ key: otherKey })],
      ['a signature under another name', note({ name: 'trust.example/other' })],
      ['only a witness has signed', note({ name: 'witness.example/w', key: otherKey })],
      ['a size changed after it was signed', noteText((text) => text.replace('\n11\n', '\n12\n'))],
      [
        'a root changed after it was signed',
        noteText((text) => text.replace(base64(root), base64(turned(root)))),
      ],
      [
        'the first bit of the signature turned',
        withSignature(raw.map((byte, at) => (at === 4 ? byte ^ 0x80 : byte))),
      ],
      ['the last byte of the signature gone', withSignature(raw.subarray(0, -1))],
      ['no byte of a signature', withSignature(raw.subarray(0, 4))],
      ['another log', note({ text: (text) => text.replace(LOG_NAME, 'trust.example/other') })],
      ['a size with a leading zero', note({ text: (text) => text.replace('\n11\n', '\n011\n') })],
      ['a size below zero', note({ text: (text) => text.replace('\n11\n', '\n-1\n') })],
      [
        'a size that no double holds',
        note({ text: (text) => text.replace('\n11\n', '\n9007199254740993\n') }),
      ],
      ['a root of 31 bytes', note({ text: (text) => text.replace(base64(root), base64(root.subarray(1))) })],
      ['a root in base64url', note({ text: (text) => text.replace(base64(root), base64url(root)) })],
      ['no root', note({ text: (text) => text.replace(`${base64(root)}\n`, '') })],
      ['a carriage return', note({ text: (text) => text.replace('\n11\n', '\n11\r\n') })],
      ['a hyphen for the dash', noteText((text) => text.replace('\u2014', '-'))],
      ['no line feed at the end', noteText((text) => text.slice(0, -1))],
      ['nothing between text and signature', noteText((text) => text.replace('\n\n', '\n'))],
      ['no signature', noteText((text) => text.slice(0, text.lastIndexOf('\n\n') + 2))],
      ['two signatures of the log, one of them wrong', noteText((text) => `${text}${signatureLine('else')}`)],
      ['seventeen signatures', noteText((text) => `${text}${line.repeat(16)}`)],
      ['a note over 16 KiB', note({ text: (text) => `${text}${'x'.repeat(16_384)}\n` })],
    ] as const
  ).map(([comment, change]) => refuse(...BAD_NOTE, comment, change)),
  refuse(...BAD_NOTE, 'a reader with the key of another log', context('/log_key/jwk', jwk(otherKey))),
];

interface Shown {
  readonly index: number;
  readonly size: number;
}

/** The log of the world's anchor at another place of another tree. */
function placed({ index, size }: Shown): Change {
  const leavesOf = ({ tokens }: World) => someLeaves(size).with(index, leafOfAnchor(tokens.anchor));
  return together(
    input('/index', index),
    input('/checkpoint', (world) => checkpointOf(size, rootOf(leavesOf(world)))),
    input('/inclusion', (world) => inclusionOf(index, leavesOf(world)).map(base64url)),
  );
}

const anchor = buildWorld().tokens.anchor;
const leaf = leafOfAnchor(anchor);

function shows({ index, size }: Shown, one: Case): Case {
  const shown = base64url(rootOf(someLeaves(size).with(index, leaf)));
  return { ...one, values: { leaf: base64url(leaf), size, root: shown } };
}

const leaves = someLeaves(SIZE).with(INDEX, leaf);
const path = inclusionOf(INDEX, leaves);
const proof = (hashes: readonly Uint8Array[]) => input('/inclusion', hashes.map(base64url));

const inclusionCases: readonly Case[] = [
  shows({ index: INDEX, size: SIZE }, accept('OA-LOG-08', 'an anchor in the log')),
  ...(
    [
      ['the only anchor of a log', 0, 1],
      ['the first of two', 0, 2],
      ['the last of two', 1, 2],
      ['the last of a tree that is no power of two', 10, 11],
      ['the first of a whole tree', 0, 8],
      ['the last of a whole tree', 7, 8],
      ['the lone leaf after a whole tree', 8, 9],
    ] as const
  ).map(([comment, index, size]) =>
    shows({ index, size }, accept('OA-LOG-08', comment, placed({ index, size }), flags('Edge'))),
  ),
  {
    ...shows(
      { index: INDEX, size: SIZE },
      accept(
        'OA-LOG-07',
        'a former key of the log',
        context('/log_keys', [{ name: LOG_NAME, jwk: jwk(otherKey) }, LOG_KEY]),
      ),
    ),
  },
  refuse(
    ...BAD_PLACE,
    'OA-LOG-12: the anchor itself as the leaf, and not its digest',
    input('/checkpoint', checkpointOf(SIZE, rootOf(someLeaves(SIZE).with(INDEX, leafOfText(anchor))))),
  ),
  ...(
    [
      ['the place before', input('/index', INDEX - 1)],
      ['the place after', input('/index', INDEX + 1)],
      ['a place past the end', input('/index', SIZE)],
      ['a place below zero', input('/index', -1)],
      ['a place between two', input('/index', INDEX + 0.5)],
      ['no path', proof([])],
      ['a hash too few', proof(path.slice(0, -1))],
      ['a hash too many', proof([...path, leaf])],
      ['the leaf as a first hash', proof([leaf, ...path])],
      ['two hashes changed over', proof(path.with(0, path[1] ?? leaf).with(1, path[0] ?? leaf))],
      ...path.map(
        (hash, at) => [`hash ${at} of the path turned`, proof(path.with(at, turned(hash)))] as const,
      ),
      ['a hash of 31 bytes', proof(path.with(0, (path[0] ?? leaf).subarray(1)))],
      ['the checkpoint of a log without the anchor', input('/checkpoint', good)],
      ['a checkpoint of a larger log', input('/checkpoint', checkpointOf(12, rootOf([...leaves, leaf])))],
      ['another anchor', input('/anchor', ({ tokens }) => tokens.receipt)],
      ['the anchor of the empty log', input('/checkpoint', checkpointOf(0, rootOf([])))],
    ] as const
  ).map(([comment, change]) => refuse(...BAD_PLACE, comment, change)),
  refuse(
    ...BAD_NOTE,
    'a checkpoint of another key',
    input('/checkpoint', checkpointOf(SIZE, rootOf(leaves), { key: otherKey })),
  ),
  refuse(...BAD_NOTE, 'a reader who knows no key of the log', context('/log_keys', [])),
];

const FROM = 6;
const grown = consistencyOf(FROM, someLeaves(SIZE));
const headOf = (size: number): JsonObject => ({ size, root: base64url(rootOf(someLeaves(size))) });
const growth = (hashes: readonly Uint8Array[]) => input('/proof', hashes.map(base64url));
const between = (from: number, to: number): Change =>
  together(
    input('/from', headOf(from)),
    input('/to', headOf(to)),
    growth(from === 0 ? [] : consistencyOf(from, someLeaves(to))),
  );

/** The second entry is another one; the proof is honest about the tree of now. */
const rewrittenLeaves = someLeaves(SIZE).with(1, leaf);
const rewritten = { root: rootOf(rewrittenLeaves), proof: consistencyOf(FROM, rewrittenLeaves) };
const shorterLeaves = someLeaves(SIZE).filter((_, at) => at !== 1);
const shortened = {
  head: { size: SIZE - 1, root: base64url(rootOf(shorterLeaves)) },
  proof: consistencyOf(FROM, shorterLeaves),
};

const consistencyCases: readonly Case[] = [
  accept('OA-LOG-09', 'a log that has grown'),
  ...(
    [
      ['the same log', 11, 11],
      ['a log that was empty', 0, 11],
      ['a log of one', 1, 2],
      ['a whole tree that has grown', 4, 11],
      ['a whole tree that has doubled', 4, 8],
      ['one more than a whole tree', 8, 9],
      ['one less than a whole tree', 7, 8],
      ['one more', 10, 11],
    ] as const
  ).map(([comment, from, to]) => accept('OA-LOG-09', comment, between(from, to), flags('Edge'))),
  ...(
    [
      ['no proof', growth([])],
      ['a hash too few', growth(grown.slice(0, -1))],
      ['a hash too many', growth([...grown, root])],
      ['the root then as a first hash', growth([rootOf(someLeaves(FROM)), ...grown])],
      ...grown.map(
        (hash, at) => [`hash ${at} of the proof turned`, growth(grown.with(at, turned(hash)))] as const,
      ),
      ['a hash of 33 bytes', growth(grown.with(0, new Uint8Array([...(grown[0] ?? root), 0])))],
      ['another root then', input('/from/root', base64url(turned(rootOf(someLeaves(FROM)))))],
      ['another root now', input('/to/root', base64url(turned(root)))],
      ['another size then', input('/from/size', FROM - 1)],
      ['another size now', input('/to/size', 2 * SIZE)],
      ['a log that has become smaller', together(input('/from', headOf(SIZE)), input('/to', headOf(FROM)))],
      [
        'a fork of the same size',
        together(input('/from', { size: SIZE, root: base64url(rootOf(leaves)) }), growth([])),
      ],
      [
        'an entry that was rewritten',
        together(input('/to/root', base64url(rewritten.root)), growth(rewritten.proof)),
      ],
      ['an entry that was taken out', together(input('/to', shortened.head), growth(shortened.proof))],
      ['an empty log with another root', input('/from', { size: 0, root: base64url(root) }), growth([])],
    ] as const
  ).map(([comment, ...changes]) => refuse(...BAD_GROWTH, comment, ...changes)),
];

export const logProofSuite: VectorSuite = {
  name: 'log-proof',
  groups: [
    {
      operation: 'open_checkpoint',
      description:
        'A checkpoint as a C2SP signed note, read with the one key that the log is known by. `root` comes out in base64url.',
      obligations: [],
      input: () => ({ checkpoint: good }),
      context: () => ({ log_key: LOG_KEY }),
      cases: checkpointCases,
    },
    {
      operation: 'verify_inclusion',
      description:
        'That an anchor stands in the log: the leaf is 0x00 and the SHA-256 of its compact JWS, hashed; the path is RFC 9162 2.1.3, lowest hash first.',
      obligations: [],
      input: ({ tokens }) => anchoredOf(tokens.anchor),
      context: () => ({ log_keys: [LOG_KEY] }),
      cases: inclusionCases,
    },
    {
      operation: 'verify_consistency',
      description:
        'That the log of now begins with the log of then: RFC 9162 2.1.4, over two sizes with their roots.',
      obligations: [],
      input: () => ({ from: headOf(FROM), to: headOf(SIZE), proof: grown.map(base64url) }),
      context: () => ({}),
      cases: consistencyCases,
    },
  ],
};
