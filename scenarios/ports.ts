import { createServer } from 'node:net';

const SPREAD = 4_500;
/** Tests run side by side; each of them looks in a range of its own. */
const LOWEST = 11_000 + SPREAD * (Number(process.env.VITEST_POOL_ID ?? 0) % 2);
const TRIES = 50;

/** The first of so many free ports in a row; they stand in the trust list, so they are chosen before anything starts. */
export async function freePorts(count: number): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const first = LOWEST + ((process.pid * 31 + tries * 101) % SPREAD);
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
