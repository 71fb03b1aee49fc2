import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Processes } from './servers.ts';

/** A folder that is removed afterwards, and processes that are stopped whatever happens. */
export async function withFolder<T>(work: (data: string, processes: Processes) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'openact-bench-'));
  const processes = new Processes();
  try {
    return await work(data, processes);
  } finally {
    await processes.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
