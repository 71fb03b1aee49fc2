import {
  type ClosableHttpClient,
  createHttpClient,
  createTrustSource,
  type Lookup,
  type TrustSource,
} from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { PinnedKeys } from '../verifier/index.ts';
import type { MerchantSettings } from './config.ts';

const TRUST_REFRESH_SECONDS = 60;

export interface MerchantConnection {
  readonly trustUrl: string;
  readonly localOrigins: ReadonlySet<string>;
  readonly config: Pick<MerchantSettings, 'methods'>;
  readonly pinnedKey: PinnedKeys;
  readonly store: Store;
  readonly lookup?: Lookup;
}

/**
 * The ways out of a merchant: to the trust service, and to payment services at the addresses that the trust list has for
 * them.
 *
 * @see OA-NET-01, OA-NET-04
 */
export function connect({ trustUrl, localOrigins, config, pinnedKey, store, lookup }: MerchantConnection): {
  readonly http: ClosableHttpClient;
  readonly trust: TrustSource;
} {
  const configured = new Set([new URL(trustUrl).origin, ...localOrigins]);
  const listed = new Set<string>();
  const http = createHttpClient({
    configured: (origin) => configured.has(origin),
    listed: (origin) => listed.has(origin),
    ...(lookup ? { lookup } : {}),
  });
  const source = createTrustSource({
    url: trustUrl,
    pinnedKey,
    client: http,
    store,
    refreshSeconds: TRUST_REFRESH_SECONDS,
  });
  const services = config.methods.flatMap(({ psps }) => psps.map(({ psp_id }) => psp_id));
  const trust: TrustSource = {
    async current(now) {
      const list = await source.current(now);
      for (const service of services) {
        const address = list.entry(service, 'PSP')?.endpoints?.base_url;
        if (address !== undefined) listed.add(new URL(address).origin);
      }
      return list;
    },
  };
  return { http, trust };
}
