import type { IacPayload, MandateClaims } from '../../protocol/generated/types.ts';
import type { Random } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { Queries } from '../../store/index.ts';
import type { Decision, DecisionHandler } from '../confirmation/index.ts';
import { type Signing, writeClaims } from '../signing/index.ts';
import { writeIssued } from './events.ts';
import { type MandateRow, readMandateRow } from './mandate-row.ts';
import { allotStatusIndex, type StatusPlace } from './status-index.ts';
import { statusListUri } from './status-list.ts';

export interface GrantDeps {
  readonly issuerId: string;
  readonly baseUrl: string;
  readonly random: Random;
  readonly signing: Signing;
}

/** Under which id the signed mandate is kept. */
export function mandateMessageId(delegationId: string): string {
  return `mandate:${delegationId}`;
}

/**
 * What a delegator's decision does to the mandate: denied, or issued. The claims are written with the decision;
 * the signature follows the commit (ADD-IAC-ISS: one confirmation is enough to issue).
 */
export function mandateDecisions(deps: GrantDeps): DecisionHandler {
  return {
    async decided(tx, decision) {
      const row = await readMandateRow(tx, decision.subjectId);
      if (decision.outcome === 'DENIED') await deny(tx, row);
      else await issue(deps, tx, row, decision);
    },
    async committed(decision) {
      if (decision.outcome === 'APPROVED') await deps.signing.complete(mandateMessageId(decision.subjectId));
    },
  };
}

async function deny(tx: Queries, row: MandateRow): Promise<void> {
  await tx.run(
    `UPDATE iac_mandates SET state = 'DENIED', revision = revision + 1 WHERE delegation_id = $1 AND state = 'PENDING'`,
    [row.delegationId],
  );
}

async function issue(deps: GrantDeps, tx: Queries, row: MandateRow, decision: Decision): Promise<void> {
  const place = await allotStatusIndex(tx, deps.random);
  await tx.run(
    `UPDATE iac_mandates SET state = 'ISSUED', revision = revision + 1, status_list = $2, status_index = $3
     WHERE delegation_id = $1 AND state = 'PENDING'`,
    [row.delegationId, place.list, place.index],
  );
  await writeClaims(tx, mandateMessageId(row.delegationId), 'mandate', claimsOf(deps, row, decision, place));
  const { issuerId } = deps;
  await writeIssued(tx, { row, issuerId, confirmationDigest: decision.evidenceDigest, now: decision.now });
}

/** Method and time come from the evidence: the agent states neither. */
function confirmedIac(iac: IacPayload, decision: Decision): IacPayload {
  return {
    ...iac,
    user_confirmation_method: decision.method,
    user_confirmation_timestamp: formatUtcSeconds(decision.confirmedAt),
  };
}

function claimsOf(deps: GrantDeps, row: MandateRow, decision: Decision, place: StatusPlace): MandateClaims {
  return {
    iss: deps.issuerId,
    jti: row.delegationId,
    sub: row.delegator,
    aud: row.pspId,
    iat: decision.now,
    nbf: row.startsAt,
    exp: row.endsAt,
    cnf: { jkt: row.agentJkt },
    status: { status_list: { idx: place.index, uri: statusListUri(deps.baseUrl, place.list) } },
    confirmation_digest: decision.evidenceDigest,
    iac: confirmedIac(row.iac, decision),
  };
}
