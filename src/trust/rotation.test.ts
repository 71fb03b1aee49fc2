import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKeyFile, readPinnedKeys } from '../http/key-file.ts';
import { ActError } from '../protocol/errors/index.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import { decodeBase64 } from '../protocol/x509/base64.ts';
import { EKU } from '../protocol/x509/index.ts';
import { thumbprintOf } from '../protocol/x509/thumbprint.ts';
import { assertCertified, openTrustList, type PinnedKeys } from '../verifier/index.ts';
import { rotateTrustListKey, trustCertify, trustInit, trustPublish } from './index.ts';

const NOW = parseUtcSeconds('2026-11-20T09:00:00Z');
const operator = 'did:act:trust.example/list';
const ID = 'did:act:bank.example/one';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'openact-rotation-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function listBytes(): Promise<string> {
  return (await readFile(join(dir, 'trust-list.jwt'), 'utf8')).trim();
}

const pins = () => readPinnedKeys(join(dir, 'trust-list.pub.json'));

async function codeOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    () => 'ok',
    (error: unknown) => (error instanceof ActError ? error.code : String(error)),
  );
}

describe('OA-TRL-10 the key of the trust list', () => {
  const opens = (compact: string, keys: PinnedKeys) => codeOf(openTrustList(compact, keys, NOW));

  test('is replaced in three steps: nobody is left without a list, and the former key ends', async () => {
    await trustInit(dir, NOW);
    const entity = { id: ID, role: 'MERCHANT' } as const;
    await trustPublish(dir, { operator, changes: [entity], now: NOW });
    const [before, former] = [await listBytes(), await pins()];

    await rotateTrustListKey(dir, 'announce', NOW);
    const both = await pins();
    expect([former.length, both.length]).toEqual([1, 2]);
    expect([await opens(before, former), await opens(before, both)]).toEqual(['ok', 'ok']);

    await rotateTrustListKey(dir, 'switch', NOW);
    const after = await listBytes();
    expect(after).not.toBe(before);
    expect([await opens(before, both), await opens(after, both)]).toEqual(['ok', 'ok']);
    expect(await opens(after, former)).toBe('trust_list_signature_invalid');

    await rotateTrustListKey(dir, 'retire', NOW);
    const last = await pins();
    expect(last).toHaveLength(1);
    expect([await opens(before, last), await opens(await listBytes(), last)]).toEqual([
      'trust_list_signature_invalid',
      'ok',
    ]);
    expect(await opens(after, [])).toBe('TypeError: The list of pinned keys of the trust list is empty.');
  });

  test('is not switched before it was announced, nor retired before it was switched', async () => {
    await trustInit(dir, NOW);
    await expect(rotateTrustListKey(dir, 'switch', NOW)).rejects.toThrow('announced');
    await rotateTrustListKey(dir, 'announce', NOW);
    await expect(rotateTrustListKey(dir, 'retire', NOW)).rejects.toThrow('does not sign yet');
    await rotateTrustListKey(dir, 'switch', NOW);
    await expect(rotateTrustListKey(dir, 'announce', NOW)).rejects.toThrow('not retired');
    await rotateTrustListKey(dir, 'retire', NOW);
    await expect(rotateTrustListKey(dir, 'announce', NOW)).resolves.toMatch(/trust-list\.pub\.json$/);
  });
});

describe('OA-KEY-21 the key of an institution', () => {
  test.each([
    ['issuer-mandate', 'IAC_ISSUER', EKU.mandate],
    ['issuer-status', 'IAC_ISSUER', EKU.status],
    ['psp-receipt', 'PSP', EKU.receipt],
    ['merchant-quote', 'MERCHANT', EKU.quote],
    ['agent-provider', 'AGENT_PROVIDER', EKU.agentProvider],
  ] as const)('%s: former and new are good together, a revoked one is not', async (file, role, eku) => {
    const entity = { id: ID, role, folder: 'one' };
    const chain = async () => {
      const { jwk, header } = await readKeyFile(join(dir, 'one', `${file}.json`));
      return { jwk, x5c: 'x5c' in header ? header.x5c : [] };
    };
    const accepted = async (x5c: readonly string[]) => {
      const trustList = await openTrustList(await listBytes(), await pins(), NOW);
      return codeOf(assertCertified({ trustList, entity: ID, role, eku, now: NOW, x5c }));
    };
    await trustCertify(dir, entity, NOW);
    await trustPublish(dir, { operator, changes: [entity], now: NOW });
    const former = await chain();
    expect(await trustCertify(dir, entity, NOW)).toBe(0);
    await trustCertify(dir, entity, NOW, 'renew');
    await trustPublish(dir, { changes: [entity], now: NOW });
    const renewed = await chain();
    expect(renewed.jwk).not.toEqual(former.jwk);
    expect([await accepted(former.x5c), await accepted(renewed.x5c)]).toEqual(['ok', 'ok']);

    const lost = await thumbprintOf(decodeBase64(former.x5c[0] ?? ''));
    await trustPublish(dir, { changes: [{ ...entity, revokedCertificates: [lost] }], now: NOW });
    expect([await accepted(former.x5c), await accepted(renewed.x5c)]).toEqual(['x509_revoked', 'ok']);
  });

  test('that is named by thumbprint is listed beside the former one, until that is revoked', async () => {
    const entity = { id: ID, role: 'PSP', folder: 'one' } as const;
    const listed = async () => {
      const { entry } = await openTrustList(await listBytes(), await pins(), NOW);
      return (entry(ID, 'PSP')?.certificates ?? []).map((chain) => chain['x5t#S256']);
    };
    await trustCertify(dir, entity, NOW);
    await trustPublish(dir, { operator, changes: [entity], now: NOW });
    const [former = ''] = await listed();
    await trustCertify(dir, entity, NOW, 'renew');
    await trustPublish(dir, { changes: [entity], now: NOW });
    const both = await listed();
    expect([both.length, both.at(-1)]).toEqual([2, former]);
    await trustPublish(dir, { changes: [{ ...entity, revokedCertificates: [former] }], now: NOW });
    expect(await listed()).toEqual(both.slice(0, 1));
    await trustPublish(dir, { changes: [{ id: ID, role: 'PSP', status: 'SUSPENDED' }], now: NOW });
    expect(await listed()).toEqual(both.slice(0, 1));
  });
});
