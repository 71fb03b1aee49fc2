import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './case.ts';

/**
 * Makes the folder of a report with the empty record in it, before any case runs: a report that cannot be written is worth
 * knowing at once. One folder after the other, because Node's recursive way never comes back below /proc.
 *
 * @returns the path of the record
 * @throws UsageError
 */
export function openReport(folder: string): string {
  const record = join(folder, 'report.jsonl');
  try {
    makeFolder(resolve(folder));
    writeFileSync(record, '');
    return record;
  } catch (error) {
    throw new UsageError(
      `The report ${folder} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
    );
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
