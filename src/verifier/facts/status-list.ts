import { decodeBase64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { StatusListClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { inflate } from './inflate.ts';
import { type Capacity, readSigner, type SignerFacts, type TrustContext } from './signer.ts';

export type ListedStatus = 'Active' | 'Revoked' | 'Suspended';

/** `at` is the moment asked about, in Unix seconds; `issuer` and `uri` are those that the mandate names. */
export interface StatusListFacts {
  readonly claims: StatusListClaims;
  readonly signer: SignerFacts;
  readonly at: number;
  readonly issuer: string;
  readonly uri: string;
  /** @throws status_list_malformed for an index outside the list and for a value without a meaning */
  statusAt(index: number): ListedStatus;
}

/** Two bits for each index that a mandate can name. */
const LIST_MAX_BYTES = 4_194_304;
const BITS = 2;
const PER_BYTE = 8 / BITS;
const MASK = 0b11;
const MEANING: readonly (ListedStatus | undefined)[] = ['Active', 'Revoked', 'Suspended', undefined];

const CAPACITY: Capacity = { role: 'IAC_ISSUER', eku: EKU.status };

function malformed(rule: string): ActError {
  return new ActError('status_list_malformed', { rule });
}

/** Lowest bits first. @see Token Status List 4.1 */
function statusIn(bytes: Uint8Array, index: number): ListedStatus {
  const byte = bytes[Math.floor(index / PER_BYTE)];
  if (byte === undefined || !Number.isInteger(index)) throw malformed('index');
  const status = MEANING[(byte >> ((index % PER_BYTE) * BITS)) & MASK];
  if (status === undefined) throw malformed('value');
  return status;
}

/** Which list it should be, and the moment asked about in Unix seconds. */
export interface StatusListQuestion {
  readonly issuer: string;
  readonly uri: string;
  readonly at: number;
}

/** @throws as `readMessage`, `readSigner`; status_list_malformed */
export async function readStatusList(
  compact: string,
  trust: TrustContext,
  question: StatusListQuestion,
): Promise<StatusListFacts> {
  const message = readMessage('statusList', compact);
  const compressed = decodeBase64url(message.claims.status_list.lst, 'status_list_malformed');
  const bytes = await inflate(compressed, LIST_MAX_BYTES);
  if (bytes === undefined) throw malformed('zlib');
  return {
    claims: message.claims,
    signer: readSigner(message, CAPACITY, trust),
    ...question,
    statusAt: (index) => statusIn(bytes, index),
  };
}
