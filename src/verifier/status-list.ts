import { type Check, type Verified, verify, within } from './check.ts';
import { check as fresh } from './checks/status-list/fresh.ts';
import { check as named } from './checks/status-list/named.ts';
import { check as signature } from './checks/status-list/signature.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { readStatusList, type StatusListFacts } from './facts/status-list.ts';
import { institutionChecks } from './institution.ts';

/** The order in which a status list is judged. */
export const statusListChecks: readonly Check<StatusListFacts>[] = [
  ...within('status list', ({ signer }: StatusListFacts) => signer, institutionChecks),
  signature,
  named,
  fresh,
];

/**
 * Judges a status list. `facts.statusAt(idx)` of an accepted list is the status of a mandate; of a refused one it is
 * worth nothing.
 *
 * @param compact statuslist+jwt
 * @param context.now Unix seconds
 * @param context.issuer the `iss` of the mandate
 * @param context.uri `status.status_list.uri` of the mandate
 * @throws TypeError, RangeError for a mistake of whoever calls
 */
export function verifyStatusList(
  compact: string,
  context: TrustContext & { readonly issuer: string; readonly uri: string },
): Promise<Verified<StatusListFacts>> {
  return verify(statusListChecks, async () => {
    assertContext(context, 'issuer', 'uri');
    const { issuer, uri, now } = context;
    return readStatusList(compact, context, { issuer, uri, at: now });
  });
}
