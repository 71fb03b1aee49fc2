import { loadSigner } from '../http/key-file.ts';
import type { RecordSigner } from '../protocol/attestation/index.ts';
import type { Signer } from '../protocol/jws/index.ts';
import type { IssuerConfig } from './config.ts';

export { connectLog as openLogWay, type LogConnection } from '../records/index.ts';

/** The keys for records, where there is a log; without one nothing is signed for it. @throws KeyFileError */
export async function loadRecordKeys(config: IssuerConfig): Promise<RecordSigner[]> {
  const { issuerId, pspId, recordKeys, logUrl } = config;
  if (logUrl === undefined) return [];
  const issuer = { id: issuerId, signer: await loadSigner(recordKeys.issuer) };
  return pspId === undefined ? [issuer] : [issuer, { id: pspId, signer: await loadSigner(recordKeys.psp) }];
}

/** What createIssuer takes for the records of one of its parts. */
export function recordSignerOf(
  keys: readonly RecordSigner[],
  id: string,
): { readonly recordSigner?: Signer } {
  const signer = keys.find((own) => own.id === id)?.signer;
  return signer === undefined ? {} : { recordSigner: signer };
}
