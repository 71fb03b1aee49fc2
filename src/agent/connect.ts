import { type ClosableHttpClient, connectByList, type Lookup, type TrustSource } from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { PinnedKeys } from '../verifier/index.ts';
import type { AgentConfig } from './config.ts';

export interface AgentConnection {
  readonly config: AgentConfig;
  readonly localOrigins: ReadonlySet<string>;
  readonly trustListKey: PinnedKeys;
  readonly store: Store;
  readonly lookup?: Lookup;
}

/**
 * The ways out of an agent: to the trust service and the configured sellers, and to the account side where the trust list
 * has it.
 *
 * @see OA-NET-01, OA-NET-04
 */
export function connect({ config, localOrigins, trustListKey, store, lookup }: AgentConnection): {
  readonly http: ClosableHttpClient;
  readonly trust: TrustSource;
} {
  const { trust_list_url: trustUrl, merchants, issuer, psp_id: psp } = config;
  return connectByList({
    trustUrl,
    pinnedKey: trustListKey,
    store,
    configured: [...merchants.map(({ base_url }) => base_url), ...localOrigins],
    addressesIn: (list) =>
      [list.entry(issuer, 'IAC_ISSUER'), list.entry(psp, 'PSP')].map((entry) => entry?.endpoints?.base_url),
    ...(lookup ? { lookup } : {}),
  });
}
