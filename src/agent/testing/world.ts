/** A buyer agent on a temporary disk between an account side and two sellers, over a network that can lose things. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CallOptions, createLogger, type HttpAnswer, type HttpClient } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Problem } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import type { TraceEvent } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { openStore, type Store } from '../../store/index.ts';
import { openTrustList } from '../../verifier/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { attestationClaims, trustListClaims } from '../../verifier/testing/claims.ts';
import { type AgentConfig, type AgentContext, type AgentDeps, agentSettings } from '../config.ts';
import { ruleReader } from '../intent/rule-reader.ts';
import { agentMigrations } from '../migrations.ts';
import { type Agent, createAgent } from '../tasks/agent.ts';
import type { TaskView } from '../tasks/task.ts';
import { BANK_URL, createBank, type FakeBank, OTHER_PSP } from './bank.ts';
import type { Reply } from './reply.ts';
import { createSeller, type FakeSeller } from './seller.ts';
import { random } from './surroundings.ts';

export const RAIL_URL = 'https://rail.example';
export const VOYAGE_URL = 'https://voyage.example';
export const OTHER_URL = 'https://pay.example';
const TRUST_URL = 'https://trust.example/trust-list';

/** What happens to a call: lost on the way there, lost on the way back, or answered with something else, done or not. */
export type Fault = 'before' | 'after' | Reply | { readonly done: Reply } | undefined;

export interface AgentWorld {
  readonly actors: Actors;
  /** Unix seconds; and how far the agent's own clock is behind everybody else's. */
  readonly time: { now: number; behind: number };
  readonly store: Store;
  readonly bank: FakeBank;
  readonly rail: FakeSeller;
  readonly voyage: FakeSeller;
  readonly network: {
    fault: (method: string, url: string) => Fault;
    readonly calls: string[];
    /** Commands that were sent in a header, by address. */
    readonly commands: Map<string, string>;
  };
  readonly trace: TraceEvent[];
  readonly agent: Agent;
  readonly context: AgentContext;
  /** Another process on the same database. */
  restart(changes?: Partial<AgentConfig>): Agent;
  close(): Promise<void>;
}

export function agentConfig(changes: Partial<AgentConfig> = {}): AgentConfig {
  return {
    agent_id: IDS.agent,
    delegator_identity: IDS.delegator,
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    payment_methods: [IDS.method],
    merchants: [
      { merchant: IDS.merchant, base_url: RAIL_URL, names: ['rail', '铁路'] },
      { merchant: IDS.otherMerchant, base_url: VOYAGE_URL, names: ['voyage', '远行'] },
    ],
    categories: [
      { category: 'transport/train', words: ['train', '高铁', '火车'] },
      { category: 'food/drink', words: ['tea', '奶茶'] },
    ],
    trust_list_url: TRUST_URL,
    currency: 'CNY',
    utc_offset_minutes: 480,
    validity_seconds: 3 * DAY_SECONDS,
    max_attempts: 3,
    max_queries: 3,
    poll_milliseconds: 1,
    ...changes,
  };
}

export function trainItem(price: string, changes: object = {}) {
  return {
    item_id: 'G123-2',
    name: 'G123, second class',
    category: 'transport/train',
    price,
    currency: 'CNY',
    stock: 5,
    deliver_by: formatUtcSeconds(WORLD_NOW + 3_600),
    ...changes,
  };
}

export async function createAgentWorld(changes: Partial<AgentConfig> = {}): Promise<AgentWorld> {
  const actors = await createActors();
  const folder = await mkdtemp(join(tmpdir(), 'openact-agent-'));
  const store = await openStore(join(folder, 'agent.db'), agentMigrations);
  const time = { now: WORLD_NOW, behind: 0 };
  const trace: TraceEvent[] = [];
  const bank = createBank(actors, time);
  const rail = createSeller({ id: IDS.merchant, url: RAIL_URL, actor: actors.merchant }, time);
  const voyage = createSeller({ id: IDS.otherMerchant, url: VOYAGE_URL, actor: actors.otherMerchant }, time);
  rail.settings.items = [trainItem('553.50')];
  voyage.settings.items = [trainItem('549.00')];
  const compact = await signedTrustList(actors);
  const trustList = await openTrustList(compact, actors.trustList.publicJwk, WORLD_NOW);
  const network: AgentWorld['network'] = {
    fault: () => undefined,
    calls: [],
    commands: new Map(),
  };
  const peers = new Map<string, Peer>([
    [BANK_URL, bank],
    [RAIL_URL, rail],
    [VOYAGE_URL, voyage],
  ]);
  const deps = async (more: Partial<AgentConfig>): Promise<AgentDeps> => ({
    config: agentConfig({ ...changes, ...more }),
    store,
    signer: actors.agent.signer,
    publicJwk: actors.agent.publicJwk,
    attestation: await signMessage('attestation', attestationClaims(actors), actors.provider.signer),
    trust: { current: async () => trustList },
    trustListKey: actors.trustList.publicJwk,
    http: clientOf(network, compact, peers),
    clock: () => time.now - time.behind,
    random,
    sleep: async () => {},
    log: createLogger('test', 'silent'),
    trace: (event) => trace.push(event),
  });
  const first = await deps({});
  return {
    actors,
    time,
    store,
    bank,
    rail,
    voyage,
    network,
    trace,
    agent: createAgent(first),
    context: { ...first, config: agentSettings(first.config), reader: ruleReader },
    restart: (more = {}) => createAgent({ ...first, config: agentConfig({ ...changes, ...more }) }),
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

function signedTrustList(actors: Actors): Promise<string> {
  const claims = trustListClaims(actors);
  const addresses: Record<string, string> = {
    [IDS.issuer]: BANK_URL,
    [IDS.psp]: BANK_URL,
    [IDS.merchant]: RAIL_URL,
    [IDS.otherMerchant]: VOYAGE_URL,
  };
  const entries = claims.entries.map((entry) => {
    const base = addresses[entry.entity];
    return base === undefined ? entry : { ...entry, endpoints: { base_url: base } };
  });
  const there = entries
    .filter(({ entity, role }) => entity === IDS.psp && role === 'PSP')
    .map((entry) => ({ ...entry, entity: OTHER_PSP, endpoints: { base_url: OTHER_URL } }));
  return signMessage('trustList', { ...claims, entries: [...entries, ...there] }, actors.trustList.signer);
}

interface Peer {
  handle(method: string, path: string, body: unknown): Promise<Reply>;
}

function clientOf(
  network: AgentWorld['network'],
  trustList: string,
  peers: ReadonlyMap<string, Peer>,
): HttpClient {
  async function call(
    method: string,
    url: string,
    body: unknown,
    { command }: CallOptions = {},
  ): Promise<HttpAnswer> {
    const { origin, pathname } = new URL(url);
    network.calls.push(`${method} ${url}`);
    if (command !== undefined) network.commands.set(url, command);
    const fault = network.fault(method, url);
    if (fault === 'before') throw new ActError('peer_unreachable');
    if (typeof fault === 'object' && 'status' in fault) return answerOf(fault);
    if (url === TRUST_URL) return answerOf({ status: 200, body: trustList });
    const peer = peers.get(origin);
    if (peer === undefined) throw new ActError('address_forbidden');
    const reply = await peer.handle(method, pathname, structuredClone(body));
    if (fault === 'after') throw new ActError('peer_unreachable');
    return answerOf(fault === undefined ? reply : fault.done);
  }
  return {
    get: (url, options) => call('GET', url, undefined, options),
    post: (url, body, options) => call('POST', url, body, options),
  };
}

function answerOf({ status, body }: Reply): HttpAnswer {
  const isProblem = typeof body === 'object' && body !== null && 'retryability' in body;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    contentType: isProblem ? 'application/problem+json' : 'application/json',
    body: new TextEncoder().encode(text),
    ...pauseIn(body),
  };
}

/** As a server tells it in the header. */
function pauseIn(body: unknown): Pick<HttpAnswer, 'retryAfterSeconds'> {
  const { evidence } = (body ?? {}) as Partial<Problem>;
  const seconds = evidence?.retry_after_seconds;
  return typeof seconds === 'number' ? { retryAfterSeconds: seconds } : {};
}

export const UTTERANCE =
  'Buy one second class train ticket G123 from rail, at most 600 yuan each and 1800 yuan in total, up to 3 times';

/** A task with a granted mandate. */
export async function authorisedTask(world: AgentWorld, utterance: string = UTTERANCE): Promise<string> {
  const { task_id: taskId } = await world.agent.draft(utterance);
  await world.agent.confirm(taskId);
  const task = await world.agent.read(taskId);
  if (task.status !== 'AUTHORISED') throw new Error(`not authorised: ${task.status} ${task.code}`);
  return taskId;
}

/** Counts the calls of an address. */
export function callsTo(world: AgentWorld, call: string): number {
  return world.network.calls.filter((one) => one === call).length;
}

/** Fails the first `count` calls of an address. */
export function failing(
  path: string,
  count: number,
  fault: Exclude<Fault, undefined>,
): AgentWorld['network']['fault'] {
  let left = count;
  // A path at any address, or at one address only: of several sellers that are asked at once, any may be the first.
  return (_method, url) =>
    (new URL(url).pathname === path || url === path) && left-- > 0 ? fault : undefined;
}

export function stateOf(view: TaskView): readonly [string | undefined, string | undefined] {
  return [view.result?.status, view.result?.code];
}
