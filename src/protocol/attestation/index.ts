export { privacyChannelOf } from './channel.ts';
export type {
  Correlation,
  EventBodies,
  EventType,
  HashAlgorithm,
  RecordedEvent,
} from './events.ts';
export { type HashedParts, payloadHashOf } from './payload-hash.ts';
export {
  isOfRecorder,
  RECORD_VERSION,
  type Recording,
  type RecordSigner,
  readRecord,
  recordOf,
  SIGNATURE_SCOPE,
  signRecord,
  type UnsignedRecord,
  verifyRecordSignature,
} from './record.ts';
export { type EventName, recordIdOf } from './record-id.ts';
