import {
  type AnchorClaims,
  anchorLeaf,
  digestOfObject,
  encodeBase64url,
  nodeHash,
  parseUtcSeconds,
  signCheckpoint,
  signMessage,
} from '../../src/protocol/index.ts';
import type { ExampleSet } from './example-set.ts';
import { exampleBytes, exampleKey, keySigner } from './keys.ts';
import { DELEGATION_ID, ORDER, PARTY, TIME, TRADE } from './parties.ts';
import type { ExamplePurchase } from './purchase.ts';

/** The payment and the order of the printed purchase, anchored by its agent, and a log that holds these two. */
export async function anchorExamples(purchase: ExamplePurchase): Promise<ExampleSet> {
  const payment: AnchorClaims = {
    iss: PARTY.agent,
    iat: parseUtcSeconds(TIME.paid) + 2,
    record_id: 'rec_5Kx8wQzL3nVb6YtR0pJm2E',
    version: '1',
    event_type: 'act:payment:transaction-completed',
    event_time: TIME.paid,
    intent_id: purchase.intent.intent_id,
    delegation_id: DELEGATION_ID,
    order_no: ORDER,
    trade_no: TRADE,
    payload_hash: await digestOfObject('payload of the payment'),
    hash_algorithm: 'SHA-256',
    privacy_channel: `ch_${encodeBase64url(exampleBytes('privacy channel'))}`,
  };
  const { trade_no: _trade, ...rest } = payment;
  const cart: AnchorClaims = {
    ...rest,
    record_id: 'rec_9Hd2sFgU7cXa4MoW1iTe8B',
    event_type: 'act:commerce:cart-confirmed',
    payload_hash: await digestOfObject('payload of the cart'),
  };
  const { order_no: _order, ...ofMandate } = rest;
  const delegation: AnchorClaims = {
    ...ofMandate,
    record_id: 'rec_2Wb6nRtK8vYc0QpL4zJm7E',
    event_type: 'act:delegation:delegation-issued',
    event_time: TIME.issued,
    payload_hash: await digestOfObject('payload of the mandate'),
  };
  const anchors = await Promise.all(
    [cart, payment].map((claims) => signMessage('anchor', claims, keySigner(purchase.agent))),
  );
  const [first = '', second = ''] = anchors;
  const leaves = await Promise.all(anchors.map(anchorLeaf));
  const [left = new Uint8Array(), right = new Uint8Array()] = leaves;
  const log = await exampleKey('log');
  const { publicJwk } = log;
  if (publicJwk.kty !== 'OKP') throw new Error('the key of the log is an Ed25519 key');
  const key = { name: 'trust.example/log', publicJwk };
  const checkpoint = await signCheckpoint(
    { origin: key.name, size: 2, root: await nodeHash(left, right) },
    key,
    keySigner(log),
  );
  const attested = { agent_attestation: purchase.attestation.compact };
  const places = [
    { anchor: first, ...attested, index: 0, checkpoint, inclusion: [encodeBase64url(right)] },
    { anchor: second, ...attested, index: 1, checkpoint, inclusion: [encodeBase64url(left)] },
  ];
  return {
    anchor: { '': payment, cart, delegation },
    'http/anchor-request': { '': { anchor: second, ...attested } },
    'http/anchored': { '': places[1] },
    'http/anchor-list': { '': { anchors: places } },
    'http/log-consistency': { '': { from: 1, checkpoint, consistency: [encodeBase64url(right)] } },
  };
}
