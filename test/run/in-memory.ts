import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** More than all temporary folders of a whole run need at a time. */
const ROOM_BYTES = 4 * 1024 ** 3;

/** Whether there is room, and programs that a test has put there may be run. */
function isFit(): boolean {
  if (!existsSync(MEMORY)) return false;
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const [, , , options = 'noexec'] = mounts.find((line) => line.split(' ')[1] === MEMORY)?.split(' ') ?? [];
  const { bavail, bsize } = statfsSync(MEMORY);
  return !options.split(',').includes('noexec') && bavail * bsize >= ROOM_BYTES;
}

/**
 * Keeps the temporary folders of a run in memory where the system has room there. Tests wait for thousands of commits to
 * reach the disk, and none can tell a disk from memory: what a killed process has written is there in both, and nobody
 * cuts the power.
 *
 * @returns what ends it, with all that was left there
 */
export function setup(): (() => void) | undefined {
  if (!isFit()) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'openact-tests-'));
  // A database server does not run as root, and its folder stands in this one.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  // What one process has compiled the next need not: servers of tests are started by the hundred.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
