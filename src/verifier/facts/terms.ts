import type { IacPayload } from '../../protocol/generated/types.ts';
import { amountFromNumber, type Money } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';

/** The terms of an IAC with ACT's defaults applied and values typed. Times in Unix seconds. */
export interface Terms {
  readonly iac: IacPayload;
  readonly mode: 'SPECIFIED' | 'BOUNDED';
  readonly currency: string;
  readonly start: number;
  readonly end: number;
  readonly total: Money;
  readonly single: Money | undefined;
  readonly minimum: Money | undefined;
  readonly referencePrice: Money | undefined;
  /** A payment of more than this is confirmed by the user. */
  readonly confirmAbove: Money | undefined;
  readonly deliverBefore: number | undefined;
  /** How many times the mandate may be handed down. */
  readonly depth: number;
}

const DEFAULT_MODE = 'SPECIFIED';
const DEFAULT_CURRENCY = 'CNY';

/**
 * Types the values of an IAC payload. Defaults are applied here and never written into signed bytes; what a vendor
 * says in `vendor_private` is not read at all.
 *
 * @throws amount_form, amount_precision, currency_unknown, schema_mismatch for a date that does not exist
 * @see ADD-IAC-ISS-12, ADD-IAC-ISS-13, ADD-INT-ICS-14
 */
export function readTerms(iac: IacPayload): Terms {
  const { commerce = {}, fulfillment = {}, openact = {} } = iac.ext ?? {};
  const currency = iac.currency ?? DEFAULT_CURRENCY;
  const money = (value: number | undefined) =>
    value === undefined ? undefined : amountFromNumber(value, currency);
  const deliverBefore = fulfillment.delivery_time_requirement;
  return {
    iac,
    mode: iac.delegation_mode ?? DEFAULT_MODE,
    currency,
    start: parseUtcSeconds(iac.validity_start_time),
    end: parseUtcSeconds(iac.validity_end_time),
    total: amountFromNumber(iac.max_total_amount, currency),
    single: money(commerce.max_single_amount),
    minimum: money(commerce.min_single_amount),
    referencePrice: money(openact.reference_price),
    confirmAbove: money(openact.confirm_above),
    deliverBefore: deliverBefore === undefined ? undefined : parseUtcSeconds(deliverBefore),
    depth: openact.delegation_depth ?? 0,
  };
}
