import { type ClosableHttpClient, connectByList, type Lookup, type TrustSource } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { PinnedKeys } from '../verifier/index.ts';
import type { MerchantSettings } from './config.ts';

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
  const services = config.methods.flatMap(({ psps }) => psps.map(({ psp_id }) => psp_id));
  return connectByList({
    trustUrl,
    pinnedKey,
    store,
    configured: localOrigins,
    addressesIn: (list) => services.map((service) => list.entry(service, 'PSP')?.endpoints?.base_url),
    ...(lookup ? { lookup } : {}),
  });
}
