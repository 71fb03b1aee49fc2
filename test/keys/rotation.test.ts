/** OA-KEY-21: every key of the table in spec/04-keys.md is replaced, and what follows is what the table says. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSigner, readKeyFile, readPinnedKeys } from '../../src/http/key-file.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import type { MessageKind } from '../../src/protocol/messages/registry.ts';
import { decodeBase64 } from '../../src/protocol/x509/base64.ts';
import { EKU } from '../../src/protocol/x509/oids.ts';
import { thumbprintOf } from '../../src/protocol/x509/thumbprint.ts';
import { type CertifiedRole, trustCertify, trustPublish } from '../../src/trust/index.ts';
import { assertCertified, openTrustList, type TrustList } from '../../src/verifier/index.ts';
import { createActors } from '../../src/verifier/testing/actors.ts';
import { buildWorld } from '../../src/verifier/testing/world.ts';
import { type CertifiedKey, certifiedKeys, ID, KeyUnavailable, NOW } from './certified.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CERTIFICATE_SECONDS = 366 * 86_400;
const ROLES: readonly CertifiedRole[] = [
  ...([
    'IAC_ISSUER',
    'PSP',
    'MERCHANT',
    'AGENT_PROVIDER',
    'LOG',
    'DISPUTE_HANDLER',
    'CREDIT_SERVICE',
  ] as const),
];

/** The table: names of keys with the last arcs of their extended key usages. */
const TABLE = new Map(
  readFileSync(join(ROOT, 'spec/04-keys.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!key \||---)/.test(line) && line.split('|').length === 8)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(
      ([, key = '', , eku = '']) =>
        [key, [...eku.matchAll(/`\.(\d+)`/g)].map(([, arc]) => Number(arc))] as const,
    ),
);

/** Keys without a certificate: where they are replaced, against the servers that know them. */
const ELSEWHERE: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  device: [
    [
      'src/issuer/devices/enrolment.test.ts',
      'a device is replaced by a second one beside it, and then removed',
    ],
  ],
  'sub-account': [
    [
      'test/e2e/key-rotation.test.ts',
      'the key of a sub-account is replaced by a second sub-account beside the first',
    ],
    ['test/e2e/a402.test.ts', 'kills the key for good; a new one brings the money back into use'],
  ],
  runtime: [
    [
      'test/e2e/key-rotation.test.ts',
      'the key of a runtime is replaced by a second mandate beside the first',
    ],
  ],
  agent: [['test/e2e/key-rotation.test.ts', 'is replaced while mandates run: the former one serves those']],
  subject: [
    ['src/trust/credit/verification.test.ts', 'the key of a subject is replaced at the credit service'],
  ],
  'trust list': [['src/trust/rotation.test.ts', 'is replaced in three steps: nobody is left without a list']],
};

/** Whose key signs each message: one that is added has to be put under a key of the table. */
const SIGNED_WITH: Readonly<Record<MessageKind, string>> = {
  mandate: 'issuer-mandate',
  enrolment: 'issuer-mandate',
  confirmation: 'device',
  attestation: 'agent-provider',
  paymentRequest: 'agent',
  quote: 'merchant-quote',
  receipt: 'PSP-receipt',
  refusal: 'PSP-receipt',
  command: 'PSP-command',
  holderProof: 'agent',
  statusList: 'issuer-status',
  trustList: 'trust list',
  anchor: 'record',
  finding: 'finding',
  creditApplication: 'subject',
  creditMapping: 'credit',
  creditRequest: 'merchant-quote',
  creditAnswer: 'credit',
  creditAuthorization: 'subject',
  creditStatus: 'credit',
};

let dir: string;
let keys: Readonly<Record<string, CertifiedKey>>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'openact-keys-'));
  keys = certifiedKeys(await buildWorld(await createActors()));
});
afterAll(() => rm(dir, { recursive: true }));

const CERTIFIED = [...TABLE.keys()].filter((key) => ELSEWHERE[key] === undefined);

describe('the list of keys', () => {
  test('is that of the table: a key that nobody replaces is missed', () => {
    expect(TABLE.size).toBeGreaterThan(15);
    expect([...Object.keys(keys), ...Object.keys(ELSEWHERE)].sort()).toEqual([...TABLE.keys()].sort());
  });

  test('holds every purpose that certificates are issued for, and every file of every role', async () => {
    const files = new Set<string>();
    for (const role of ROLES) {
      const folder = `all-${role}`;
      await trustCertify(dir, { id: ID.psp, role, folder }, NOW);
      for (const name of readdirSync(join(dir, folder))) files.add(`${role} ${name}`);
    }
    const holders = Object.values(keys).flatMap((key) => key.holders);
    expect(new Set(holders.map(({ role, file }) => `${role} ${file}`))).toEqual(files);
    const arcs = new Set([...TABLE.values()].flat());
    // The trust list itself is signed with a bare key: its arc is reserved.
    const issued = Object.entries(EKU).filter(([name]) => name !== 'trustList');
    expect(arcs).toEqual(new Set(issued.map(([, oid]) => Number(oid.split('.').at(-1)))));
    for (const [name, { holders: own }] of Object.entries(keys)) {
      for (const { signs } of own) {
        const signed = new Set(signs.map(({ eku }) => Number(eku.split('.').at(-1))));
        expect(signed, name).toEqual(new Set(TABLE.get(name)));
      }
    }
  });

  test('has a key for every message', () => {
    for (const key of Object.values(SIGNED_WITH)) expect([...TABLE.keys()]).toContain(key);
  });

  test.each(Object.entries(ELSEWHERE))('%s is replaced in a test that is there', (_key, tests) => {
    for (const [file, title] of tests) expect(readFileSync(join(ROOT, file), 'utf8')).toContain(title);
  });
});

async function codeOf(judging: Promise<unknown>): Promise<string> {
  return judging.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof KeyUnavailable) return 'record_key_unavailable';
      return error instanceof ActError ? error.code : String(error);
    },
  );
}

describe.each(CERTIFIED)('OA-KEY-21 the key %s', (name) => {
  test('is replaced with an overlap, and a lost one ends', async () => {
    for (const { id, role, file, signs } of keys[name]?.holders ?? []) {
      const trust = join(dir, `${name} ${role}`.replaceAll(' ', '-'));
      const folder = join(trust, 'one');
      const entity = { id, role, folder: 'one' };
      const operator = 'did:act:trust.example/list';
      const publish = async (now: number, change: object = {}): Promise<void> => {
        await trustPublish(trust, { operator, changes: [{ ...entity, ...change }], now });
      };
      const list = async (now: number): Promise<TrustList> => {
        const compact = await readFile(join(trust, 'trust-list.jwt'), 'utf8');
        return openTrustList(compact.trim(), await readPinnedKeys(join(trust, 'trust-list.pub.json')), now);
      };
      const key = async () => {
        const { header } = await readKeyFile(join(folder, file));
        const x5c = 'x5c' in header ? header.x5c : [];
        return { x5c, thumbprint: await thumbprintOf(decodeBase64(x5c[0] ?? '')) };
      };
      const texts = async (at: number): Promise<string[]> => {
        const signer = await loadSigner(join(folder, file));
        return Promise.all(signs.map((one) => one.sign({ signer, folder }, at)));
      };
      const judged = async (all: readonly string[], now: number): Promise<string[]> => {
        const trustList = await list(now);
        return Promise.all(signs.map((one, at) => codeOf(one.judge(all[at] ?? '', { trustList, now }))));
      };
      const good = signs.map(() => 'ok');
      const dead = signs.map(({ refusedAs = 'x509_revoked' }) => refusedAs);

      await trustCertify(trust, entity, NOW);
      await publish(NOW);
      const before = await texts(NOW);
      const former = await key();
      expect(await judged(before, NOW)).toEqual(good);

      // Another key is good at once, and takes nothing from the former one, not even from what that signs now.
      await trustCertify(trust, entity, NOW + 10, 'renew');
      expect(await judged(before, NOW + 10)).toEqual(good);
      await publish(NOW + 10);
      const next = await key();
      expect(next.thumbprint).not.toBe(former.thumbprint);
      const after = await texts(NOW + 20);
      for (const texts of [before, after]) expect(await judged(texts, NOW + 30)).toEqual(good);

      // Lost at a moment: what is of before it stays where the past is judged; everything else ends then.
      const lost = NOW + 40;
      await publish(NOW + 30, { revokedCertificates: [former.thumbprint], revokedFrom: lost });
      expect(await judged(before, lost - 1)).toEqual(good);
      expect(await judged(before, lost)).toEqual(
        dead.map((code, at) => (signs[at]?.ofItsTime ? 'ok' : code)),
      );
      expect(await judged(after, lost)).toEqual(good);

      // Lost nobody knows when: nothing of it is good, and the next key is.
      await publish(NOW + 50, { revokedCertificates: [former.thumbprint] });
      expect(await judged(before, NOW + 50)).toEqual(dead);
      expect(await judged(after, NOW + 50)).toEqual(good);
    }
  });

  test('ends with its certificate, where nobody has lost it', async () => {
    for (const { id, role, file, signs } of keys[name]?.holders ?? []) {
      const trust = join(dir, `${name} ${role} end`.replaceAll(' ', '-'));
      const entity = { id, role, folder: 'one' };
      const chain = async () => {
        const { header } = await readKeyFile(join(trust, 'one', file));
        return 'x5c' in header ? header.x5c : [];
      };
      const accepted = async (x5c: readonly string[], now: number) => {
        const compact = (await readFile(join(trust, 'trust-list.jwt'), 'utf8')).trim();
        const trustList = await openTrustList(
          compact,
          await readPinnedKeys(join(trust, 'trust-list.pub.json')),
          now,
        );
        const codes = signs.map(({ eku }) =>
          codeOf(assertCertified({ trustList, entity: id, role, eku, now, x5c })),
        );
        return new Set(await Promise.all(codes));
      };
      const operator = 'did:act:trust.example/list';
      await trustCertify(trust, entity, NOW);
      const former = await chain();
      await trustCertify(trust, entity, NOW + 60, 'renew');
      const end = NOW + CERTIFICATE_SECONDS;
      await trustPublish(trust, { operator, changes: [entity], now: end - 60 });
      expect(await accepted(former, end - 1)).toEqual(new Set(['ok']));
      expect(await accepted(former, end + 30)).toEqual(new Set(['x509_expired']));
      expect(await accepted(await chain(), end + 30)).toEqual(new Set(['ok']));
    }
  });
});
