/**
 * Writes wycheproof.json anew from a checkout of https://github.com/C2SP/wycheproof:
 *
 *   node conformance/external/select.ts <checkout> <commit>
 *
 * Of every file only what the profile can be asked is taken, member by member; see the NOTICE at the root.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface UpstreamTest {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly msg?: string;
  readonly sig?: string;
  readonly jws?: string | object;
  readonly result: 'valid' | 'invalid';
}

interface UpstreamGroup {
  readonly comment?: string;
  readonly publicKeyJwk?: Jwk;
  readonly publicKey?: { readonly wx?: string; readonly wy?: string; readonly pk?: string };
  readonly public?: Jwk;
  readonly private?: Jwk;
  readonly tests: readonly UpstreamTest[];
}

type Jwk = Readonly<Record<string, unknown>>;

const [checkout = '', commit = ''] = process.argv.slice(2);

function groupsOf(file: string): readonly UpstreamGroup[] {
  const text = readFileSync(join(checkout, 'testvectors_v1', file), 'utf8');
  return (JSON.parse(text) as { readonly testGroups: readonly UpstreamGroup[] }).testGroups;
}

/** Public members only, in the order that the profile has them. */
function publicOf({ kty, crv, x, y }: Jwk): Jwk {
  return { kty, crv, x, ...(y === undefined ? {} : { y }) };
}

/** A coordinate as 32 bytes: upstream writes numbers, with a leading zero where the first bit is set. */
function coordinate(hex = ''): string {
  return Buffer.from(hex.padStart(64, '0').slice(-64), 'hex').toString('base64url');
}

function keyOf({ publicKeyJwk, publicKey = {} }: UpstreamGroup): Jwk {
  if (publicKeyJwk !== undefined) return publicOf(publicKeyJwk);
  const { wx, wy, pk } = publicKey;
  return pk === undefined
    ? { kty: 'EC', crv: 'P-256', x: coordinate(wx), y: coordinate(wy) }
    : { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(pk, 'hex').toString('base64url') };
}

/** What else than signing a key is said to be for. */
function purposeOf({ use, key_ops: ops }: Jwk): Jwk {
  return {
    ...(use === undefined || use === 'sig' ? {} : { use }),
    ...(Array.isArray(ops) && !ops.includes('verify') ? { key_ops: ops } : {}),
  };
}

/** Groups that share a key are put together. */
function signatures(file: string): object[] {
  const byKey = new Map<string, object[]>();
  for (const group of groupsOf(file)) {
    const key = JSON.stringify(keyOf(group));
    const rows = group.tests.map(({ tcId, comment, flags, msg, sig, result }) => [
      tcId,
      result,
      flags.join(' '),
      comment,
      msg,
      sig,
    ]);
    byKey.set(key, [...(byKey.get(key) ?? []), ...rows]);
  }
  return [...byKey].map(([key, tests]) => ({ key: JSON.parse(key), tests }));
}

/** Tokens for a P-256 key whole; of every other algorithm the first valid one, which the profile refuses by its name. */
function tokens(file: string): object[] {
  const seen = new Set<string>();
  return groupsOf(file).flatMap(({ public: open, private: closed, comment = '', tests }) => {
    const key = open ?? closed ?? {};
    const isOurs = key.kty === 'EC' && key.crv === 'P-256';
    const alg = String(key.alg ?? key.kty);
    const first = tests.find(({ result }) => result === 'valid');
    const taken = isOurs ? tests : seen.has(alg) || first === undefined ? [] : [first];
    seen.add(alg);
    if (taken.length === 0) return [];
    const rows = taken.map(({ tcId, comment: said, flags, jws, result }) => [
      ...[tcId, result, flags.join(' '), said],
      typeof jws === 'string' ? jws : JSON.stringify(jws),
    ]);
    return [
      { comment, alg, ...(isOurs ? { key: { ...publicOf(key), ...purposeOf(key) } } : {}), tests: rows },
    ];
  });
}

const selection = {
  source: 'https://github.com/C2SP/wycheproof',
  commit,
  license: 'Apache-2.0',
  es256: {
    file: 'ecdsa_secp256r1_sha256_p1363_test.json',
    groups: signatures('ecdsa_secp256r1_sha256_p1363_test.json'),
  },
  ed25519: { file: 'ed25519_test.json', groups: signatures('ed25519_test.json') },
  jws: { file: 'json_web_signature_test.json', groups: tokens('json_web_signature_test.json') },
};
/** One test a line: a reader sees what changes when it is written anew. */
const text = JSON.stringify(selection, null, 1).replaceAll(
  /\[\n\s+(\d+,[\s\S]*?)\n\s+\]/g,
  (_, row: string) => `[${row.replaceAll(/\n\s+/g, ' ')}]`,
);
writeFileSync(new URL('wycheproof.json', import.meta.url), `${text}\n`);
