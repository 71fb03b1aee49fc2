import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readKeyFile } from '../http/key-file.ts';
import type { TrustListClaims } from '../protocol/generated/types.ts';
import { type Algorithm, generateKeyPair, publicJwkOf } from '../protocol/jws/index.ts';
import { decodeBase64 } from '../protocol/x509/base64.ts';
import { createRoot, EKU, issueCa, issueLeaf } from '../protocol/x509/index.ts';
import { thumbprintOf } from '../protocol/x509/thumbprint.ts';
import { certificateEnd } from './certificate-end.ts';
import { exists, keepFormer, readAuthority, signingPair, writeKeyFile } from './keystore.ts';

/** Roles that sign with certificates. */
export type CertifiedRole = TrustListClaims['entries'][number]['role'];

/** Who gets certificates: an entity in one role, with its key files in one folder below the trust folder. */
export interface CertifiedEntity {
  readonly id: string;
  readonly role: CertifiedRole;
  readonly folder: string;
}

/** A chain as the trust list carries it. */
export type ListedChain = NonNullable<TrustListClaims['entries'][number]['certificates']>[number];

const DAY_SECONDS = 86_400;
const ROOT_DAYS = 20 * 366;
const AUTHORITY_DAYS = 10 * 366;
const LEAF_DAYS = 366;
/** A certificate is issued anew, for the same key, when less than this is left. */
const RENEW_DAYS = 60;
/** Clocks of verifiers may be behind: nobody should have to wait for a new certificate. */
export const BACKDATED_SECONDS = 3_600;

interface Purpose {
  readonly file: string;
  readonly eku: readonly string[];
  /** ES256 where nothing else is said. */
  readonly alg?: Algorithm;
  /** Whether messages name the certificate by thumbprint, so that the list has to carry it. */
  readonly listed?: boolean;
}

/** One key for one purpose; the certificate says which. */
const PURPOSES: Readonly<Record<CertifiedRole, readonly Purpose[]>> = {
  IAC_ISSUER: [
    { file: 'issuer-mandate.json', eku: [EKU.mandate] },
    { file: 'issuer-status.json', eku: [EKU.status] },
    { file: 'issuer-record.json', eku: [EKU.record, EKU.anchor] },
  ],
  PSP: [
    { file: 'psp-receipt.json', eku: [EKU.receipt], listed: true },
    { file: 'psp-command.json', eku: [EKU.command] },
    { file: 'psp-record.json', eku: [EKU.record, EKU.anchor] },
  ],
  MERCHANT: [
    { file: 'merchant-quote.json', eku: [EKU.quote, EKU.command], listed: true },
    { file: 'merchant-record.json', eku: [EKU.record, EKU.anchor] },
  ],
  AGENT_PROVIDER: [{ file: 'agent-provider.json', eku: [EKU.agentProvider] }],
  // Checkpoints have no room for a certificate: readers find the key in the list.
  LOG: [{ file: 'log.json', eku: [EKU.log], alg: 'Ed25519', listed: true }],
  DISPUTE_HANDLER: [{ file: 'finding.json', eku: [EKU.finding] }],
  CREDIT_SERVICE: [{ file: 'credit.json', eku: [EKU.credit, EKU.command] }],
};

function rootPath(dir: string): string {
  return join(dir, 'root.json');
}

function authorityPath(dir: string, role: CertifiedRole): string {
  return join(dir, 'ca', `${role}.json`);
}

function serial(): Uint8Array {
  return new Uint8Array(randomBytes(16));
}

/** Makes the root, once. It stays offline: nothing but authorities is signed with it. @throws StartError */
export async function keepRoot(dir: string, now: number): Promise<void> {
  const path = rootPath(dir);
  if (await exists(path)) return;
  const { privateJwk } = await generateKeyPair('ES256');
  const certificate = await createRoot({
    serial: serial(),
    name: 'OpenACT root',
    now: now - BACKDATED_SECONDS,
    days: ROOT_DAYS,
    keys: await signingPair(privateJwk),
  });
  await writeKeyFile(path, { alg: 'ES256', jwk: privateJwk, header: { x5c: [certificate] } });
}

/**
 * The authority of one role, made once. Its certificate is the anchor of that role in the trust list and of no other,
 * so that what certifies merchants cannot certify an issuer.
 *
 * @returns standard base64 of the DER
 * @throws StartError
 */
export async function keepAuthority(dir: string, role: CertifiedRole, now: number): Promise<string> {
  const path = authorityPath(dir, role);
  if (!(await exists(path))) {
    const { publicJwk, privateJwk } = await generateKeyPair('ES256');
    const certificate = await issueCa({
      serial: serial(),
      issuer: await readAuthority(rootPath(dir)),
      name: `OpenACT ${role}`,
      publicKey: publicJwk,
      notBefore: now - BACKDATED_SECONDS,
      notAfter: now + AUTHORITY_DAYS * DAY_SECONDS,
      pathLength: 0,
    });
    await writeKeyFile(path, { alg: 'ES256', jwk: privateJwk, header: { x5c: [certificate] } });
  }
  return (await readAuthority(path)).certificate;
}

/** Whether an entity keeps its keys or gets new ones; the former ones stay good until they are revoked or end. */
export type Keys = 'keep' | 'renew';

/**
 * Makes the keys of an entity and certifies them. Keys are kept unless they are to be renewed; a certificate near its
 * end is replaced.
 *
 * @returns how many certificates were issued
 * @throws StartError
 * @see OA-KEY-21
 */
export async function certify(
  dir: string,
  entity: CertifiedEntity,
  now: number,
  keys: Keys = 'keep',
): Promise<number> {
  await keepAuthority(dir, entity.role, now);
  let issued = 0;
  for (const { file, eku, alg = 'ES256' } of PURPOSES[entity.role]) {
    const path = join(dir, entity.folder, file);
    if (keys === 'keep' && (await isCurrent(path, now))) continue;
    await certifyKey({ dir, path, entity, eku, alg, now, keys });
    issued += 1;
  }
  return issued;
}

/**
 * The chains of an entity whose messages name a certificate by thumbprint (OA-A402-13), or not at all, as checkpoints do;
 * undefined for other roles.
 *
 * @throws StartError
 */
export async function listedChains(
  dir: string,
  { role, folder }: CertifiedEntity,
): Promise<ListedChain[] | undefined> {
  const listed = PURPOSES[role].filter((purpose) => purpose.listed);
  if (listed.length === 0) return undefined;
  const chains: ListedChain[] = [];
  for (const { file } of listed) {
    const { header } = await readKeyFile(join(dir, folder, file));
    const [leaf, ...rest] = 'x5c' in header ? header.x5c : [];
    if (leaf === undefined) continue;
    chains.push({ 'x5t#S256': await thumbprintOf(decodeBase64(leaf)), x5c: [leaf, ...rest] });
  }
  return chains;
}

async function isCurrent(path: string, now: number): Promise<boolean> {
  if (!(await exists(path))) return false;
  const { header } = await readKeyFile(path);
  const leaf = 'x5c' in header ? header.x5c[0] : undefined;
  return leaf !== undefined && certificateEnd(leaf) > now + RENEW_DAYS * DAY_SECONDS;
}

interface KeyToCertify {
  readonly dir: string;
  readonly path: string;
  readonly entity: CertifiedEntity;
  readonly eku: readonly string[];
  readonly alg: Algorithm;
  readonly now: number;
  readonly keys: Keys;
}

async function certifyKey({ dir, path, entity, eku, alg, now, keys }: KeyToCertify): Promise<void> {
  const kept = keys === 'keep' && (await exists(path));
  const jwk = kept ? (await readKeyFile(path)).jwk : (await generateKeyPair(alg)).privateJwk;
  const leaf = await issueLeaf({
    serial: serial(),
    issuer: await readAuthority(authorityPath(dir, entity.role)),
    subjectUri: entity.id,
    commonName: entity.role,
    eku,
    publicKey: publicJwkOf(jwk),
    notBefore: now - BACKDATED_SECONDS,
    notAfter: now + LEAF_DAYS * DAY_SECONDS,
  });
  // Events of before wait for their record: only a key of that time can speak for them.
  if (eku.includes(EKU.record)) await keepFormer(path, now);
  await writeKeyFile(path, { alg, jwk, header: { x5c: [leaf] } });
}
