import { jwkThumbprint, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { RecordParticipant, RecordSignature } from '../../protocol/generated/types.ts';
import { EKU } from '../../protocol/x509/index.ts';
import { verifyAttestation } from '../attestation.ts';
import { assertAccepted } from '../check.ts';
import { assertCertified } from '../institution.ts';
import { leafKeyOf } from '../trust/leaf-key.ts';
import { trustListAt } from '../trust/status-at.ts';
import type { Role, TrustList } from '../trust/trust-list.ts';
import type { FoundKey } from './ports.ts';

const INSTITUTION: Partial<Record<RecordParticipant['role'], Role>> = {
  IAC_ISSUER: 'IAC_ISSUER',
  PSP: 'PSP',
  MERCHANT: 'MERCHANT',
};
/** Whoever acts as an agent signs as one: no provider’s statement stands in for the entry of an institution. */
const AGENTS: ReadonlySet<RecordParticipant['role']> = new Set([
  'PAYER_AGENT',
  'PAYEE_AGENT',
  'DELEGATOR_AGENT',
]);

/**
 * The key of a record's signer at the time of its event, out of a trust list: an institution by the certificate in the
 * record, judged for that time under its entry's anchors and history; an agent by its provider's statement of that
 * time. A key that was replaced since is good for events of its own time, and so is that of an institution that was
 * suspended since; one that was not yet, or no longer, or never certified is not available.
 *
 * @param at Unix seconds
 * @see TSD-ATT-OFF-26, TSD-ATT-SVF-09, TSD-ATT-SVF-10, TSD-ATT-SVF-27, OA-TRL-11, OA-TRL-12
 */
export async function keyFromTrustList(
  trustList: TrustList,
  signature: RecordSignature,
  role: RecordParticipant['role'],
  at: number,
): Promise<FoundKey | undefined> {
  const then = trustListAt(trustList, at);
  try {
    const { x5c } = signature;
    return x5c === undefined
      ? await agentKey(then, signature, role, at)
      : await institutionKey(then, signature.signer, INSTITUTION[role], x5c, at);
  } catch (error) {
    if (error instanceof ActError) return undefined;
    throw error;
  }
}

async function institutionKey(
  trustList: TrustList,
  entity: string,
  role: Role | undefined,
  x5c: readonly string[],
  at: number,
): Promise<FoundKey | undefined> {
  const [leaf] = x5c;
  if (role === undefined || leaf === undefined) return undefined;
  await assertCertified({ trustList, entity, role, eku: EKU.record, now: at, x5c });
  return { publicJwk: leafKeyOf(leaf), source: `trust list ${trustList.sequence}, ${role}` };
}

async function agentKey(
  trustList: TrustList,
  { signer, kid, attestation }: RecordSignature,
  role: RecordParticipant['role'],
  at: number,
): Promise<FoundKey | undefined> {
  if (attestation === undefined || !AGENTS.has(role)) return undefined;
  const judged = await verifyAttestation(attestation, { trustList, now: at });
  assertAccepted(judged);
  const { sub, iss, cnf } = judged.facts.claims;
  const publicJwk = publicJwkFrom(cnf.jwk);
  if (sub !== signer || (await jwkThumbprint(publicJwk)) !== kid) return undefined;
  return { publicJwk, source: `statement of ${iss}` };
}
