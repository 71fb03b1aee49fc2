import { CONNECTION_BOUNDS } from './connections.ts';
import type { ListenOptions } from './listen.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NOTICE_MAX_SECONDS = 300;
const RATE_MAX = 1_000_000;
const PROXIES_MAX = 8;
const ADDRESS_RATE = 500;
const CALLER_RATE = 50;
/** So many seconds' worth may come at once. */
const BURST_SECONDS = 2;
const CONNECTIONS_MAX = 65_535;
const IDLE_SECONDS = 5;
/** Longer than proxies keep a connection that idles, most of them a minute. */
const IDLE_BEHIND_PROXIES_SECONDS = 75;
const IDLE_MAX_SECONDS = 3_600;

export type Serving = Omit<ListenOptions, 'host' | 'port'> & Required<Pick<ListenOptions, 'connections'>>;

/**
 * How a server serves: OPENACT_NOTICE_SECONDS (how long one that was told to end still takes work while it says that it
 * is not ready; default 0), OPENACT_ADDRESS_RATE (requests a second from one network address; default 500),
 * OPENACT_PROXIES (trusted proxies before this server; default 0), OPENACT_CONNECTIONS and OPENACT_ADDRESS_CONNECTIONS
 * (connections that are open at once: in all, default 4096, and from one network address, default 1024; behind proxies
 * all of them are theirs, and none is counted by address), OPENACT_IDLE_SECONDS (how long a connection is kept on which
 * nothing is asked; default 5, and 75 behind proxies: one that a proxy still takes for open, and that was ended here, loses
 * the next request).
 *
 * @throws StartError
 * @see OA-HTTP-07, OA-OPS-02, OA-OPS-23
 */
export function readServing(env: Environment): Serving {
  const { inAll, perAddress } = CONNECTION_BOUNDS;
  const proxies = number(env, 'OPENACT_PROXIES', 0, 0, PROXIES_MAX);
  const most = number(env, 'OPENACT_CONNECTIONS', inAll, 1, CONNECTIONS_MAX);
  const ofAddress = number(env, 'OPENACT_ADDRESS_CONNECTIONS', perAddress, 1, CONNECTIONS_MAX);
  const bounds = { inAll: most, perAddress: proxies > 0 ? Number.POSITIVE_INFINITY : ofAddress };
  return {
    noticeMilliseconds: number(env, 'OPENACT_NOTICE_SECONDS', 0, 0, NOTICE_MAX_SECONDS) * 1_000,
    addressLimit: rateOf(number(env, 'OPENACT_ADDRESS_RATE', ADDRESS_RATE, 1, RATE_MAX)),
    proxies,
    connections: () => bounds,
    idleMilliseconds: idleSeconds(env, proxies) * 1_000,
  };
}

function idleSeconds(env: Environment, proxies: number): number {
  const otherwise = proxies > 0 ? IDLE_BEHIND_PROXIES_SECONDS : IDLE_SECONDS;
  return number(env, 'OPENACT_IDLE_SECONDS', otherwise, 1, IDLE_MAX_SECONDS);
}

/**
 * OPENACT_CALLER_RATE: requests a second of one agent, device, merchant or whoever else has signed them, once that was
 * verified.
 *
 * @throws StartError
 * @see OA-OPS-02
 */
export function readCallerLimit(env: Environment, otherwise = CALLER_RATE): RateLimit {
  return rateOf(number(env, 'OPENACT_CALLER_RATE', otherwise, 1, RATE_MAX));
}

function rateOf(perSecond: number): RateLimit {
  return createRateLimit({ perSecond, burst: BURST_SECONDS * perSecond });
}

function number(env: Environment, name: string, otherwise: number, min: number, max: number): number {
  const text = env[name] ?? String(otherwise);
  const value = Number(text);
  if (!/^[0-9]{1,7}$/.test(text) || value < min || value > max) {
    throw new StartError(`${name} is not a number from ${min} to ${max}: ${text}`);
  }
  return value;
}
