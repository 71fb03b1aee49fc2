import { createServer, type Server } from 'node:net';

/** Below what systems give to connections that leave, so that nobody stands there who has not asked here. */
const LOWEST = 10_240;
const BLOCK = 64;
const BLOCKS = 340;

interface Claim {
  next: number;
  readonly end: number;
}

let claim: Claim | undefined;
let looked = 0;
/** One after another, so that no two are given the same. */
let last: Promise<unknown> = Promise.resolve();

/** Listens without keeping the process alive. @returns undefined where somebody listens there already */
function occupy(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server.unref()));
  });
}

async function isFree(port: number): Promise<boolean> {
  const probe = await occupy(port);
  if (probe === undefined) return false;
  await new Promise((resolve) => probe.close(resolve));
  return true;
}

/** A block of ports that no other process is given: its first port stays occupied for as long as this process lives. */
async function claimBlock(): Promise<Claim> {
  for (; looked < BLOCKS; looked += 1) {
    const first = LOWEST + BLOCK * ((process.pid + looked) % BLOCKS);
    if ((await occupy(first)) === undefined) continue;
    looked += 1;
    return { next: first + 1, end: first + BLOCK };
  }
  throw new Error('No block of ports is left.');
}

/**
 * The first of so many ports in a row for servers of a test. Nobody listens there now, and no other process that asks
 * here is given them later: a port that is only looked at may be taken before its server has started.
 */
export function claimPorts(count: number): Promise<number> {
  const mine = last.then(() => claimInTurn(count));
  last = mine.catch(() => undefined);
  return mine;
}

async function claimInTurn(count: number): Promise<number> {
  if (count >= BLOCK) throw new Error(`At most ${BLOCK - 1} ports in a row.`);
  for (;;) {
    claim = claim !== undefined && claim.next + count <= claim.end ? claim : await claimBlock();
    const first = claim.next;
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    claim.next = free.every(Boolean) ? first + count : first + free.lastIndexOf(false) + 1;
    if (free.every(Boolean)) return first;
  }
}
