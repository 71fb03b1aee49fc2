import { ActError } from '../../../protocol/errors/index.ts';
import type { Partner } from '../interconnect/config.ts';

/** The first digits of payer codes, and whose codes begin with them. */
export interface PayerCodeRoutes {
  /** The prefixes of this service's own codes. */
  readonly own: readonly string[];
  /**
   * The payment service that gave a code, by the longest prefix that fits.
   *
   * @throws ActError payer_code_unroutable when nobody is known whose codes begin so
   */
  ownerOf(payerCode: string): string;
}

const PREFIX = /^\d{1,6}$/;

/**
 * Who gave a code can be said only where every prefix has one owner. A longer prefix of somebody else inside a shorter
 * one is a rule of its own: the longer one decides.
 *
 * @throws RangeError for a prefix that is none, or that two services have: nothing is to be served then
 * @see OA-ICN-17
 */
export function payerCodeRoutes(
  pspId: string,
  own: readonly string[],
  partners: readonly Partner[],
): PayerCodeRoutes {
  const owners = new Map<string, string>();
  const claimed = [{ pspId, payerCodePrefixes: own }, ...partners];
  for (const { pspId: owner, payerCodePrefixes = [] } of claimed) {
    for (const prefix of payerCodePrefixes) claim(owners, prefix, owner);
  }
  const byLength = [...owners].toSorted(([left], [right]) => right.length - left.length);
  return {
    own,
    ownerOf(payerCode) {
      const found = byLength.find(([prefix]) => payerCode.startsWith(prefix));
      if (found === undefined) throw new ActError('payer_code_unroutable', { rule: 'prefix' });
      return found[1];
    },
  };
}

function claim(owners: Map<string, string>, prefix: string, owner: string): void {
  if (!PREFIX.test(prefix)) throw new RangeError(`${prefix} is not a prefix of payer codes.`);
  const other = owners.get(prefix);
  if (other !== undefined && other !== owner) {
    throw new RangeError(`Payer codes that begin with ${prefix} belong to ${other} and to ${owner}.`);
  }
  owners.set(prefix, owner);
}
