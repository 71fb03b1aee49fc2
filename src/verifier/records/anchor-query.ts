import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { AttestationRecord } from '../../protocol/generated/types.ts';
import type { FoundAnchor, RecordPorts } from './ports.ts';

export const ANCHOR_TIMEOUT_MILLISECONDS = 30_000;
export const ANCHOR_RETRIES = 3;

/**
 * Asks the log, once and up to three times again, thirty seconds each. A log that does not answer says nothing: neither
 * that the anchor is there nor that it is not.
 *
 * @see TSD-ATT-SVF-17, TSD-ATT-SVF-19
 */
export async function findAnchor(
  record: AttestationRecord,
  ports: Pick<RecordPorts, 'anchor' | 'deadline'>,
): Promise<FoundAnchor | { readonly missing: Code } | 'timeout'> {
  for (let tries = 0; tries <= ANCHOR_RETRIES; tries += 1) {
    const answer = await Promise.race([
      ports.anchor(record).catch(silence),
      ports.deadline(ANCHOR_TIMEOUT_MILLISECONDS).then(() => undefined),
    ]);
    if (answer !== undefined) return answer;
  }
  return 'timeout';
}

function silence(error: unknown): undefined {
  if (!(error instanceof ActError)) throw error;
  return undefined;
}
