import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../forge/json.ts';
import { saidIn } from '../../live/amounts.ts';
import { now, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { isSignedBy, openMessage, publicKeyOf } from '../../live/read.ts';
import { type Asked, type Reply, SuiteServer } from '../../live/server.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { answerAsBank } from './bank.ts';
import type { Act, Errand, Outcome, Runner, Wanted } from './errand.ts';
import { type Addresses, IDS, Players } from './players.ts';
import { body, problem, reply, Scene, type Spoils, type Who } from './scene.ts';
import type { AgentSettings } from './settings.ts';
import { answerAsSeller, CATEGORY, DATA_CATEGORY, ITEM } from './shop.ts';

/** A good purchase of each kind. */
export type Kind = 'order' | 'cashier' | 'fetch' | 'cashier-fetch' | 'talk';

/** What a run left behind: what the agent said, and what was seen of it. */
export interface Ran {
  readonly outcome: Outcome;
  readonly scene: Scene;
}

export interface Order {
  readonly wanted?: Partial<Wanted>;
  readonly merchants?: readonly (typeof IDS.shop | typeof IDS.other)[];
  readonly path?: string;
  /** Records are anchored in the suite's log. */
  readonly anchors?: boolean;
  readonly acts?: readonly Act[];
  readonly contexts?: Readonly<Record<string, string>>;
}

const PLAYED = ['trust', 'bank', 'shop', 'other', 'stranger'] as const;
const DAY = 86_400;
const CURRENCY = 'CNY';

/** The world of an agent on loopback: every server that it can meet, all played by the suite. */
export class Market {
  readonly players: Players;
  /** The kinds of purchase that the last run was a good one of: their controls need not be made again. */
  readonly proven = new Set<Kind>();
  private readonly runner: Runner;
  private readonly servers = new Map<Who, SuiteServer>();
  private readonly folders: string[] = [];
  private scene: Scene | undefined;
  private notes: Notes | undefined;
  private ownFault: unknown;

  constructor(agent: AgentSettings, runner: Runner) {
    this.players = new Players(agent);
    this.runner = runner;
  }

  async open(): Promise<void> {
    for (const who of PLAYED)
      this.servers.set(who, await SuiteServer.start(0, (asked) => this.answer(who, asked)));
  }

  async close(): Promise<void> {
    for (const server of this.servers.values()) await server.close();
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  get addresses(): Addresses {
    return Object.fromEntries([...this.servers].map(([who, { url }]) => [who, url])) as unknown as Addresses;
  }

  /** A folder in which an agent may remember things from one errand to the next. */
  memory(): string {
    const folder = mkdtempSync(join(tmpdir(), 'openact-agent-state-'));
    this.folders.push(folder);
    return folder;
  }

  /** Sends the agent on one errand. @throws SubjectFault when it breaks, or does something that no peer may see */
  async run(kind: Kind, order: Order, spoils: Spoils, notes: Notes, memory = this.memory()): Promise<Ran> {
    const errand = this.players.said(this.errand(kind, order));
    const scene = new Scene(this.players, this.addresses, errand, spoils);
    this.scene = scene;
    this.notes = notes;
    const ended = await this.runner.run(errand, memory);
    this.scene = undefined;
    if (this.ownFault !== undefined) throw this.ownFault;
    notes.exchange({ what: `the errand (${kind})`, sent: errand, received: ended });
    if ('broken' in ended) throw new SubjectFault(ended.broken);
    must(scene.faults.length === 0, scene.faults[0] ?? '');
    return { outcome: ended.outcome, scene };
  }

  private errand(kind: Kind, order: Order): Errand {
    const isFetch = kind === 'fetch' || kind === 'cashier-fetch';
    const { addresses, players } = this;
    const sellers = order.merchants ?? [IDS.shop];
    const wanted: Wanted = {
      need: isFetch ? ['figures'] : ['T-100'],
      quantity: 1,
      allowed_categories: [isFetch ? DATA_CATEGORY : CATEGORY],
      currency: CURRENCY,
      max_single_amount: isFetch ? '1.00' : '150.00',
      max_total_amount: isFetch ? '10.00' : '300.00',
      allowed_merchants: sellers,
      validity_end_time: utc(now() + 2 * DAY),
      price_deviation_action: 'PAUSE_AND_NOTIFY',
      ...order.wanted,
    };
    const url = `${addresses.shop}${order.path ?? '/figures/prices?day=1'}`;
    return {
      errand: isFetch ? 'fetch' : kind === 'talk' ? 'talk' : 'buy',
      level: kind === 'cashier' || kind === 'cashier-fetch' ? 'act:L1' : 'act:L2',
      utterance: isFetch
        ? `Fetch “figures” from ${url}, at most ${wanted.max_single_amount} CNY.`
        : `Buy ${wanted.quantity} “${ITEM.name}”, at most ${wanted.max_single_amount} CNY.`,
      wanted,
      agent_id: players.agent.id,
      agent_attestation: players.attestation(),
      delegator_identity: IDS.delegator,
      issuer: IDS.issuer,
      psp: IDS.psp,
      payment_tool_ref: IDS.tool,
      payment_methods: [IDS.method],
      merchants: sellers.map((merchant) => ({
        merchant,
        base_url: merchant === IDS.shop ? addresses.shop : addresses.other,
      })),
      trust_list_url: `${addresses.trust}/trust-list`,
      trust_list_key: { ...players.cast.trust.key.publicJwk } as JsonObject,
      ...(order.anchors ? { log_url: addresses.trust } : {}),
      local_origins: [addresses.trust, addresses.bank, addresses.shop, addresses.other],
      ...(isFetch ? { resource: { method: 'GET' as const, url } } : {}),
      ...(order.acts === undefined ? {} : { acts: order.acts, contexts: order.contexts ?? {} }),
    };
  }

  private async answer(who: Who, asked: Asked): Promise<Reply> {
    const { scene, notes } = this;
    if (scene === undefined) return problem('not_found', 'OA-HTTP-01', 404);
    scene.calls.push({ who, method: asked.method, path: asked.path, said: JSON.stringify(asked) });
    const given = this.said(await this.replyOf(scene, who, asked));
    const sent = { headers: asked.headers, body: asked.text };
    notes?.exchange({ what: `${asked.method} ${asked.path} at ${who}`, sent, received: given });
    return given;
  }

  /** Sellers and account side speak in the currency of the agent. */
  private said(given: Reply): Reply {
    return { ...given, body: saidIn(given.body, this.players.agent.currency) };
  }

  private async replyOf(scene: Scene, who: Who, asked: Asked): Promise<Reply> {
    const spoilt = await scene.spoils.reply?.(asked, who, scene);
    if (spoilt !== undefined) return spoilt;
    try {
      return honestReply(scene, who, asked);
    } catch (error) {
      if (!(error instanceof SubjectFault)) {
        this.ownFault = error;
        throw error;
      }
      // What the peer of an agent would refuse is a fault of the agent, whatever it makes of the refusal.
      scene.faults.push(error.message);
      return problem('schema_mismatch', 'OA-SCH-01', 400);
    }
  }
}

/** A log that takes what the agent itself has signed. @throws SubjectFault */
function answerAsLog(scene: Scene, asked: Asked): Reply {
  const { anchor } = body(asked, 'http/anchor-request.json');
  const opened = openMessage(anchor, 'act-anchor+jwt', 'anchor.json');
  const { jwk, id } = scene.players.agent;
  if (!isSignedBy(opened, publicKeyOf(jwk)))
    throw new SubjectFault('An anchor is not signed by the agent’s key.');
  must(opened.claims.iss === id, 'An anchor is of somebody else.');
  scene.anchors.push(opened.claims);
  return reply({ record_id: opened.claims.record_id, index: scene.anchors.length - 1, checkpoint: '' }, 201);
}

function honestReply(scene: Scene, who: Who, asked: Asked): Reply {
  if (who === 'bank') return answerAsBank(scene, asked);
  if (who === 'shop' || who === 'other') return answerAsSeller(scene, who, asked);
  if (who === 'trust' && asked.method === 'GET' && asked.path === '/trust-list') {
    const text = scene.players.trustList(scene.addresses, scene.spoils.trust);
    return { status: 200, type: 'application/jwt', body: text };
  }
  if (who === 'trust' && asked.method === 'POST' && asked.path === '/anchors')
    return answerAsLog(scene, asked);
  return who === 'stranger' ? reply({}) : problem('not_found', 'OA-HTTP-01', 404);
}
