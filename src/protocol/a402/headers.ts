import { decodeBase64url, encodeBase64url } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import type { PaymentNeeded, PaymentProof, PaymentValidation } from '../generated/types.ts';
import {
  type Validator,
  validatePaymentNeeded,
  validatePaymentProof,
  validatePaymentValidation,
} from '../generated/validators.js';
import { parseStrict } from '../json/index.ts';
import { A402_HEADER_MAX_CHARS } from '../limits.ts';
import { assertSchema } from '../messages/schema.ts';

/** The three headers (ACT PSD-PAY-A402), and the one with which a buyer says who it is. */
export const A402_HEADERS = {
  needed: 'Payment-Needed',
  proof: 'Payment-Proof',
  validation: 'Payment-Validation',
  buyer: 'Act-Agent',
} as const;

const encoder = new TextEncoder();

/** Base64URL of UTF-8 JSON. @see PSD-PAY-A402-14 */
export function encodeA402(value: PaymentNeeded | PaymentProof | PaymentValidation): string {
  return encodeBase64url(encoder.encode(JSON.stringify(value)));
}

function decode<T>(validator: Validator<T>, text: string): T {
  if (text.length > A402_HEADER_MAX_CHARS) throw new ActError('a402_header_malformed', { rule: 'size' });
  try {
    return assertSchema(validator, parseStrict(decodeBase64url(text, 'a402_header_malformed')));
  } catch (error) {
    if (!(error instanceof ActError) || error.code === 'a402_header_malformed') throw error;
    throw new ActError('a402_header_malformed', { rule: error.code, ...error.evidence });
  }
}

/** @throws ActError a402_header_malformed */
export function decodePaymentNeeded(text: string): PaymentNeeded {
  return decode(validatePaymentNeeded, text);
}

/** @throws ActError a402_header_malformed */
export function decodePaymentProof(text: string): PaymentProof {
  return decode(validatePaymentProof, text);
}

/** @throws ActError a402_header_malformed */
export function decodePaymentValidation(text: string): PaymentValidation {
  return decode(validatePaymentValidation, text);
}
