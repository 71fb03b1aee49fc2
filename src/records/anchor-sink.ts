import { expectJson, type HttpClient } from '../http/index.ts';
import { isOfRecorder, privacyChannelOf, type RecordSigner } from '../protocol/attestation/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AnchorClaims, AnchoredBody, AttestationRecord } from '../protocol/generated/types.ts';
import type { Validator } from '../protocol/generated/validators.js';
import { validateAnchoredBody } from '../protocol/generated/validators.js';
import { readMessage, signMessage } from '../protocol/messages/index.ts';
import type { Clock } from '../protocol/ports.ts';
import type { AnchorPosition, AnchorSink } from './deliver.ts';

export interface AnchorSinkDeps {
  /** Address of the log, without a slash at the end. */
  readonly logUrl: string;
  readonly http: HttpClient;
  readonly clock: Clock;
  /** As those of the records: each recorder submits its own. */
  readonly signers: readonly RecordSigner[];
}

interface Receipt {
  readonly record_id: string;
  readonly index: number;
}

const receipt: Validator<Receipt> = (data): data is Receipt =>
  typeof data === 'object' &&
  data !== null &&
  'record_id' in data &&
  'index' in data &&
  typeof data.record_id === 'string' &&
  Number.isSafeInteger(data.index);

const IS_THERE: ReadonlySet<string> = new Set(['anchor_duplicate', 'anchor_id_reused']);

/**
 * Submits records to the anchor log over HTTP, each signed anew by its recorder. When the log has an anchor of the
 * record already (an answer got lost), that one is looked at, and counts when it is of this record.
 *
 * @see TSD-ATT-OCA, OA-REC-05, OA-REC-07
 */
export function createAnchorSink(deps: AnchorSinkDeps): AnchorSink {
  return {
    async submit(record) {
      const { anchor, attestation } = await anchorOf(deps, record);
      const body = { anchor, ...(attestation === undefined ? {} : { agent_attestation: attestation }) };
      try {
        const answer = expectJson(receipt, await deps.http.post(`${deps.logUrl}/anchors`, body));
        if (answer.record_id !== record.record_id)
          throw new ActError('peer_answer_invalid', { member: 'record_id' });
        return positionOf(deps, answer.index);
      } catch (error) {
        if (error instanceof ActError && IS_THERE.has(error.code)) return anchoredBefore(deps, record, error);
        throw error;
      }
    },
  };
}

function positionOf({ logUrl }: AnchorSinkDeps, index: number): AnchorPosition {
  return JSON.stringify({ log: logUrl, index });
}

async function anchorOf({ signers, clock }: AnchorSinkDeps, record: AttestationRecord) {
  const [recorder] = record.participants;
  const own = signers.find((one) => recorder !== undefined && isOfRecorder(one, recorder));
  if (own === undefined) throw new ActError('internal', { rule: 'record_signer' });
  const { record_id, version, event_type, event_time, payload_hash, hash_algorithm } = record;
  const { intent_id, delegation_id, order_no, trade_no } = record;
  const claims: AnchorClaims = {
    iss: own.id,
    iat: clock(),
    record_id,
    version,
    event_type,
    event_time,
    intent_id,
    ...(delegation_id === undefined ? {} : { delegation_id }),
    ...(order_no === undefined ? {} : { order_no }),
    ...(trade_no === undefined ? {} : { trade_no }),
    payload_hash,
    hash_algorithm,
    privacy_channel: await privacyChannelOf(record),
  };
  return { anchor: await signMessage('anchor', claims, own.signer), attestation: own.attestation };
}

async function anchoredBefore(
  deps: AnchorSinkDeps,
  record: AttestationRecord,
  refusal: ActError,
): Promise<AnchorPosition> {
  const found = await queryAnchor(deps, record);
  const { claims } = readMessage('anchor', found.anchor);
  if (claims.payload_hash !== record.payload_hash || claims.record_id !== record.record_id) throw refusal;
  return positionOf(deps, found.index);
}

/** What the log has of a record. @throws ActError anchor_not_found, peer_* */
export async function queryAnchor(
  { logUrl, http }: Pick<AnchorSinkDeps, 'logUrl' | 'http'>,
  record: AttestationRecord,
): Promise<AnchoredBody> {
  const privacyChannel = await privacyChannelOf(record);
  const url = `${logUrl}/anchors/${encodeURIComponent(record.record_id)}`;
  return expectJson(validateAnchoredBody, await http.get(url, { privacyChannel }));
}
