import { base64url } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { zlibStored } from '../../forge/claims.ts';
import type { JsonObject } from '../../forge/json.ts';
import { type Forgery, makeJws, type Signer } from '../../forge/jws.ts';
import { keyOf } from '../../forge/keys.ts';
import { LOG_NAME } from '../../forge/log.ts';
import { Cast, type Institution, type Listed, now, utc } from '../../live/cast.ts';
import { type Certified, certificateOf } from '../../live/read.ts';
import { type Asked, type Reply, SuiteServer } from '../../live/server.ts';
import { ACCOUNT_IDS, STATUS_INDEX_MAX } from './ids.ts';
import type { AccountSettings } from './settings.ts';

const DAY = 86_400;
const LIST_SECONDS = 300;
/** The fourth value has no meaning, and only a bad list has it. */
const VALUES = { Active: 0, Revoked: 1, Suspended: 2, reserved: 3 } as const;

export type ListedStatus = keyof typeof VALUES;

/** What is wrong with the status list that the suite serves. */
export interface SpoiltList {
  readonly claims?: JsonObject;
  readonly forge?: Forgery;
  readonly status?: number;
}

/** Two bits for each index, lowest first. */
function bytesOf(statuses: ReadonlyMap<number, ListedStatus>): Uint8Array {
  const bytes = new Uint8Array(STATUS_INDEX_MAX / 4);
  for (const [index, status] of statuses) {
    const at = Math.floor(index / 4);
    bytes[at] = (bytes[at] ?? 0) | (VALUES[status] << ((index % 4) * 2));
  }
  return bytes;
}

/** What the trust list calls the first shop; the other one has no name in it. */
export const SHOP_NAME = 'Example & Co · 示例商店';

/**
 * Whom the suite plays around an account side: the trust list, a mandate issuer with its status list, and two sellers.
 * The subject is in the list with the anchor that it declares, as whatever the role makes it.
 */
export class Surroundings {
  readonly cast: Cast;
  readonly issuer: Institution;
  readonly issuerStatus: Institution;
  readonly farIssuer: Institution;
  readonly unlistedIssuer: Institution;
  readonly shop: Institution;
  readonly otherShop: Institution;
  readonly handler: Institution;
  /** Its key signs checkpoints of evidence. */
  readonly log: Institution;
  readonly url: string;
  /** Status of the suite's own mandates by index; Active where nothing is said. */
  readonly statuses: Map<number, ListedStatus> = new Map<number, ListedStatus>();
  spoiltList: SpoiltList = {};
  /** What happens after the status list was asked for and before it is handed out. */
  meanwhile: (() => Promise<void>) | undefined;
  /** Receipts that sellers were told of, as they came; and how many of the next notices get no good answer. */
  readonly notices: string[] = [];
  /** What the subject says to the other payment service, and how that answers; without an answer it is not there. */
  partner: (path: string, body: JsonObject) => Reply = () => ({ status: 503, body: '{}' });
  /** Orders (`out_trade_no`) of whose payment the seller does not hear when it is told for the first time. */
  readonly missing = new Set<string>();
  /** Every anchor as it came, in the order of their claims below. */
  readonly anchorTexts: string[] = [];
  /** Anchors that the subject has submitted, by the order that they are about; and whether the log takes any now. */
  readonly anchors: JsonObject[] = [];
  /** The traces (`traceparent`) that requests of the subject came with, and the metrics that it told last. */
  readonly traces: string[] = [];
  metrics: JsonObject = {};
  isLogDown = false;
  refusedAnchors = 0;
  /** Seconds that the subject's clock is ahead. */
  ahead: () => number = () => 0;
  /** The same before a move of it that is under way. */
  aheadSince: () => number = () => 0;
  /** Unix seconds until which the trust list holds, where a case says so; otherwise a day. */
  listUntil: number | undefined;
  /** How often somebody came to the address that the far issuer has listed. */
  farVisits = 0;
  /** Who signs the trust list; and the certificates of the shop that are to be believed no more. */
  listSigner: Signer;
  revokedOfShop: readonly string[] = [];
  private readonly settings: AccountSettings;
  private readonly roles: readonly (readonly [string, string])[];
  private server: SuiteServer | undefined;

  constructor(settings: AccountSettings, roles: readonly (readonly [entity: string, role: string])[]) {
    this.settings = settings;
    this.roles = roles;
    this.cast = new Cast(settings.secret);
    const { cast } = this;
    this.listSigner = cast.trust;
    this.issuer = cast.institution(ACCOUNT_IDS.issuer, 'issuer', [EKU.mandate]);
    this.issuerStatus = cast.institution(ACCOUNT_IDS.issuer, 'issuer (status)', [EKU.status]);
    this.farIssuer = cast.institution(ACCOUNT_IDS.farIssuer, 'far issuer', [EKU.mandate]);
    this.unlistedIssuer = cast.institution(ACCOUNT_IDS.unlistedIssuer, 'unlisted issuer', [EKU.mandate]);
    this.shop = cast.institution(ACCOUNT_IDS.shop, 'shop', [EKU.quote, EKU.command]);
    this.otherShop = cast.institution(ACCOUNT_IDS.otherShop, 'other shop', [EKU.quote, EKU.command]);
    this.handler = cast.institution(ACCOUNT_IDS.handler, 'dispute handler', [EKU.finding]);
    // As the other keys: it follows from the secret of the subject file.
    const key = keyOf(`log ${settings.secret}`, 'Ed25519');
    this.log = cast.institution(`did:act:${LOG_NAME}`, 'log', [EKU.log], { key });
    this.url = `http://127.0.0.1:${settings.port}`;
  }

  /** Unix seconds, by the subject's clock. */
  now(): number {
    return now() + this.ahead();
  }

  get statusUri(): string {
    return `${this.url}/status-lists/1`;
  }

  /** The same server by another name, which no configuration names. */
  get farUri(): string {
    return `http://localhost:${this.settings.port}/far-status-list`;
  }

  async open(): Promise<void> {
    this.server = await SuiteServer.start(this.settings.port, (asked) => this.answer(asked));
  }

  async close(): Promise<void> {
    await this.server?.close();
  }

  trustList(): string {
    const { url, anchor, chain, accountSide, accountSideAnchor } = this.settings;
    const own = chain();
    const subjects: Listed[] = this.roles.map(([entity, role]) => ({
      entity,
      role,
      anchors: [anchor()],
      base_url: url,
      ...(own.length === 0 ? {} : { chains: [own] }),
    }));
    const played = (one: Institution, role: string): Listed => ({
      entity: one.id,
      role,
      anchors: [one.anchor],
      chains: [one.chain],
    });
    // While the clock is moved it holds before and after.
    const at = now() + this.aheadSince();
    const exp = this.listUntil ?? this.now() + DAY;
    const iat = Math.min(at, exp - 1);
    const times = { iat, exp, sequence: at, issued_at: utc(iat), next_update: utc(exp) };
    return this.cast.trustList(
      [
        ...subjects,
        ...(accountSideAnchor === undefined
          ? []
          : [{ entity: accountSide, role: 'IAC_ISSUER', anchors: [accountSideAnchor()], base_url: url }]),
        { ...played(this.issuer, 'IAC_ISSUER'), status_list_url: this.statusUri },
        { ...played(this.farIssuer, 'IAC_ISSUER'), status_list_url: this.farUri },
        {
          ...played(this.shop, 'MERCHANT'),
          name: SHOP_NAME,
          base_url: this.url,
          ...(this.revokedOfShop.length === 0 ? {} : { revoked: this.revokedOfShop }),
        },
        { ...played(this.otherShop, 'MERCHANT'), base_url: this.url },
        played(this.handler, 'DISPUTE_HANDLER'),
        played(this.log, 'LOG'),
      ],
      this.url,
      times,
      this.listSigner,
    );
  }

  /** What a message of the subject is held to. */
  certified(eku: string, entity: string = this.settings.id): Certified {
    const { anchor, chain } = this.settings;
    return { entity, anchor: certificateOf(anchor()), chains: [chain().map(certificateOf)], eku };
  }

  private statusList(): string {
    return this.statusListAt(this.now(), this.statuses, this.spoiltList);
  }

  /** What the suite's issuer says of its mandates at a moment. */
  statusListAt(at: number, statuses: ReadonlyMap<number, ListedStatus>, spoilt: SpoiltList = {}): string {
    const claims = {
      iss: ACCOUNT_IDS.issuer,
      sub: this.statusUri,
      iat: at,
      exp: at + LIST_SECONDS,
      status_list: { bits: 2, lst: base64url(zlibStored(bytesOf(statuses))) },
      ...spoilt.claims,
    };
    return makeJws('statuslist+jwt', claims, this.issuerStatus.signer, spoilt.forge).compact;
  }

  /** A seller that hears of a payment. */
  private notice(text: string): Reply {
    const { receipt } = JSON.parse(text) as { readonly receipt: string };
    const claims = Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { out_trade_no = '', trade_no = '' } = JSON.parse(claims) as JsonObject;
    if (this.missing.delete(String(out_trade_no))) return { status: 503, body: '{}' };
    this.notices.push(receipt);
    return { status: 200, body: JSON.stringify({ out_trade_no, trade_no }) };
  }

  /** A log of anchors, as far as whoever submits sees it. */
  private anchor(text: string): Reply {
    if (this.isLogDown) {
      this.refusedAnchors += 1;
      return { status: 503, body: '{}' };
    }
    const { anchor } = JSON.parse(text) as { readonly anchor: string };
    const claims = JSON.parse(
      Buffer.from(anchor.split('.')[1] ?? '', 'base64url').toString('utf8'),
    ) as JsonObject;
    this.anchors.push(claims);
    this.anchorTexts.push(anchor);
    const answer = { record_id: claims.record_id ?? '', index: this.anchors.length - 1, checkpoint: '' };
    return { status: 201, body: JSON.stringify(answer) };
  }

  /** A collector, as OTLP over HTTP has it in JSON. */
  private collect(path: string, text: string): Reply {
    if (path === '/v1/metrics') this.metrics = JSON.parse(text) as JsonObject;
    return { status: 200, body: '{}' };
  }

  private async answer({ method, path, text, headers }: Asked): Promise<Reply> {
    if (method === 'POST' && path.startsWith('/v1/')) return this.collect(path, text);
    if (typeof headers.traceparent === 'string') this.traces.push(headers.traceparent);
    if (method === 'POST' && path === '/anchors') return this.anchor(text);
    if (method === 'POST' && path === '/payment-results') return this.notice(text);
    if (method === 'POST' && path.startsWith('/interconnect/')) return this.partner(path, JSON.parse(text));
    if (method === 'GET' && path === '/trust-list')
      return { status: 200, type: 'application/jwt', body: this.trustList() };
    if (method === 'GET' && path === '/status-lists/1') {
      const body = this.statusList();
      await this.meanwhile?.();
      return {
        status: this.spoiltList.status ?? 200,
        type: 'application/statuslist+jwt',
        body,
      };
    }
    if (path === '/far-status-list') this.farVisits += 1;
    return { status: 404, body: '{}' };
  }
}
