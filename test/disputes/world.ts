import { randomBytes } from 'node:crypto';
import {
  type AnchorClaims,
  type AnchoredBody,
  type AttestationRecord,
  anchorLeaf,
  type Correlation,
  type DisputeBundle,
  digestOfJws,
  digestOfObject,
  EKU,
  type EventBodies,
  type EventType,
  encodeBase64url,
  formatUtcSeconds,
  generateKeyPair,
  type Hash,
  issueLeaf,
  type JsonValue,
  jwkThumbprint,
  localSigner,
  type NoteKey,
  newPrivacyChannel,
  type ReceiptClaims,
  type RecordSigner,
  readMessage,
  recordOf,
  type Signer,
  signCheckpoint,
  signMessage,
  signRecord,
} from '../../src/protocol/index.ts';
import { inclusionProof } from '../../src/trust/log/proofs.ts';
import { Tile } from '../../src/trust/log/tile.ts';
import { rootOver } from '../../src/trust/log/tree.ts';
import { sealDispute } from '../../src/verifier/index.ts';
import {
  type Actors,
  certifiedActor,
  DAY_SECONDS,
  IDS,
  WORLD_NOW,
} from '../../src/verifier/testing/actors.ts';
import { buildWorld, type Changes, type World } from '../../src/verifier/testing/world.ts';

export const LOG_ID = 'did:act:trust.example/log';
export const COLLECTED = WORLD_NOW + 3_600;

const random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));
const INTENT = 'int_0123456789abcdefghijkl';

export interface Recorders {
  readonly issuer: RecordSigner;
  readonly psp: RecordSigner;
  readonly merchant: RecordSigner;
  readonly agent: RecordSigner;
}

interface Log {
  readonly key: NoteKey;
  readonly signer: Signer;
  readonly chain: readonly string[];
}

/** Everybody who keeps records, and a log whose key the trust list has. */
export interface Witnesses {
  readonly recorders: Recorders;
  readonly log: Log;
}

export async function createWitnesses(actors: Actors): Promise<Witnesses> {
  const eku = [EKU.record, EKU.anchor];
  const { bank, rail } = actors.authorities;
  const signerOf = async (authority: typeof bank, uri: string): Promise<RecordSigner> => ({
    id: uri,
    signer: (await certifiedActor({ authority, uri, eku, notBefore: WORLD_NOW - 2 * 3_600 })).signer,
  });
  const attestation = (await buildWorld(actors)).attestation;
  const { publicJwk, privateJwk } = await generateKeyPair('Ed25519');
  if (publicJwk.kty !== 'OKP') throw new Error('no Ed25519 key');
  const leaf = await issueLeaf({
    serial: random(16),
    issuer: rail,
    subjectUri: LOG_ID,
    commonName: 'Log',
    eku: [EKU.log],
    publicKey: { ...publicJwk },
    notBefore: WORLD_NOW - DAY_SECONDS,
    notAfter: WORLD_NOW + DAY_SECONDS,
  });
  return {
    recorders: {
      issuer: await signerOf(bank, IDS.issuer),
      psp: await signerOf(bank, IDS.psp),
      merchant: await signerOf(rail, IDS.merchant),
      agent: { id: IDS.agent, signer: actors.agent.signer, attestation },
    },
    log: {
      key: { name: 'trust.example/log', publicJwk },
      signer: localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) }),
      chain: [leaf, ...rail.chain],
    },
  };
}

/** The purchase of the verifier's tests under a trust list that has the log as well. */
export async function purchaseWith(actors: Actors, log: Log, changes: Changes = {}): Promise<World> {
  const thumbprint = encodeBase64url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(log.chain[0] ?? '', 'base64'))),
  );
  return buildWorld(actors, {
    ...changes,
    trustList: (draft) => {
      draft.entries.push({
        entity: LOG_ID,
        role: 'LOG',
        anchors: [actors.anchors.rail],
        status: 'ACTIVE',
        history: [{ status: 'ACTIVE', from: '2026-11-01T00:00:00Z' }],
        certificates: [{ 'x5t#S256': thumbprint, x5c: [...log.chain] }],
      });
    },
  });
}

type Who = keyof Recorders;
const ROLES = { issuer: 'IAC_ISSUER', psp: 'PSP', merchant: 'MERCHANT', agent: 'PAYER_AGENT' } as const;

interface Event {
  readonly type: EventType;
  readonly by: Who;
  readonly at: number;
  readonly correlation: Omit<Correlation, 'intent_id'>;
  readonly body: EventBodies[EventType];
}

async function eventsOf(world: World): Promise<Event[]> {
  const { mandate, mandateClaims, quote, quoteClaims, intent, confirmation, paymentRequest, receipt } = world;
  const paid: ReceiptClaims = readMessage('receipt', receipt).claims;
  const { iac } = mandateClaims;
  const window = {
    delegation_mode: intent.delegation_mode,
    validity_start_time: intent.validity_start_time,
    validity_end_time: intent.validity_end_time,
    max_total_amount: '1800.00',
    currency: 'CNY',
  };
  const delegation = { delegation_id: iac.delegation_id };
  const order = { ...delegation, order_no: quoteClaims.out_trade_no };
  const trade = { ...order, trade_no: paid.trade_no };
  const quote_digest = await digestOfJws(quote);
  const mandate_digest = await digestOfJws(mandate);
  const price = { amount: quoteClaims.amount, payer_amount: quoteClaims.payer_amount, currency: 'CNY' };
  return [
    {
      ...{ type: 'act:delegation:intent-created', by: 'agent', at: WORLD_NOW - 1_900, correlation: {} },
      body: { intent_digest: await digestOfObject(intent as unknown as JsonValue), ...window },
    },
    {
      ...{ type: 'act:delegation:delegation-issued', by: 'issuer', at: WORLD_NOW - 1_800 },
      correlation: delegation,
      body: {
        ...{ ...window, mandate_digest, psp_id: IDS.psp, agent_jkt: mandateClaims.cnf.jkt },
        confirmation_digest: await digestOfJws(confirmation),
      },
    },
    {
      ...{ type: 'act:commerce:cart-confirmed', by: 'agent', at: WORLD_NOW - 30, correlation: order },
      body: {
        counterparty: IDS.merchant,
        quote_digest,
        ...price,
        pay_before: formatUtcSeconds(WORLD_NOW + 600),
      },
    },
    {
      ...{ type: 'act:payment:transaction-completed', by: 'psp', at: WORLD_NOW, correlation: trade },
      body: {
        ...{ merchant: IDS.merchant, agent_id: IDS.agent, quote_digest, mandate_digest, ...price },
        request_digest: await digestOfJws(paymentRequest),
        state: 'WAIT_SELLER_FULFILLMENT',
      },
    },
    {
      ...{
        type: 'act:commerce:fulfillment-completed',
        by: 'merchant',
        at: WORLD_NOW + 20,
        correlation: trade,
      },
      body: {
        ...{ psp_id: IDS.psp, agent_id: IDS.agent, quote_digest, amount: price.amount, currency: 'CNY' },
        receipt_digest: await digestOfJws(receipt),
        delivered_digest: await digestOfObject('the ticket'),
      },
    },
  ] as Event[];
}

async function recordEvent(event: Event, { recorders }: Witnesses): Promise<AttestationRecord> {
  const unsigned = await recordOf(
    {
      record_id: `rec_${encodeBase64url(random(32))}`,
      event_type: event.type,
      event_time: formatUtcSeconds(event.at),
      correlation: { intent_id: INTENT, ...event.correlation },
      participants: [{ id: recorders[event.by].id, role: ROLES[event.by] }],
      event_body: event.body,
    },
    { now: event.at + 1, random },
  );
  return signRecord(unsigned, recorders[event.by]);
}

export type AnchorChange = (claims: AnchorClaims) => AnchorClaims;

async function anchorOf(
  record: AttestationRecord,
  by: RecordSigner,
  change: AnchorChange = (claims) => claims,
): Promise<string> {
  const { record_id, event_type, event_time, intent_id, payload_hash, hash_algorithm } = record;
  const { delegation_id, order_no, trade_no } = record;
  const claims: AnchorClaims = {
    ...{ iss: by.id, iat: WORLD_NOW + 60, version: '1', record_id, event_type, event_time, intent_id },
    ...(delegation_id === undefined ? {} : { delegation_id }),
    ...(order_no === undefined ? {} : { order_no }),
    ...(trade_no === undefined ? {} : { trade_no }),
    ...{ payload_hash, hash_algorithm, privacy_channel: newPrivacyChannel(random) },
  };
  return signMessage('anchor', change(claims), by.signer);
}

export interface DisputeWorld {
  readonly world: World;
  readonly bundle: DisputeBundle;
  readonly bytes: Uint8Array;
}

/** What is different: the purchase, the records before they are anchored, the anchors. */
export interface DisputeChanges {
  readonly purchase?: Changes;
  readonly record?: (record: AttestationRecord) => AttestationRecord;
  readonly anchor?: AnchorChange;
}

/** A trade with all of its records, anchored in a log of 300 entries, and everything in one sealed file. */
export async function disputeWorld(
  actors: Actors,
  witnesses: Witnesses,
  { purchase, record: change = (one) => one, anchor }: DisputeChanges = {},
): Promise<DisputeWorld> {
  const world = await purchaseWith(actors, witnesses.log, purchase);
  const events = await eventsOf(world);
  const records = await Promise.all(events.map(async (event) => change(await recordEvent(event, witnesses))));
  const anchors = await Promise.all(
    records.map((record, at) => anchorOf(record, witnesses.recorders[events[at]?.by ?? 'psp'], anchor)),
  );
  const anchored = await inLog(anchors, witnesses);
  const content: Omit<DisputeBundle, 'content_digest'> = {
    version: '1',
    trade_no: readMessage('receipt', world.receipt).claims.trade_no,
    collected_at: formatUtcSeconds(COLLECTED),
    log_id: LOG_ID,
    trust_list: world.trustListCompact,
    purchase: world.bundle,
    records: records.map((record, at) => {
      const one = anchored[at];
      return { record, ...(one === undefined ? {} : { anchored: one }) };
    }),
  };
  const bytes = await sealDispute(content);
  return { world, bundle: JSON.parse(new TextDecoder().decode(bytes)), bytes };
}

async function inLog(anchors: readonly string[], { log, recorders }: Witnesses): Promise<AnchoredBody[]> {
  const others = Array.from({ length: 100 }, () => Buffer.from(random(32)));
  const leaves: Hash[] = [...others, ...(await Promise.all(anchors.map(anchorLeaf)))];
  const checkpoint = await signCheckpoint(
    { origin: log.key.name, size: leaves.length, root: rootOver(leaves) },
    log.key,
    log.signer,
  );
  const tiles = {
    tile: async (_level: number, index: number) => Tile.over(leaves.slice(index * 256, (index + 1) * 256)),
  };
  return Promise.all(
    anchors.map(async (anchor, at) => {
      const index = others.length + at;
      const proof = await inclusionProof(index, leaves.length, tiles);
      const isAgents = readMessage('anchor', anchor).claims.iss === recorders.agent.id;
      const { attestation } = recorders.agent;
      return {
        anchor,
        ...(isAgents && attestation !== undefined ? { agent_attestation: attestation } : {}),
        ...{ index, checkpoint, inclusion: proof.map(encodeBase64url) },
      };
    }),
  );
}
