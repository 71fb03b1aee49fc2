import { SUBMITTERS, type SubmitterRole } from '../protocol/attestation/anchor.ts';
import { jwkThumbprint, type PublicJwk, publicJwkFrom } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AnchorClaims } from '../protocol/generated/types.ts';
import { verifyMessageSignature } from '../protocol/jws/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../protocol/limits.ts';
import { type Message, readMessage } from '../protocol/messages/read.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import { EKU } from '../protocol/x509/oids.ts';
import { verifyAttestation } from './attestation.ts';
import { assertAccepted } from './check.ts';
import { readSigner, type TrustContext } from './facts/signer.ts';
import { assertCertified } from './institution.ts';
import type { Role } from './trust/trust-list.ts';

/** An anchor whose submitter has signed it, and in which capacity. */
export interface VerifiedAnchor {
  readonly claims: AnchorClaims;
  readonly role: SubmitterRole;
}

/**
 * Judges an anchor: its form, who signed it, whether they may anchor this kind of event, and that it was not signed
 * before the event happened. Nothing is said of the record: that is compared by whoever has it.
 *
 * @see TSD-ATT-OCA-07, TSD-ATT-OCA-09
 * @param compact act-anchor+jwt
 * @param trust.now Unix seconds for which certificates and statements are judged
 * @param agentAttestation act-agent+jwt of a submitter that is an agent
 * @throws ActError jws_*, json_*, schema_mismatch, anchor_time_invalid, anchor_submitter_not_allowed,
 *   issuer_not_trusted, issuer_suspended, x509_*, and the codes of verifyAttestation
 */
export async function verifyAnchor(
  compact: string,
  trust: TrustContext,
  agentAttestation?: string,
): Promise<VerifiedAnchor> {
  const message = readMessage('anchor', compact);
  assertTimes(message.claims);
  const { kid } = message.decoded.header;
  const { key, role } =
    kid === undefined
      ? await institutionOf(message, trust)
      : await agentOf(message.claims, kid, trust, agentAttestation);
  if (!(await verifyMessageSignature(message.decoded, key))) {
    throw new ActError('jws_signature_invalid', { signer: message.claims.iss });
  }
  return { claims: message.claims, role };
}

/** TSD-ATT-OCA-01: what is anchored has happened. */
function assertTimes({ event_time, iat }: AnchorClaims): void {
  if (parseUtcSeconds(event_time) <= iat + REQUEST_TIME_SKEW_SECONDS) return;
  throw new ActError('anchor_time_invalid', { rule: 'event_after_anchor', iat });
}

interface Submitter {
  readonly key: PublicJwk;
  readonly role: SubmitterRole;
}

/** OA-LOG-01: an institution submits in a role of its own that knows of such events. */
async function institutionOf(message: Message<'anchor'>, trust: TrustContext): Promise<Submitter> {
  const { iss, event_type } = message.claims;
  const allowed = SUBMITTERS[event_type].filter((role): role is Role & SubmitterRole => role !== 'AGENT');
  const role = allowed.find((one) => trust.trustList.entry(iss, one) !== undefined);
  if (role === undefined) throw notAllowed(message.claims);
  const signer = readSigner(message, { role, eku: EKU.anchor }, trust);
  await assertCertified(signer);
  return { key: signer.leafKey, role };
}

/** OA-LOG-02: an agent's key is the one that its provider states. */
async function agentOf(
  claims: AnchorClaims,
  kid: string,
  trust: TrustContext,
  attestation: string | undefined,
): Promise<Submitter> {
  if (!SUBMITTERS[claims.event_type].includes('AGENT')) throw notAllowed(claims);
  if (attestation === undefined) throw new ActError('anchor_submitter_unknown', { submitter: claims.iss });
  const judged = await verifyAttestation(attestation, trust);
  assertAccepted(judged);
  const { sub, cnf } = judged.facts.claims;
  const key = publicJwkFrom(cnf.jwk);
  if (sub !== claims.iss || (await jwkThumbprint(key)) !== kid) {
    throw new ActError('anchor_submitter_unknown', { submitter: claims.iss });
  }
  return { key, role: 'AGENT' };
}

function notAllowed({ iss, event_type }: AnchorClaims): ActError {
  return new ActError('anchor_submitter_not_allowed', { submitter: iss, event_type });
}
