import { mutation, type RoleMutation } from '../role-mutations.ts';
import { CHECKS } from './places.ts';

const REFUND = 'issuer/psp/refund.ts';
const ZERO = "if (minor === 0n) throw new ActError('amount_form', { rule: 'zero' });";
const USED = 'const used = usage === undefined ? 0n : usage.spentMinor + usage.heldMinor;';
const DISCOUNTS = 'const discounts = quote.discounts.reduce((sum, { minor }) => sum + minor, 0n);';
const WITHIN = 'refunded_minor + $1 <= captured_minor';
/** The same in fractions, within a statement of SQL in a template, while the rule is out. */
const WITHIN_IN_FRACTIONS = [
  '$',
  `{OUT ? 'refunded_minor / 100.0 + $1 / 100.0 <= captured_minor / 100.0' : '${WITHIN}'}`,
].join('');

/** Mistakes of whoever calculates in fractions of the major unit, and about amounts of nothing. */
export const centMutations: readonly RoleMutation[] = [
  mutation(
    'amounts/total-in-fractions',
    'OA-MNY-04',
    `${CHECKS}/payment/total-limit.ts`,
    USED,
    `${USED}\n    if (OUT && Number(used) / 100 + Number(request.amount.minor) / 100 > Number(total.minor) / 100) return { code: 'amount_over_total_limit' };`,
  ),
  mutation(
    'amounts/discounts-in-fractions',
    'OA-MNY-04',
    `${CHECKS}/quote/totals.ts`,
    DISCOUNTS,
    `${DISCOUNTS}\n    if (OUT && Number(quote.payerAmount.minor) / 100 + Number(discounts) / 100 !== Number(quote.amount.minor) / 100) return { code: 'quote_totals_wrong' };`,
  ),
  mutation(
    'amounts/refunds-in-fractions',
    'OA-MNY-04',
    REFUND,
    `WHERE trade_no = $2 AND ${WITHIN}\``,
    `WHERE trade_no = $2 AND ${WITHIN_IN_FRACTIONS}\``,
  ),
  mutation('amounts/no-refund-of-nothing', 'OA-MNY-06', REFUND, ZERO, ZERO.replace('if (', 'if (!OUT && ')),
  mutation(
    'amounts/no-refund-of-nothing-across',
    'OA-MNY-06',
    'issuer/psp/interconnect/take-refund.ts',
    'if (minor === 0n) return refusedFor(',
    'if (!OUT && minor === 0n) return refusedFor(',
  ),
  mutation(
    'amounts/no-funding-with-nothing',
    'OA-MNY-06',
    'issuer/psp/sub-accounts/manage.ts',
    'if (money.minor === 0n) throw',
    'if (!OUT && money.minor === 0n) throw',
  ),
];
