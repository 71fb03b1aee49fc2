import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import type { Check } from '../../check.ts';
import type { InstitutionFacts } from '../../facts/signer.ts';
import type { TrustEntry } from '../../trust/trust-list.ts';

/** The status that the history gives for a moment; undefined before it begins. The order of its lines is not relied on. */
function statusAt(history: TrustEntry['history'], now: number): TrustEntry['status'] | undefined {
  let latest: { readonly status: TrustEntry['status']; readonly from: number } | undefined;
  for (const { status, from } of history) {
    const start = parseUtcSeconds(from);
    if (start <= now && (latest === undefined || start >= latest.from)) latest = { status, from: start };
  }
  return latest?.status;
}

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
