import type { Shown } from '../../../protocol/generated/types.ts';
import type { Check } from '../../check.ts';
import type { MandateFacts } from '../../facts/mandate.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/** For each part whether the mandate says what the user was shown. */
function agreement(shown: Shown, { claims }: MandateFacts, sameTerms: boolean) {
  return {
    kind: shown.kind === 'mandate',
    issuer: shown.issuer === claims.iss,
    psp_id: shown.psp_id === claims.aud,
    agent_id: shown.agent.agent_id === claims.iac.agent_id,
    jkt: shown.agent.jkt === claims.cnf.jkt,
    iac: sameTerms,
  };
}

/** OpenACT confirmation, OA-CNF-09: the mandate is the one that was shown, in every term. */
export const check: Check<Pick<PurchaseFacts, 'confirmation' | 'payment' | 'shownTermsAgree'>> = {
  requirement: 'OA-CNF-09',
  name: 'shown equals mandate',
  run({ confirmation, payment, shownTermsAgree }) {
    // What was handed down comes from the mandate that was shown.
    const [confirmed = payment.mandate] = payment.chain;
    const parts = agreement(confirmation.shown, confirmed, shownTermsAgree);
    const differing = Object.entries(parts).filter(([, agrees]) => !agrees);
    if (differing.length === 0) return undefined;
    return {
      code: 'shown_mandate_mismatch',
      evidence: { members: differing.map(([member]) => member).join(' ') },
    };
  },
};
