import { createServer } from 'node:net';

/** Below what systems give to connections that leave: a port that is free now is not taken by somebody who only asks. */
const LOWEST = 20_500;
const SPREAD = 12_000;
/** Tests run side by side, each process from a place of its own on. */
const STRIDE = 97;

let next = (process.pid * STRIDE) % SPREAD;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Ports that nobody has now, and that this process was not given before. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = LOWEST + next;
    next = (next + 1) % SPREAD;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}
