import { StartError } from '../http/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { type AttestedAgent, attest } from './attestation.ts';
import {
  BACKDATED_SECONDS,
  type CertifiedEntity,
  certify,
  keepAuthority,
  keepRoot,
  listedChains,
} from './certificates.ts';
import { begunIn } from './folder-claim.ts';
import {
  keepTrustListKey,
  type Published,
  publishTrustList,
  readPublished,
  type TrustListEntry,
} from './trust-list.ts';

export interface PlannedEntity extends CertifiedEntity {
  readonly endpoints?: NonNullable<TrustListEntry['endpoints']>;
  /** What people call it. */
  readonly name?: string;
}

/** Who takes part: entities with certificates, and agents with a provider's statement. */
export interface ProvisionPlan {
  /** The operator of the trust list. */
  readonly operator: string;
  readonly entities: readonly PlannedEntity[];
  readonly agents?: readonly AttestedAgent[];
}

export interface Provisioned extends Published {
  readonly certificatesIssued: number;
  readonly attestationsIssued: number;
}

/**
 * Writes everything that a plan needs into a folder: root, authorities, keys with certificates, agents' keys and
 * statements, and the signed trust list. On a folder that exists keys are kept; certificates and statements are
 * renewed near their end, and the list is published anew (next sequence) only when it has to say something else or
 * nears its next_update.
 *
 * @param now Unix seconds
 * @throws StartError when the folder cannot be written or holds damaged files; ActError for a plan that does not fit
 */
export function provision(dir: string, plan: ProvisionPlan, now: number): Promise<Provisioned> {
  return begunIn(dir, () => provisionAlone(dir, plan, now));
}

async function provisionAlone(dir: string, plan: ProvisionPlan, now: number): Promise<Provisioned> {
  await keepRoot(dir, now);
  await keepTrustListKey(dir);
  let certificatesIssued = 0;
  for (const entity of plan.entities) certificatesIssued += await certify(dir, entity, now);
  let attestationsIssued = 0;
  for (const agent of plan.agents ?? []) {
    if (await attest(dir, agent, providerFolder(plan, agent), now)) attestationsIssued += 1;
  }
  const entries = await entriesFor(dir, plan, now);
  const published = await publishTrustList({ dir, operator: plan.operator, entries, now });
  return { ...published, certificatesIssued, attestationsIssued };
}

function providerFolder(plan: ProvisionPlan, agent: AttestedAgent): string {
  const provider = plan.entities.find(({ id, role }) => id === agent.provider && role === 'AGENT_PROVIDER');
  if (provider === undefined) throw new StartError(`The plan has no agent provider ${agent.provider}.`);
  return provider.folder;
}

/**
 * What the list already says about an entity (status, history, revoked certificates) is kept, and so is an entry that
 * the plan does not name: nobody leaves the list but by `trustPublish`.
 */
async function entriesFor(dir: string, plan: ProvisionPlan, now: number): Promise<TrustListEntry[]> {
  const last = (await readPublished(dir))?.entries ?? [];
  const same = (entry: TrustListEntry, { id, role }: PlannedEntity) =>
    entry.entity === id && entry.role === role;
  const entries: TrustListEntry[] = [];
  for (const entity of plan.entities) {
    const { id, role, endpoints, name } = entity;
    const known = last.find((entry) => same(entry, entity));
    const certificates = await listedChains(dir, entity);
    entries.push({
      entity: id,
      role,
      anchors: known?.anchors ?? [await keepAuthority(dir, role, now)],
      status: known?.status ?? 'ACTIVE',
      // As far back as the certificates: a reader's clock may be slower than this one.
      history: known?.history ?? [{ status: 'ACTIVE', from: formatUtcSeconds(now - BACKDATED_SECONDS) }],
      ...(known?.revoked_certificates ? { revoked_certificates: known.revoked_certificates } : {}),
      ...(known?.revocations ? { revocations: known.revocations } : {}),
      ...(certificates ? { certificates } : {}),
      ...(endpoints ? { endpoints } : {}),
      ...(name === undefined ? {} : { name }),
    });
  }
  const unnamed = last.filter((entry) => !plan.entities.some((entity) => same(entry, entity)));
  return [...entries, ...unnamed];
}
