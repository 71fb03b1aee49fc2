import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../run/case.ts';
import type { AccountSettings } from './settings.ts';

/** Nothing is judged by how fast a program starts; one that has ended is noticed at once. */
const START_MS = 120_000;

/** Runs the program of `start` with what it has to set the subject up with, until the subject answers. */
export async function startSubject(
  { start, folder, url }: Pick<AccountSettings, 'start' | 'folder' | 'url'>,
  setUp: Readonly<Record<string, unknown>>,
  patience: number,
): Promise<() => Promise<void>> {
  const [program, ...args] = start ?? [];
  if (program === undefined) return async () => {};
  const child = spawn(program, args, { cwd: folder, stdio: ['pipe', 'ignore', 'inherit'] });
  let ended: string | undefined;
  const end = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      ended = `ended with ${code}`;
      resolve();
    });
    child.once('error', (error) => {
      ended = error.message;
      resolve();
    });
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${JSON.stringify(setUp)}\n`);
  const stop = async (): Promise<void> => {
    if (ended === undefined) child.kill('SIGTERM');
    const forced = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await end;
    clearTimeout(forced);
  };
  const startMs = Math.max(START_MS, patience);
  for (const until = Date.now() + startMs; Date.now() < until; await sleep(100)) {
    if (ended !== undefined) throw new UsageError(`${start?.join(' ')}: ${ended}.`);
    if (await answers(url, patience)) return stop;
  }
  await stop();
  throw new UsageError(`${start?.join(' ')}: ${url} does not answer after ${startMs} ms.`);
}

async function answers(url: string, patience: number): Promise<boolean> {
  try {
    await (await fetch(`${url}/livez`, { signal: AbortSignal.timeout(patience) })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
