import { ActError } from '../../protocol/errors/index.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { assertCertified } from '../institution.ts';
import { leafKeyOf } from './leaf-key.ts';
import type { TrustList } from './trust-list.ts';

/** The origin of a log: its identifier without the scheme, so that it looks like an address, as C2SP asks. */
export function originOf(logId: string): string {
  return logId.replace(/^did:act:/, '');
}

/** The identifier of a log with this origin. */
export function logIdOf(origin: string): string {
  return `did:act:${origin}`;
}

/**
 * The keys with which a log signs, as the trust list has them: the present one first, then former ones that are not
 * revoked.
 *
 * @param now Unix seconds for which the entry and its certificates are judged
 * @throws ActError issuer_not_trusted, issuer_suspended, x509_*
 * @see OA-LOG-07
 */
export async function logKeysOf(trustList: TrustList, logId: string, now: number): Promise<NoteKey[]> {
  const chains = trustList.entry(logId, 'LOG')?.certificates ?? [];
  if (chains.length === 0) throw new ActError('issuer_not_trusted', { entity: logId, role: 'LOG' });
  const keys: NoteKey[] = [];
  let refusal: ActError | undefined;
  for (const { x5c } of chains) {
    try {
      await assertCertified({ trustList, entity: logId, role: 'LOG', eku: EKU.log, now, x5c });
      const publicJwk = leafKeyOf(x5c[0] ?? '');
      if (publicJwk.kty === 'OKP') keys.push({ name: originOf(logId), publicJwk });
    } catch (error) {
      // A former certificate that has run out takes nothing away from the present one.
      if (!(error instanceof ActError)) throw error;
      refusal ??= error;
    }
  }
  if (keys.length > 0) return keys;
  throw refusal ?? new ActError('issuer_not_trusted', { entity: logId, role: 'LOG' });
}
