import {
  type ClosableHttpClient,
  createHttpClient,
  createTrustSource,
  type Lookup,
  type TrustSource,
} from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { PinnedKeys } from '../verifier/index.ts';
import type { AgentConfig } from './config.ts';

const TRUST_REFRESH_SECONDS = 60;

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
  const addresses = [config.trust_list_url, ...config.merchants.map(({ base_url }) => base_url)];
  const configured = new Set([...addresses.map((address) => new URL(address).origin), ...localOrigins]);
  const listed = new Set<string>();
  const http = createHttpClient({
    configured: (origin) => configured.has(origin),
    listed: (origin) => listed.has(origin),
    ...(lookup ? { lookup } : {}),
  });
  const source = createTrustSource({
    url: config.trust_list_url,
    pinnedKey: trustListKey,
    client: http,
    store,
    refreshSeconds: TRUST_REFRESH_SECONDS,
  });
  const trust: TrustSource = {
    async current(now) {
      const list = await source.current(now);
      const entries = [list.entry(config.issuer, 'IAC_ISSUER'), list.entry(config.psp_id, 'PSP')];
      for (const address of entries.map((entry) => entry?.endpoints?.base_url)) {
        if (address !== undefined) listed.add(new URL(address).origin);
      }
      return list;
    },
  };
  return { http, trust };
}
