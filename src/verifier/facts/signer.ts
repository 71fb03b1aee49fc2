import type { PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import type { Eku } from '../../protocol/x509/oids.ts';
import { leafKeyOf } from '../trust/leaf-key.ts';
import type { Role, TrustList } from '../trust/trust-list.ts';
import { assertMoment } from './moment.ts';
import { assertObject, assertTexts } from './own.ts';

/** An institution, the capacity in which it acts, and the certificates that it shows for it. */
export interface InstitutionFacts {
  readonly trustList: TrustList;
  /** The `iss` of the message. */
  readonly entity: string;
  readonly role: Role;
  readonly eku: Eku;
  /** Unix seconds at which certificates and the entry are judged. */
  readonly now: number;
  readonly x5c: readonly string[];
}

/** Who an institutional message says it is from, and what it shows for it. */
export interface SignerFacts extends InstitutionFacts {
  readonly leafKey: PublicJwk;
  readonly decoded: DecodedJws;
}

/** In which role a kind of message is signed, and for which purpose its certificate is issued. */
export interface Capacity {
  readonly role: Role;
  readonly eku: Eku;
}

/** What an institutional signature is judged against. */
export interface TrustContext {
  /** As `openTrustList` resolves to it. */
  readonly trustList: TrustList;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * What a reader of a message brings of its own, looked at before the message is.
 *
 * @param texts members of the context that have to be texts, because something is compared with them
 * @throws RangeError for a `now` that is no moment; TypeError for a `trustList` that was not opened, and for what is no text
 */
export function assertContext(context: TrustContext, ...texts: readonly string[]): void {
  assertObject('The context', context);
  assertTrust(context);
  assertTexts('context', context, texts);
}

function assertTrust({ trustList, now }: TrustContext): void {
  assertMoment(now);
  assertOpened(trustList);
}

/**
 * Institutions present their certificates, or name one that their own entry in the trust list holds (headers of A402
 * have no room for more, OA-A402-13). A key name alone is refused: it would have to be looked up where the sender
 * chooses (never fall back from `x5c` to `kid`).
 *
 * @throws jws_key_missing without a chain, x509_malformed, x509_weak; RangeError for a `now` that is no moment;
 *   TypeError for a `trustList` that was not opened
 */
export function readSigner(
  message: { readonly claims: { readonly iss: string }; readonly decoded: DecodedJws },
  capacity: Capacity,
  trust: TrustContext,
): SignerFacts {
  assertTrust(trust);
  const { header } = message.decoded;
  const x5c =
    header.x5c ?? listedChain(header['x5t#S256'], message.claims.iss, capacity.role, trust.trustList);
  const leaf = x5c?.[0];
  if (x5c === undefined || leaf === undefined) throw new ActError('jws_key_missing', { expected: 'x5c' });
  return {
    trustList: trust.trustList,
    now: trust.now,
    entity: message.claims.iss,
    ...capacity,
    x5c,
    leafKey: leafKeyOf(leaf),
    decoded: message.decoded,
  };
}

/** What is listed is judged like what is presented: the entry only saves the carrying. */
function listedChain(
  thumbprint: string | undefined,
  entity: string,
  role: Role,
  trustList: TrustList,
): readonly string[] | undefined {
  if (thumbprint === undefined) return undefined;
  const { certificates = [] } = trustList.entry(entity, role) ?? {};
  return certificates.find((listed) => listed['x5t#S256'] === thumbprint)?.x5c;
}

/** The list as it was received, or the key to open it with, is a mistake of whoever calls. */
function assertOpened(trustList: unknown): void {
  const { entry } = (trustList ?? {}) as Partial<TrustList>;
  if (typeof entry === 'function') return;
  throw new TypeError('trustList has to be what openTrustList resolves to.');
}
