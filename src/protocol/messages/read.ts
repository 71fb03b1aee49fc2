import { sha256Base64url } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import type { Validator } from '../generated/validators.js';
import * as validators from '../generated/validators.js';
import { CompactCache } from '../jws/compact-cache.ts';
import { deepFreeze } from '../jws/deep-freeze.ts';
import { type DecodedJws, decodeJws } from '../jws/index.ts';
import { JWS_MAX_BYTES, TRUST_LIST_MAX_BYTES } from '../limits.ts';
import { type ClaimsOf, type MessageKind, TYP } from './registry.ts';
import { assertSchema } from './schema.ts';

const MESSAGE_CACHE_MAX_ENTRIES = 128;

/** A signed message, read but not believed: its shape is right, nobody has checked who signed it. */
export interface Message<K extends MessageKind> {
  readonly kind: K;
  readonly compact: string;
  readonly claims: ClaimsOf[K];
  readonly decoded: DecodedJws;
}

const claimValidators: { readonly [K in MessageKind]: Validator<ClaimsOf[K]> } = {
  mandate: validators.validateMandateClaims,
  confirmation: validators.validateConfirmationClaims,
  enrolment: validators.validateEnrolmentClaims,
  attestation: validators.validateAgentAttestationClaims,
  paymentRequest: validators.validatePaymentRequestClaims,
  quote: validators.validateQuoteClaims,
  receipt: validators.validateReceiptClaims,
  refusal: validators.validateRefusalClaims,
  command: validators.validateCommandClaims,
  holderProof: validators.validateHolderProofClaims,
  statusList: validators.validateStatusListClaims,
  trustList: validators.validateTrustListClaims,
  anchor: validators.validateAnchorClaims,
  finding: validators.validateFindingClaims,
  creditApplication: validators.validateCreditApplicationClaims,
  creditMapping: validators.validateCreditMappingClaims,
  creditRequest: validators.validateCreditRequestClaims,
  creditAnswer: validators.validateCreditAnswerClaims,
  creditAuthorization: validators.validateCreditAuthorizationClaims,
  creditStatus: validators.validateCreditStatusClaims,
};

/** The one critical header parameter of this profile, and the only message that may carry it. */
const CRITICAL: Partial<Record<MessageKind, readonly string[]>> = { mandate: ['openact'] };

/** One request reads its messages in several places. What a text says does not change, and nobody can change it. */
const messages = new CompactCache<Message<MessageKind>>(MESSAGE_CACHE_MAX_ENTRIES);

/** A trust list carries everybody's anchors, so it has a limit of its own. */
function maxBytesOf(kind: MessageKind): number {
  return kind === 'trustList' ? TRUST_LIST_MAX_BYTES : JWS_MAX_BYTES;
}

/**
 * Reads a compact JWS as a message of one kind: strict decoding, exact `typ`, known `crit`, schema.
 *
 * @throws ActError jws_*, json_* or schema_mismatch
 */
export function readMessage<K extends MessageKind>(kind: K, compact: string): Message<K> {
  // Callers hand in what a header or a member held, and it may have held nothing.
  const known = typeof compact === 'string' ? messages.get(compact) : undefined;
  if (known?.kind === kind) return known as Message<K>;
  const decoded = decodeAs(kind, compact);
  const claims = deepFreeze(assertSchema<ClaimsOf[K]>(claimValidators[kind], decoded.payload));
  const message: Message<K> = { kind, compact, claims, decoded };
  if (compact.length <= JWS_MAX_BYTES) messages.set(compact, message);
  return message;
}

function decodeAs(kind: MessageKind, compact: string): DecodedJws {
  return decodeJws(compact, {
    typ: TYP[kind],
    critical: CRITICAL[kind] ?? [],
    maxBytes: maxBytesOf(kind),
  });
}

/**
 * What a message says that a role has kept since it took it, or made it, and that was held to the schema then. A schema
 * that has become narrower meanwhile takes back nothing of what was agreed: what was paid for is delivered and settled.
 *
 * @throws ActError jws_*, json_*
 */
export function readKept<K extends MessageKind>(kind: K, compact: string): ClaimsOf[K] {
  try {
    return readMessage(kind, compact).claims;
  } catch (error) {
    if (!(error instanceof ActError) || error.code !== 'schema_mismatch') throw error;
    return decodeAs(kind, compact).payload as unknown as ClaimsOf[K];
  }
}

/**
 * The digest of a message that was read: as `digestOfJws`, which has to look at the text first.
 *
 * @see OA-DIG-01
 */
export function digestOfMessage({ compact }: Message<MessageKind>): Promise<string> {
  return sha256Base64url(compact);
}
