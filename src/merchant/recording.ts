import { loadFormerSigners } from '../http/former-keys.ts';
import { loadSigner } from '../http/key-file.ts';
import type { Clock } from '../protocol/ports.ts';
import { connectLog } from '../records/index.ts';
import type { MerchantDeps } from './deps.ts';
import type { MerchantEnvironment } from './environment.ts';

interface Recording {
  readonly parts: Pick<MerchantDeps, 'recordSigner' | 'formerRecordSigners' | 'anchors'>;
  close(): Promise<void>;
}

/** The key for records and the way into the log, where there is one. @throws StartError */
export async function openRecording(
  { logUrl, recordKeyPath }: MerchantEnvironment,
  id: string,
  clock: Clock,
): Promise<Recording | undefined> {
  if (logUrl === undefined) return undefined;
  const recordSigner = await loadSigner(recordKeyPath);
  const { anchors, close } = connectLog(logUrl, clock, [{ id, signer: recordSigner }]);
  const formerRecordSigners = await loadFormerSigners(recordKeyPath);
  return { parts: { recordSigner, formerRecordSigners, anchors }, close };
}
