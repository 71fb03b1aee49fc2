/** The reference agent on an errand of the suite, in this process: a store of its own, real HTTP, no shortcuts. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  type AgentConfig,
  type AgentContext,
  type AgentDeps,
  agentContext,
  agentMigrations,
  createAgent,
  createBuyingFetch,
  type TaskView,
} from '../../../src/agent/index.ts';
import { findMandate, findTask } from '../../../src/agent/tasks/task.ts';
import {
  createExchange,
  createHttpClient,
  createLogger,
  createTrustSource,
  trustMemoryMigration,
} from '../../../src/http/index.ts';
import { jwkThumbprint } from '../../../src/protocol/digest/index.ts';
import { ActError } from '../../../src/protocol/errors/index.ts';
import type { JsonValue } from '../../../src/protocol/json/index.ts';
import { localSigner, type PrivateJwk, publicJwkOf } from '../../../src/protocol/jws/index.ts';
import { createAnchorSink, deliverDue, recordWaiting } from '../../../src/records/index.ts';
import { openStore } from '../../../src/store/index.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Ended, Errand, Outcome, Runner } from '../../roles/agent/errand.ts';
import { talk } from './talk.ts';

/** For the user on loopback, who decides at once. */
const PATIENCE_SECONDS = 2;
const POLL_MILLISECONDS = 10;
/** Slower sellers cost their own offers only: those that the suite makes late, not one that a busy machine does. */
const SELLER_MILLISECONDS = 5_000;

function configOf(errand: Errand): AgentConfig {
  return {
    agent_id: errand.agent_id,
    delegator_identity: errand.delegator_identity,
    issuer: errand.issuer,
    psp_id: errand.psp,
    payment_methods: errand.payment_methods,
    payment_tool_ref: errand.payment_tool_ref,
    merchants: errand.merchants.map((one) => ({ ...one, names: [one.merchant] })),
    categories: errand.wanted.allowed_categories.map((category) => ({ category, words: [category] })),
    trust_list_url: errand.trust_list_url,
    currency: errand.wanted.currency,
    utc_offset_minutes: 0,
    max_attempts: 2,
    max_queries: 3,
    poll_milliseconds: POLL_MILLISECONDS,
    merchant_deadline_milliseconds: SELLER_MILLISECONDS,
  };
}

interface Hands {
  readonly context: AgentContext;
  readonly deps: AgentDeps;
  readonly exchange: ReturnType<typeof createExchange>['exchange'];
  close(): Promise<void>;
}

async function prepare(errand: Errand, jwk: PrivateJwk, state: string): Promise<Hands> {
  const known = new Set(errand.local_origins);
  const http = createHttpClient((origin) => known.has(origin));
  const { exchange, close: closeExchange } = createExchange((origin) => known.has(origin));
  const store = await openStore(join(state, 'agent.db'), [...agentMigrations, trustMemoryMigration]);
  const publicJwk = publicJwkOf(jwk);
  const pinnedKey = errand.trust_list_key as unknown as AgentDeps['trustListKey'];
  const deps: AgentDeps = {
    config: configOf(errand),
    store,
    signer: localSigner(jwk, { kid: await jwkThumbprint(publicJwk) }),
    publicJwk,
    attestation: errand.agent_attestation,
    trustListKey: pinnedKey,
    trust: createTrustSource({
      url: errand.trust_list_url,
      pinnedKey,
      client: http,
      store,
      refreshSeconds: 1,
    }),
    http,
    clock: () => Math.floor(Date.now() / 1000),
    random: (count) => new Uint8Array(randomBytes(count)),
    sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
    log: createLogger('agent', 'silent'),
    trace: () => undefined,
  };
  const close = async (): Promise<void> => {
    await http.close();
    await closeExchange();
    await store.close();
  };
  return { deps, context: agentContext(deps), exchange, close };
}

/** From words to authority: what the user said, what the user answers, and what the user confirms on the device. */
async function authorise({ deps }: Hands, errand: Errand): Promise<{ readonly view: TaskView }> {
  const agent = createAgent(deps);
  const level = errand.level === 'act:L1' ? { level: errand.level } : {};
  const { task_id: taskId } = await agent.draft(errand.utterance, level);
  const answers: Record<string, JsonValue> = {};
  for (const [field, value] of Object.entries(errand.wanted)) answers[field] = value as JsonValue;
  await agent.answer(taskId, answers);
  await agent.confirm(taskId);
  const view = await agent.awaitAuthority(taskId, PATIENCE_SECONDS);
  return { view };
}

async function buy(hands: Hands, errand: Errand): Promise<Outcome> {
  const { view } = await authorise(hands, errand);
  if (view.status !== 'AUTHORISED') return { status: 'REFUSED', code: view.code ?? 'mandate_not_yet_valid' };
  const { result } = await createAgent(hands.deps).buy(view.task_id);
  if (result === undefined) return { status: 'UNKNOWN', code: 'internal' };
  const { status, code, trade_no, goods, confirmation } = result;
  if (status !== 'DONE') return { status, code: code ?? 'internal' };
  return {
    status,
    ...(trade_no === undefined ? {} : { trade_no }),
    ...(goods === undefined ? {} : { goods }),
    ...(confirmation === undefined ? {} : { confirmation: confirmation as unknown as JsonObject }),
  };
}

async function fetchPaid(hands: Hands, errand: Errand): Promise<Outcome> {
  const { view } = await authorise(hands, errand);
  if (view.status !== 'AUTHORISED') return { status: 'REFUSED', code: view.code ?? 'mandate_not_yet_valid' };
  return fetchUnder(hands, errand, view.task_id, errand.resource?.url ?? '');
}

async function fetchUnder(hands: Hands, errand: Errand, taskId: string, url: string): Promise<Outcome> {
  const { read } = hands.deps.store;
  const paymentToolRef = errand.payment_tool_ref;
  const task = await findTask(read, taskId);
  const stored = await findMandate(read, task?.delegationId ?? '');
  const mandate = stored?.granted?.mandate;
  const wallet =
    mandate === undefined ? { paymentToolRef, intentId: task?.intentId ?? '' } : { paymentToolRef, mandate };
  const answer = await createBuyingFetch(hands.context, wallet, hands.exchange)(url);
  if (!answer.ok) return { status: 'REFUSED', code: 'peer_answer_invalid' };
  return { status: 'DONE', body: await answer.text() };
}

/** Records what has happened and brings it into the log, before the program ends. */
async function anchor({ deps }: Hands, logUrl: string): Promise<void> {
  const { store, clock, random, log, http, config, signer, attestation } = deps;
  const signers = [{ id: config.agent_id, signer, attestation }];
  await recordWaiting({ store, clock, random, log, signers });
  await deliverDue({ store, clock, sink: createAnchorSink({ logUrl, http, clock, signers }) });
}

/** @param jwk the private key of the agent that the subject file declares */
export async function goOnErrand(errand: Errand, jwk: PrivateJwk, state: string): Promise<Outcome> {
  const hands = await prepare(errand, jwk, state);
  try {
    if (errand.errand === 'talk')
      return await talk(hands.deps, errand, (taskId, url) => fetchUnder(hands, errand, taskId, url));
    return await (errand.errand === 'fetch' ? fetchPaid(hands, errand) : buy(hands, errand));
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return { status: 'STOPPED', code: error.code };
  } finally {
    if (errand.log_url !== undefined) await anchor(hands, errand.log_url);
    await hands.close();
  }
}

/** The same without a process of its own for each errand: one program can be one mutant after the other. */
export class ReferenceAgent implements Runner {
  private readonly jwk: PrivateJwk;

  constructor(jwk: PrivateJwk) {
    this.jwk = jwk;
  }

  async run(errand: Errand, state: string): Promise<Ended> {
    try {
      return { outcome: await goOnErrand(errand, this.jwk, state) };
    } catch (error) {
      return { broken: String(error) };
    }
  }
}
