import { randomBytes } from 'node:crypto';
import { certificateThumbprint, EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import { type Forgery, makeJws, type Signer } from '../../forge/jws.ts';
import { saidIn } from '../../live/amounts.ts';
import { Cast, type Institution, METHOD_ID, now, SUITE_IDS, utc } from '../../live/cast.ts';
import { ownFits } from '../../live/schemas.ts';
import { type AgentSettings, domainOf } from './settings.ts';

export const IDS = {
  issuer: 'did:act:suite.example/iac',
  otherIssuer: 'did:act:suite.example/other-iac',
  psp: SUITE_IDS.psp,
  otherPsp: SUITE_IDS.otherPsp,
  shop: 'did:act:suite-shop.example/tickets',
  other: 'did:act:suite-other.example/tickets',
  delegator: 'did:act:suite.example/u-4Kp9r2',
  device: 'dev-1',
  method: METHOD_ID,
  tool: 'tool-1',
} as const;

/** What a case changes about one signed message. */
export interface Spoilt {
  readonly claims?: (claims: JsonObject, players: Players) => JsonObject;
  readonly signer?: (players: Players) => Signer;
  readonly forge?: Forgery;
}

export interface Addresses {
  readonly trust: string;
  readonly bank: string;
  readonly shop: string;
  readonly other: string;
  /** Nobody that the trust list knows. */
  readonly stranger: string;
}

const DAY = 86_400;

/** A plain trust list of this run has this number; a case may show a lower one. */
export const SEQUENCE = 1_000;

/** Everybody whom the suite plays for an agent: account side, sellers, provider, operator of the trust list. */
export class Players {
  readonly cast: Cast;
  readonly issuer: Institution;
  /** Trusted like the first, and nobody that an errand names. */
  readonly otherIssuer: Institution;
  readonly psp: Institution;
  readonly shop: Institution;
  readonly other: Institution;
  readonly provider: Institution;
  readonly device: Signer;
  readonly agent: AgentSettings;

  constructor(agent: AgentSettings) {
    // Nobody needs these keys in advance: an errand says which key to pin.
    this.cast = new Cast(randomBytes(24).toString('base64url'));
    this.agent = agent;
    const { cast } = this;
    this.issuer = cast.institution(IDS.issuer, 'issuer', [EKU.mandate, EKU.status]);
    this.otherIssuer = cast.institution(IDS.otherIssuer, 'other issuer', [EKU.mandate, EKU.status]);
    this.psp = cast.psp;
    this.shop = cast.institution(IDS.shop, 'shop', [EKU.quote, EKU.command]);
    this.other = cast.institution(IDS.other, 'other shop', [EKU.quote, EKU.command]);
    const provider = `did:act:${domainOf(agent.id)}/suite-provider`;
    this.provider = cast.institution(provider, 'agent provider', [EKU.agentProvider]);
    this.device = cast.bare('device');
  }

  /** What cases say in CNY, as this agent is told it; what is said already stays. */
  said<T>(what: T): T {
    return JSON.parse(saidIn(JSON.stringify(what), this.agent.currency));
  }

  /** Signs a message of the suite. Only what a case spoils may break its schema. */
  sign(typ: string, schema: string, claims: JsonObject, by: Signer, spoilt: Spoilt = {}): string {
    ownFits(schema, claims);
    const said = spoilt.claims?.(structuredClone(claims), this) ?? claims;
    return makeJws(typ, this.said(said), spoilt.signer?.(this) ?? by, spoilt.forge).compact;
  }

  attestation(): string {
    const at = now();
    const claims = {
      iss: this.provider.id,
      jti: 'att-1',
      iat: at - DAY,
      exp: at + 30 * DAY,
      sub: this.agent.id,
      cnf: { jwk: { ...this.agent.jwk } as JsonObject },
    };
    return this.sign('act-agent+jwt', 'agent-attestation.json', claims, this.provider.signer);
  }

  trustList(addresses: Addresses, spoilt: Spoilt = {}): string {
    const at = now();
    const entry = (one: Institution, role: string, url?: string): JsonObject => ({
      entity: one.id,
      role,
      anchors: [one.anchor],
      status: 'ACTIVE',
      history: [{ status: 'ACTIVE', from: utc(this.cast.started - 365 * DAY) }],
      certificates: [
        { 'x5t#S256': certificateThumbprint(one.chain[0] ?? ''), x5c: [...one.chain] },
      ] as unknown as JsonObject[],
      ...(url === undefined ? {} : { endpoints: { base_url: url } }),
    });
    const claims: JsonObject = {
      iss: SUITE_IDS.operator,
      iat: at,
      exp: at + DAY,
      sequence: SEQUENCE,
      issued_at: utc(at),
      next_update: utc(at + DAY),
      entries: [
        entry(this.issuer, 'IAC_ISSUER', addresses.bank),
        entry(this.otherIssuer, 'IAC_ISSUER'),
        entry(this.psp, 'PSP', addresses.bank),
        entry(this.cast.otherPsp, 'PSP'),
        entry(this.shop, 'MERCHANT', addresses.shop),
        entry(this.other, 'MERCHANT', addresses.other),
        entry(this.provider, 'AGENT_PROVIDER'),
      ],
    };
    return this.sign('act-trust-list+jwt', 'trust-list.json', claims, this.cast.trust, spoilt);
  }
}
