import { ActError } from '../../protocol/errors/index.ts';
import type { CreditAssociation, CreditMappingClaims } from '../../protocol/generated/types.ts';
import { validateCreditAssociation } from '../../protocol/generated/validators.js';
import { canonicalText, type JsonValue } from '../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import type { ClaimedRelationship, CreditParts, MappedTriple, SubjectAssertion } from './ports.ts';
import { keepRule } from './tables.ts';

/**
 * The subject's credit assertion, which has to be this subject's and good.
 *
 * @throws ActError credit_assertion_invalid; credit_assertion_unavailable when it cannot be asked about
 * @see TSD-CRD-MAP-03
 */
export async function goodAssertion(
  { sources }: CreditParts,
  ref: string,
  subject: string,
  now: number,
): Promise<SubjectAssertion> {
  const found = await sources.assertion(ref).catch((error: unknown): never => {
    throw error instanceof ActError ? new ActError('credit_assertion_unavailable') : error;
  });
  if (found === undefined || found.subject !== subject || !found.valid || now >= found.validUntil) {
    throw new ActError('credit_assertion_invalid', { rule: 'assertion' });
  }
  return found;
}

/** What everything but the mapped triple of an association is made of. */
export type Confirmable = Omit<
  CreditAssociation,
  'mapped_value' | 'mapping_policy' | 'usage_bound' | 'credit_source'
>;

/**
 * Maps, and puts what came of it into what the subject is to confirm. A mapping without its policy, version or bound is
 * no mapping.
 *
 * @throws ActError credit_mapping_inconsistent; credit_inconclusive when the mapping cannot be reached
 * @see TSD-CRD-MAP-04, TSD-CRD-MAP-09, TSD-CRD-MAP-11, TSD-CRD-MAP-12, TSD-CRD-MAP-13
 */
export async function mapped(parts: CreditParts, confirmable: Confirmable): Promise<CreditAssociation> {
  const { subject_assertion_ref, subject_id, agent_id, role, relationship_evidence, purposes } = confirmable;
  const claim: ClaimedRelationship = {
    subject: subject_id,
    agent: agent_id,
    role,
    evidence: relationship_evidence,
  };
  const triple = await parts.sources
    .map(subject_assertion_ref, claim, purposes)
    .catch((error: unknown): never => {
      throw error instanceof ActError ? new ActError('credit_inconclusive') : error;
    });
  const association = assertWhole(confirmable, triple);
  await assertSameRule(parts, triple);
  return association;
}

/** @throws ActError credit_mapping_inconsistent when the triple, or its bound, lacks a part */
function assertWhole(
  confirmable: Confirmable,
  { mapped_value, mapping_policy, usage_bound }: MappedTriple,
): CreditAssociation {
  const association = {
    ...confirmable,
    ...{ mapped_value, mapping_policy, usage_bound },
    credit_source: 'ASSOCIATED_CREDIT',
  };
  try {
    return assertSchema(validateCreditAssociation, association as unknown as JsonValue);
  } catch (error) {
    throw error instanceof ActError ? new ActError('credit_mapping_inconsistent', error.evidence) : error;
  }
}

/**
 * A rule that says something else has another version: values under one id and version are comparable.
 *
 * @throws ActError credit_mapping_inconsistent
 * @see TSD-CRD-MAP-07
 */
async function assertSameRule(
  { store }: CreditParts,
  { mapping_policy, rule_digest }: MappedTriple,
): Promise<void> {
  if (await store.transact((tx) => keepRule(tx, mapping_policy, rule_digest))) return;
  throw new ActError('credit_mapping_inconsistent', { rule: 'policy_version' });
}

/** The agent's associated credit statement: the mapped value, where it comes from, and what it may be used for. */
export async function signMapping(parts: CreditParts, association: CreditAssociation): Promise<string> {
  const now = parts.clock();
  const claims: CreditMappingClaims = {
    iss: parts.id,
    sub: association.agent_id,
    jti: newId(parts.random, 'map'),
    iat: now,
    exp: endOf(association),
    ...statedIn(association),
  };
  return signMessage('creditMapping', claims, parts.signer);
}

/** The end of an association in Unix seconds; the service gives every one an end. */
export function endOf({ valid_from, valid_until }: CreditAssociation): number {
  return parseUtcSeconds(valid_until ?? valid_from);
}

function statedIn(association: CreditAssociation) {
  const { application_id, subject_assertion_ref, mapped_value, credit_source } = association;
  const { mapping_policy, usage_bound, purposes, scope } = association;
  return {
    ...{ application_id, subject_assertion_ref, mapped_value, credit_source },
    ...{ mapping_policy, usage_bound, purposes, scope },
  };
}

/**
 * Whoever issues compares what is to be issued with the statement about the agent, member by member.
 *
 * @throws ActError credit_mapping_inconsistent
 * @see TSD-CRD-ASC-09, TSD-CRD-ASC-12, TSD-CRD-MAP-11
 */
export function assertMapped(mapping: string, association: CreditAssociation, now: number): void {
  const { claims } = readMessage('creditMapping', mapping);
  const stated = statedIn(association);
  const { iss: _iss, sub, jti: _jti, iat: _iat, exp, ...rest } = claims;
  const same =
    sub === association.agent_id &&
    canonicalText(rest as unknown as JsonValue) === canonicalText(stated as unknown as JsonValue);
  if (!same || now >= exp) {
    throw new ActError('credit_mapping_inconsistent', { rule: 'statement', until: formatUtcSeconds(exp) });
  }
}
