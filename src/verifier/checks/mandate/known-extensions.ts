import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** The constraints of this profile that are evaluated. */
const KNOWN: ReadonlySet<string> = new Set([
  'times_limit',
  'reference_price',
  'quote_digest',
  'runtime',
  'autonomy_level',
  'confirm_above',
  'parent_mandate',
  'delegation_depth',
]);

/** OpenACT mandate, OA-MND-05: a constraint that is not known is not kept, so the mandate is refused. */
export const check: Check<OnTerms> = {
  requirement: 'OA-MND-05',
  name: 'known extensions',
  run({ mandate }) {
    const members = Object.keys(mandate.terms.iac.ext?.openact ?? {});
    const unknown = members.filter((member) => !KNOWN.has(member)).length;
    if (unknown === 0) return undefined;
    return { code: 'mandate_extension_unknown', evidence: { unknown } };
  },
};
