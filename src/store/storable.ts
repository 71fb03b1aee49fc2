import { ActError } from '../protocol/errors/index.ts';
import type { SqlValue } from './types.ts';

/**
 * U+0000 can stand in JSON and in the path of an address, and in no text of PostgreSQL: every engine refuses it as the
 * sender's fault, before it looks like an outage of the storage.
 *
 * @throws ActError schema_mismatch
 * @see OA-SCH-01
 */
export function assertStorable(params: readonly SqlValue[] = []): void {
  for (const value of params) {
    if (typeof value === 'string' && value.includes('\0'))
      throw new ActError('schema_mismatch', { rule: 'nul' });
  }
}
