import { ActError } from '../../errors/index.ts';
import { X5C_MAX_CERTIFICATES } from '../../limits.ts';
import type { PathRequest } from '../path.ts';

/**
 * At most four certificates, the anchor included. Looked at before a single byte is decoded.
 *
 * @throws x509_chain_too_long
 * @see catalogue X13
 */
export function checkSize({ x5c }: PathRequest): void {
  if (x5c.length > X5C_MAX_CERTIFICATES) {
    throw new ActError('x509_chain_too_long', { certificates: x5c.length, limit: X5C_MAX_CERTIFICATES });
  }
}
