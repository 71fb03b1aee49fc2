export {
  CREDIT_CREDENTIAL_VERSION,
  innerBytes,
  outerBytes,
  signAssociation,
  signCredential,
  type UnsignedCredential,
  verifyInnerSignature,
  verifyOuterSignature,
} from './credential.ts';
export { creditReasonOf, creditResultOf, REASON_CODE } from './reasons.ts';
