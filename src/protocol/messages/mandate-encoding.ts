import type { MandateClaims, MandateCredential } from '../generated/types.ts';
import { validateMandateClaims, validateMandateCredential } from '../generated/validators.js';
import type { JsonValue } from '../json/index.ts';
import { typOf } from '../jws/decode.ts';
import { deepFreeze } from '../jws/deep-freeze.ts';
import { decodeJws } from '../jws/index.ts';
import { JWS_MAX_BYTES } from '../limits.ts';
import { parseUtcSeconds } from '../time/index.ts';
import { type Message, readMessage } from './read.ts';
import { assertSchema } from './schema.ts';

const CREDENTIAL_TYP = 'vc+jwt';

/**
 * Reads a mandate in either encoding: the plain JWT of this profile, or a W3C VC-JWT. Both come out as the same claims,
 * so that everything after this line judges a mandate and no encoding.
 *
 * @throws ActError jws_*, json_* or schema_mismatch
 * @see ADD-IAC-ISS-08, OA-MND-20
 */
export function readMandateMessage(compact: string): Message<'mandate'> {
  if (typOf(compact) !== CREDENTIAL_TYP) return readMessage('mandate', compact);
  const expected = { typ: CREDENTIAL_TYP, critical: ['openact'], maxBytes: JWS_MAX_BYTES };
  const decoded = decodeJws(compact, expected);
  const credential = assertSchema(validateMandateCredential, decoded.payload);
  const claims = assertSchema(validateMandateClaims, claimsOf(credential) as unknown as JsonValue);
  return { kind: 'mandate', compact, claims: deepFreeze(claims), decoded };
}

function claimsOf(credential: MandateCredential): MandateClaims {
  const { jti, iat, aud, cnf, confirmation_digest, control_proof_ref } = credential;
  const { idx, uri } = credential.credentialStatus;
  return {
    iss: credential.issuer,
    jti,
    iat,
    nbf: parseUtcSeconds(credential.validFrom),
    exp: parseUtcSeconds(credential.validUntil),
    sub: credential.credentialSubject.id,
    aud,
    cnf,
    status: { status_list: { idx, uri } },
    confirmation_digest,
    iac: credential.credentialSubject.iac,
    ...(control_proof_ref === undefined ? {} : { control_proof_ref }),
  };
}
