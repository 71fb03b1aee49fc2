import {
  connectByList,
  createHttpClient,
  type HttpClient,
  type Lookup,
  type TrustSource,
} from '../http/index.ts';
import type { Store } from '../store/index.ts';
import type { PinnedKeys } from '../verifier/index.ts';

export interface IssuerConnection {
  readonly trustUrl: string;
  readonly localOrigins: ReadonlySet<string>;
  readonly pinnedKey: PinnedKeys;
  readonly store: Store;
  /** A server under test calls nobody but those whom its configuration names. */
  readonly isUnderTest: boolean;
  readonly lookup?: Lookup;
}

/**
 * The ways out of an account side. Status lists are fetched from, and partners and merchants called at, the addresses that
 * the trust list states, and no others; the callers hold to that.
 *
 * @see OA-NET-01, OA-NET-04
 */
export function connect(connection: IssuerConnection): {
  /** For everything but the trust list. */
  readonly http: HttpClient;
  readonly trust: TrustSource;
  closeWays(): Promise<void>;
} {
  const { trustUrl, localOrigins, pinnedKey, store, isUnderTest, lookup } = connection;
  const { http: trustClient, trust } = connectByList({ trustUrl, pinnedKey, store });
  const http = createHttpClient({
    configured: (origin) => localOrigins.has(origin),
    listed: () => !isUnderTest,
    ...(lookup ? { lookup } : {}),
  });
  return {
    http,
    trust,
    async closeWays() {
      await Promise.all([trustClient.close(), http.close()]);
    },
  };
}
