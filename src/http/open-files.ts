import { readFileSync } from 'node:fs';
import type { ConnectionBounds } from './connections.ts';
import type { Logger } from './log.ts';

/** As many as connections beyond the bounds, and as a database, its log, and calls to others take. */
const BESIDE_CONNECTIONS = 200;
const OWN_LIMITS = '/proc/self/limits';
const OPEN_FILES = /^Max open files +([0-9]+) /m;

/**
 * Says in the log that the process may open fewer files than its connections need: beyond that limit the system ends
 * connections without an answer. Where the system does not tell the limit, nothing is said.
 *
 * @param limits the file that tells it
 */
export function warnOfFewFiles(log: Logger, { inAll }: ConnectionBounds, limits = OWN_LIMITS): void {
  const allowed = allowedFiles(limits);
  const needed = inAll + BESIDE_CONNECTIONS;
  if (allowed === undefined || allowed >= needed) return;
  log.warn({ allowed, needed }, 'this process may open fewer files than OPENACT_CONNECTIONS needs');
}

function allowedFiles(limits: string): number | undefined {
  try {
    const [, soft] = OPEN_FILES.exec(readFileSync(limits, 'utf8')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}
