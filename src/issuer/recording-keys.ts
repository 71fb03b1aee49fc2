import { loadFormerSigners } from '../http/former-keys.ts';
import { loadSigner } from '../http/key-file.ts';
import type { RecordSigner } from '../protocol/attestation/index.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { IssuerConfig } from './config.ts';

export { connectLog as openLogWay, type LogConnection } from '../records/index.ts';

/**
 * The keys for records, where there is a log, each with those that it replaced; without a log nothing is signed for it.
 *
 * @throws StartError
 */
export async function loadRecordKeys(config: IssuerConfig): Promise<RecordSigner[]> {
  const { issuerId, pspId, recordKeys, logUrl } = config;
  if (logUrl === undefined) return [];
  const issuer = await keysIn(recordKeys.issuer, { id: issuerId, role: 'IAC_ISSUER' });
  return pspId === undefined
    ? issuer
    : [...issuer, ...(await keysIn(recordKeys.psp, { id: pspId, role: 'PSP' }))];
}

async function keysIn(path: string, owner: Pick<RecordSigner, 'id' | 'role'>): Promise<RecordSigner[]> {
  const signers = [await loadSigner(path), ...(await loadFormerSigners(path))];
  return signers.map((signer) => ({ ...owner, signer }));
}

/** What createIssuer takes for the records of one of its parts. */
export function recordSignerOf(
  keys: readonly RecordSigner[],
  role: 'IAC_ISSUER' | 'PSP',
): { readonly recordSigner?: Signer; readonly formerRecordSigners?: readonly Signer[] } {
  const [recordSigner, ...formerRecordSigners] = keys
    .filter((own) => own.role === role)
    .map(({ signer }) => signer);
  return recordSigner === undefined ? {} : { recordSigner, formerRecordSigners };
}
