import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import { Agent } from 'undici';
import { ActError } from '../protocol/errors/index.ts';
import { isPublicAddress } from './public-address.ts';

type Allows = (origin: string) => boolean;

/** How names are turned into addresses: Node's own form, every address at once. */
export type Lookup = (
  name: string,
  options: LookupOptions & { readonly all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** Where a client may go. Origins are as `new URL(…).origin` writes them. */
export interface ReachOptions {
  /** What configuration names itself: it may lie on this machine or in a private network, and may do without TLS. */
  readonly configured: Allows;
  /** What the trust list or a message names: public addresses only, by TLS only. Absent: nowhere. */
  readonly listed?: Allows;
  readonly lookup?: Lookup;
}

export interface Reach {
  /** The checked address and the way to it. @throws ActError address_forbidden */
  to(url: string): { readonly url: URL; readonly dispatcher: Agent };
  close(): Promise<void>;
}

const CONNECTIONS = { connections: 64, pipelining: 1 } as const;
const TLS_PORT = 443;
const FIRST_FREE_PORT = 1_024;

/**
 * The only way out of a role: every address that is fetched goes through here, wherever it comes from.
 *
 * @see OA-NET-01, OA-NET-04, catalogue P17
 */
export function createReach({
  configured,
  listed = () => false,
  lookup = systemLookup,
}: ReachOptions): Reach {
  const near = new Agent(CONNECTIONS);
  const far = new Agent({ ...CONNECTIONS, connect: { lookup: publicOnly(lookup) } });
  return {
    to(address) {
      const url = readAddress(address);
      if (configured(url.origin)) return { url, dispatcher: near };
      if (!listed(url.origin)) throw forbidden('origin');
      assertPublic(url);
      return { url, dispatcher: far };
    },
    async close() {
      await Promise.all([near.close(), far.close()]);
    },
  };
}

function forbidden(rule: string): ActError {
  return new ActError('address_forbidden', { rule });
}

/** What no address may have, wherever it comes from. */
function readAddress(address: string): URL {
  if (!URL.canParse(address)) throw forbidden('form');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw forbidden('scheme');
  if (url.username !== '' || url.password !== '') throw forbidden('credentials');
  return url;
}

/** An IP address in a URL is never looked up, so it is judged here; `new URL` has written every form of it the same way. */
function assertPublic({ protocol, hostname, port }: URL): void {
  if (protocol !== 'https:') throw forbidden('scheme');
  const number = port === '' ? TLS_PORT : Number(port);
  if (number !== TLS_PORT && number < FIRST_FREE_PORT) throw forbidden('port');
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw forbidden('network');
}

/**
 * A name is looked up once for each connection, and the connection goes to what was judged: a second look-up with
 * another answer has no place. One private address among public ones spoils them all.
 */
function publicOnly(lookup: Lookup) {
  return (
    name: string,
    options: LookupOptions,
    done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
        return done(forbidden('network'), []);
      }
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
