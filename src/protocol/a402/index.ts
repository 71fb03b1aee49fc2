export { bodyDigestOf, fingerprintOf, type PaidRequest } from './fingerprint.ts';
export {
  A402_HEADERS,
  decodePaymentNeeded,
  decodePaymentProof,
  decodePaymentValidation,
  encodeA402,
} from './headers.ts';
