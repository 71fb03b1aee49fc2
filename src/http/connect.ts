import type { Store } from '../store/index.ts';
import type { PinnedKeys, TrustList } from '../verifier/index.ts';
import { type ClosableHttpClient, createHttpClient } from './client.ts';
import type { Lookup } from './reach.ts';
import { createTrustSource, type TrustSource } from './trust-source.ts';

const TRUST_REFRESH_SECONDS = 60;

export interface TrustConnection {
  readonly trustUrl: string;
  readonly pinnedKey: PinnedKeys;
  readonly store: Store;
  /** Where configuration lets the role go besides. */
  readonly configured?: Iterable<string>;
  /** Those addresses of a verified list that the role goes to; nowhere else does the list lead it. */
  addressesIn?(list: TrustList): readonly (string | undefined)[];
  readonly lookup?: Lookup;
}

/**
 * The ways out of a role: to the trust service and what else configuration names, and to those addresses of the trust list
 * that the role takes from it, as soon as a list has them.
 *
 * @see OA-NET-01, OA-NET-04
 */
export function connectByList(connection: TrustConnection): {
  readonly http: ClosableHttpClient;
  readonly trust: TrustSource;
} {
  const { trustUrl, configured = [], addressesIn = () => [], lookup, ...known } = connection;
  const near = originsOf([trustUrl, ...configured]);
  let opened: TrustList | undefined;
  let listed: ReadonlySet<string> = new Set();
  const http = createHttpClient({
    configured: (origin) => near.has(origin),
    listed: (origin) => listed.has(origin),
    ...(lookup ? { lookup } : {}),
  });
  const source = createTrustSource({
    ...known,
    url: trustUrl,
    client: http,
    refreshSeconds: TRUST_REFRESH_SECONDS,
  });
  const trust: TrustSource = {
    async current(now) {
      const list = await source.current(now);
      if (list !== opened) {
        // What the list has no longer is no way out any more.
        listed = originsOf(addressesIn(list).filter(isAddress));
        opened = list;
      }
      return list;
    },
  };
  return { http, trust };
}

/** Whoever is listed at an address that is none (`https://bank.example:99999`) cannot be reached; everybody else can. */
function isAddress(address: string | undefined): address is string {
  return address !== undefined && URL.canParse(address);
}

function originsOf(addresses: readonly string[]): ReadonlySet<string> {
  return new Set(addresses.map((address) => new URL(address).origin));
}
