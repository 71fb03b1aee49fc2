import type { Check } from '../../check.ts';
import type { InstitutionFacts } from '../../facts/signer.ts';
import { statusAt } from '../../trust/status-at.ts';

/** OpenACT trust list, OA-TRL-05: the sender's entry is ACTIVE now, by its status and by its history. */
export const check: Check<InstitutionFacts> = {
  requirement: 'OA-TRL-05',
  name: 'sender active',
  run({ trustList, entity, role, now }) {
    const entry = trustList.entry(entity, role);
    // Whoever is not listed was refused as not trusted.
    if (entry === undefined) return undefined;
    const dated = statusAt(entry.history, now);
    if (entry.status === 'ACTIVE' && dated === 'ACTIVE') return undefined;
    return {
      code: 'issuer_suspended',
      evidence: { entity, role, status: entry.status, status_now: dated ?? 'NONE' },
    };
  },
};
