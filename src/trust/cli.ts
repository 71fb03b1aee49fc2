import { StartError } from '../http/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import {
  type CertifiedEntity,
  certify,
  type Keys,
  keepAuthority,
  keepRoot,
  type ListedChain,
  listedChains,
} from './certificates.ts';
import { aloneIn, begunIn } from './folder-claim.ts';
import {
  keepTrustListKey,
  type Published,
  pinnedKeyPath,
  publishTrustList,
  readPublished,
  type TrustListEntry,
} from './trust-list.ts';

/**
 * `trust init`: makes root and trust list key in a folder; on one that has them nothing changes.
 *
 * @param now Unix seconds
 * @returns the path of the public key to pin
 * @throws StartError
 */
export function trustInit(dir: string, now: number): Promise<string> {
  return begunIn(dir, () => init(dir, now));
}

async function init(dir: string, now: number): Promise<string> {
  await keepRoot(dir, now);
  await keepTrustListKey(dir);
  return pinnedKeyPath(dir);
}

/**
 * `trust certify`: makes and certifies the keys of an entity in one role. Certificates are issued here and nowhere
 * else: there is no HTTP call for it.
 *
 * @param now Unix seconds
 * @returns how many certificates were issued
 * @throws StartError
 */
export function trustCertify(
  dir: string,
  entity: CertifiedEntity,
  now: number,
  keys: Keys = 'keep',
): Promise<number> {
  return begunIn(dir, async () => {
    await init(dir, now);
    return certify(dir, entity, now, keys);
  });
}

/** As schemas/trust-list.json has it; the oldest leave first. */
const CHAINS_MAX = 8;

/** One change of the list: an entity comes in, or its status, addresses or revoked certificates change. */
export interface EntryChange {
  readonly id: string;
  readonly role: CertifiedEntity['role'];
  readonly status?: TrustListEntry['status'];
  readonly endpoints?: NonNullable<TrustListEntry['endpoints']>;
  /** What people call it. */
  readonly name?: string;
  /** SHA-256 thumbprints (base64url) of certificates that are no longer good. */
  readonly revokedCertificates?: readonly string[];
  /** Unix seconds from which on they are not good; without it they never were. */
  readonly revokedFrom?: number;
  /** Where its keys are: their chains are listed beside those that are listed already. */
  readonly folder?: string;
}

export interface TrustPublication {
  /** Needed for the first list only. */
  readonly operator?: string;
  readonly changes?: readonly EntryChange[];
  /** Unix seconds. */
  readonly now: number;
}

/**
 * `trust publish`: applies changes to the published list and signs the next one. Entries that are not named stay as
 * they are; an entity leaves by the status WITHDRAWN, so that its history stays readable.
 *
 * @throws StartError
 */
export function trustPublish(dir: string, publication: TrustPublication): Promise<Published> {
  return aloneIn(dir, () => publish(dir, publication));
}

async function publish(dir: string, publication: TrustPublication): Promise<Published> {
  const { now, changes = [] } = publication;
  const last = await readPublished(dir);
  const operator = publication.operator ?? last?.iss;
  if (operator === undefined) throw new StartError('The first trust list needs its operator.');
  const entries = [...(last?.entries ?? [])];
  for (const change of changes) {
    const at = entries.findIndex(({ entity, role }) => entity === change.id && role === change.role);
    const entry = await changedEntry(dir, entries[at], change, now);
    if (at === -1) entries.push(entry);
    else entries[at] = entry;
  }
  if (entries.length === 0) throw new StartError('The first trust list needs an entry: an entity in a role.');
  return publishTrustList({ dir, operator, entries, now });
}

async function changedEntry(
  dir: string,
  known: TrustListEntry | undefined,
  change: EntryChange,
  now: number,
): Promise<TrustListEntry> {
  const status = change.status ?? known?.status ?? 'ACTIVE';
  const from = formatUtcSeconds(now);
  const history = known?.history ?? [];
  const endpoints = change.endpoints ?? known?.endpoints;
  const name = change.name ?? known?.name;
  const { revoked, revocations } = revokedAfter(known, change);
  const certificates = await chainsAfter(dir, known?.certificates ?? [], change, revoked);
  return {
    entity: change.id,
    role: change.role,
    anchors: known?.anchors ?? [await keepAuthority(dir, change.role, now)],
    status,
    history: known?.status === status ? history : [...history, { status, from }],
    ...(revoked.length > 0 ? { revoked_certificates: revoked } : {}),
    ...(revocations.length > 0 ? { revocations } : {}),
    ...(certificates.length > 0 ? { certificates } : {}),
    ...(endpoints ? { endpoints } : {}),
    ...(name === undefined ? {} : { name }),
  };
}

type Revocation = NonNullable<TrustListEntry['revocations']>[number];

/** Nothing that was revoked comes back: without a date is stronger than any date, and of two dates the earlier one counts. */
function revokedAfter(
  known: TrustListEntry | undefined,
  { revokedCertificates: added = [], revokedFrom }: EntryChange,
): { readonly revoked: string[]; readonly revocations: Revocation[] } {
  const always = revokedFrom === undefined ? added : [];
  const revoked = [...new Set([...(known?.revoked_certificates ?? []), ...always])];
  const dated = new Map((known?.revocations ?? []).map((one) => [one['x5t#S256'], one.from]));
  if (revokedFrom !== undefined) {
    const from = formatUtcSeconds(revokedFrom);
    for (const thumbprint of added) {
      const before = dated.get(thumbprint) ?? from;
      dated.set(thumbprint, before < from ? before : from);
    }
  }
  const revocations = [...dated]
    .filter(([thumbprint]) => !revoked.includes(thumbprint))
    .map(([thumbprint, from]) => ({ 'x5t#S256': thumbprint, from }));
  return { revoked, revocations };
}

/** Former chains stay, so that what was signed before a new key is still found; revoked ones leave. */
async function chainsAfter(
  dir: string,
  known: readonly ListedChain[],
  { id, role, folder }: EntryChange,
  revoked: readonly string[],
): Promise<ListedChain[]> {
  const added = folder === undefined ? [] : ((await listedChains(dir, { id, role, folder })) ?? []);
  const chains = new Map([...added, ...known].map((chain) => [chain['x5t#S256'], chain]));
  return [...chains.values()].filter((chain) => !revoked.includes(chain['x5t#S256'])).slice(0, CHAINS_MAX);
}
