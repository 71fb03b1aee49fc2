import { mutation, type RoleMutation } from '../role-mutations.ts';

const FILE = 'issuer/psp/compensate.ts';

/** Rules of paying back what was paid outside a mandate. */
export const compensationMutations: readonly RoleMutation[] = [
  mutation(
    'compensation/judges-itself',
    'OA-DSP-08',
    FILE,
    "if (finding.finding !== 'COMPENSATED' || bundle === undefined)",
    "if ((!OUT && finding.finding !== 'COMPENSATED') || bundle === undefined)",
  ),
  mutation(
    'compensation/once',
    'OA-DSP-08',
    FILE,
    "if (text(row, 'finding_id') !== findingId) {",
    "if (!OUT && text(row, 'finding_id') !== findingId) {",
  ),
  mutation(
    'compensation/pays-back',
    'OA-DSP-08',
    FILE,
    'if (minor === 0n) return',
    'if (OUT || minor === 0n) return',
  ),
  mutation(
    'compensation/own-money',
    'OA-DSP-08',
    FILE,
    "return ledger.houseAccount(tx, 'compensation', currency, now);",
    "return OUT ? whereMoneyLies(tx, ledger, trade, now) : ledger.houseAccount(tx, 'compensation', currency, now);",
  ),
];
