import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CURRENCY, IDS, METHOD } from '../../demo/plan.ts';
import { nodeSigner } from '../../src/http/index.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import {
  digestOfJws,
  digestOfObject,
  jwkThumbprint,
  type PublicJwk,
} from '../../src/protocol/digest/index.ts';
import type { Intent, Shown } from '../../src/protocol/generated/types.ts';
import type { JsonValue } from '../../src/protocol/json/index.ts';
import { generateKeyPair, type Signer } from '../../src/protocol/jws/index.ts';
import { readMessage, signMessage } from '../../src/protocol/messages/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import type { Queries, Store } from '../../src/store/index.ts';
import { type Payer, type PreparedMandate, STATUS_LIST } from './plan.ts';

const DAY_SECONDS = 86_400;
const CONFIRMATION_SECONDS = 120;
/** A transaction may not take long. */
const BATCH = 50;
const DEVICE_ID = 'dev_bench';

/** The account side's and one user's keys, and who they speak for. */
export interface Author {
  readonly issuer: Signer;
  readonly device: Signer;
  readonly delegator: string;
  readonly enrolment: string;
  readonly agentJkt: string;
  readonly agentJwk: PublicJwk;
  readonly statusListUri: string;
  readonly now: number;
}

export type Customer = Author & Payer;

export const random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));

export async function authorOf(
  keys: string,
  delegator: string,
  statusListUri: string,
  now: number,
): Promise<Author> {
  const issuer = await loadSigner(join(keys, 'bank', 'issuer-mandate.json'));
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  const device = nodeSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) });
  const attestation = readFileSync(join(keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const agentJwk = readMessage('attestation', attestation).claims.cnf.jwk;
  const enrolment = await signMessage(
    'enrolment',
    {
      iss: IDS.issuer,
      jti: newId(random, 'enr'),
      iat: now - DAY_SECONDS,
      exp: now + DAY_SECONDS,
      sub: delegator,
      device_id: DEVICE_ID,
      cnf: { jwk: publicJwk },
      identity_method: 'branch-visit',
    },
    issuer,
  );
  const agentJkt = await jwkThumbprint(agentJwk);
  return { issuer, device, delegator, enrolment, agentJkt, agentJwk, statusListUri, now };
}

function intentOf(now: number): Intent {
  return {
    conversation_history: { user_intent_raw: 'Book me the G123, 600 at most', input_mode: ['TEXT'] },
    intent_id: newId(random, 'int'),
    delegation_mode: 'SPECIFIED',
    validity_start_time: formatUtcSeconds(now - 600),
    validity_end_time: formatUtcSeconds(now + 5 * DAY_SECONDS),
    max_total_amount: 600,
    currency: CURRENCY,
    allowed_payment_methods: [METHOD],
    agent_id: IDS.agent,
    ext: {
      commerce: {
        max_single_amount: 600,
        min_single_amount: 0,
        allowed_categories: ['transport/train'],
        allowed_merchants: [IDS.rail, IDS.voyage],
      },
      agent_behavior: { price_deviation_tolerance: 5, price_deviation_action: 'PAUSE_AND_NOTIFY' },
      fulfillment: { delivery_time_requirement: formatUtcSeconds(now + 40 * DAY_SECONDS) },
      openact: { times_limit: 1, reference_price: 553.5 },
    },
  };
}

async function iacOf(author: Author) {
  const intent = intentOf(author.now);
  const { conversation_history: _history, ...limits } = intent;
  const source_isr_digest = await digestOfObject(intent as unknown as JsonValue);
  return {
    ...limits,
    delegation_id: newId(random, 'dlg'),
    delegator_identity: author.delegator,
    source_isr_digest,
  };
}

/** One mandate as the issuer would have signed it after the user's confirmation, with that confirmation. */
async function makeMandate(author: Customer, index: number) {
  const { now, agentJkt } = author;
  const iac = await iacOf(author);
  const shown: Shown = {
    kind: 'mandate',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: IDS.agent, jkt: agentJkt },
    summary: { en: 'One train ticket, 600.00 in all', zh: '火车票一张，总额 600.00' },
    iac,
  };
  const subject = { shown, subject_digest: iac.source_isr_digest, agent_jkt: agentJkt };
  const confirmation = await signMessage(
    'confirmation',
    {
      iss: DEVICE_ID,
      sub: author.delegator,
      aud: IDS.issuer,
      jti: newId(random, 'cnf'),
      iat: now,
      exp: now + CONFIRMATION_SECONDS,
      challenge: await digestOfObject(subject as unknown as JsonValue),
      decision: 'APPROVE',
      method: 'FACE',
      channel: 'PHONE',
    },
    author.device,
  );
  const mandate = await signMessage(
    'mandate',
    {
      iss: IDS.issuer,
      jti: iac.delegation_id,
      sub: author.delegator,
      aud: IDS.psp,
      iat: now,
      nbf: now - 600,
      exp: now + 5 * DAY_SECONDS,
      cnf: { jkt: agentJkt },
      status: { status_list: { idx: index, uri: author.statusListUri } },
      confirmation_digest: await digestOfJws(confirmation),
      iac: { ...iac, user_confirmation_method: 'FACE', user_confirmation_timestamp: formatUtcSeconds(now) },
    },
    author.issuer,
  );
  return { delegationId: iac.delegation_id, mandate, shown, confirmation, iac, customer: author };
}

type Made = Awaited<ReturnType<typeof makeMandate>>;

/** The mandate, the question and its answer, the event: what is there once the user has confirmed. */
async function insertMandate(tx: Queries, made: Made, index: number): Promise<void> {
  const { delegationId, mandate, iac, customer: author } = made;
  await insertConfirmation(tx, author, made);
  await tx.run(
    `INSERT INTO iac_mandates (delegation_id, content_digest, iac, psp_id, delegator, agent_id, agent_jkt, agent_jwk,
       confirmation_id, starts_at, ends_at, state, revision, status_list, status_index)
     VALUES ($1, $12, $2, $3, $4, $5, $6, $7, $13, $8, $9, 'ISSUED', 1, $10, $11)`,
    [
      delegationId,
      JSON.stringify(iac),
      IDS.psp,
      author.delegator,
      IDS.agent,
      author.agentJkt,
      JSON.stringify(author.agentJwk),
      author.now - 600,
      author.now + 5 * DAY_SECONDS,
      STATUS_LIST,
      index,
      iac.source_isr_digest,
      `cf_${delegationId}`,
    ],
  );
  await tx.run(
    `INSERT INTO issued_messages (message_id, kind, claims, compact) VALUES ($1, 'mandate', $2, $3)`,
    [`mandate:${delegationId}`, JSON.stringify(readMessage('mandate', mandate).claims), mandate],
  );
}

async function insertConfirmation(tx: Queries, author: Author, made: Made): Promise<void> {
  const { claims } = readMessage('confirmation', made.confirmation);
  await tx.run(
    `INSERT INTO confirmations (confirmation_id, kind, subject_id, delegator, shown, subject_digest, agent_jkt,
       agent_jwk, challenge, expires_at, state, device_id, evidence, evidence_jti, decided_at)
     VALUES ($1, 'mandate', $2, $3, $4, $5, $6, $7, $8, $9, 'APPROVED', $10, $11, $12, $13)`,
    [
      `cf_${made.delegationId}`,
      made.delegationId,
      author.delegator,
      JSON.stringify(made.shown),
      made.iac.source_isr_digest,
      author.agentJkt,
      JSON.stringify(author.agentJwk),
      claims.challenge,
      claims.exp,
      DEVICE_ID,
      made.confirmation,
      claims.jti,
      author.now,
    ],
  );
}

/**
 * Writes the rows that the issuer writes when a mandate was confirmed: all in one status list, for one customer after
 * the other.
 */
export async function issueMandates(
  store: Store,
  customers: readonly Customer[],
  count: number,
): Promise<PreparedMandate[]> {
  const made: Made[] = [];
  for (let index = 0; index < count; index += 1) {
    const customer = customers[index % customers.length];
    if (customer) made.push(await makeMandate(customer, index));
  }
  await store.transact((tx) =>
    tx.run('INSERT INTO iac_status_lists (number, allotted, version) VALUES ($1, $2, 0)', [
      STATUS_LIST,
      count,
    ]),
  );
  for (let start = 0; start < count; start += BATCH) {
    await store.transact(async (tx) => {
      for (const [index, one] of made.slice(start, start + BATCH).entries()) {
        await insertMandate(tx, one, start + index);
      }
    });
  }
  return made.map(({ iac: _iac, customer: { enrolment, paymentToolRef }, ...mandate }) => ({
    ...mandate,
    payer: { enrolment, paymentToolRef },
  }));
}
