import { type CodeTable, row } from './table.ts';

/** Two payment services between which money is cleared. */
export const interconnectCodes = {
  interconnect_partner_unknown: row(
    403,
    'OA-ICN-01',
    'never',
    'The payment service that instructs is not a clearing partner of this one.',
    'correct',
  ),
  interconnect_instruction_altered: row(
    400,
    'OA-ICN-02',
    'never',
    'The instruction is not the one that the command was signed over.',
    'correct',
  ),
  interconnect_instruction_mismatch: row(
    403,
    'OA-ICN-03',
    'never',
    'What is instructed is not what the merchant offers.',
    'correct',
  ),
  interconnect_settlement_unsupported: row(
    403,
    'OA-ICN-04',
    'never',
    'Between two payment services only orders that are paid directly are cleared.',
    'other_merchant',
  ),
  promotion_not_granted: row(
    403,
    'OA-ICN-05',
    'after_correction',
    'The discount is not one that this payment service grants for this order.',
    'new_request',
  ),
  interconnect_cancelled: row(
    409,
    'OA-ICN-06',
    'never',
    'The payment service gave this trade number up before it was credited.',
    'new_request',
  ),
  interconnect_window_invalid: row(
    400,
    'OA-ICN-11',
    'after_correction',
    'The span is not over yet, not one, or holds more than a statement can.',
    'correct',
  ),
  interconnect_refused: row(
    403,
    'OA-ICN-07',
    'new_request',
    'The payment service of the payee refused; what was taken from the payer is given back.',
    'new_quote',
  ),
} as const satisfies CodeTable;
