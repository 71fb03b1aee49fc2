import { randomUUID } from 'node:crypto';
import { CA_EXTENSIONS, leafExtensions } from '../forge/actors.ts';
import { type Authority, certificate, certificateThumbprint, EKU } from '../forge/certificate.ts';
import type { JsonObject } from '../forge/json.ts';
import type { Signer } from '../forge/jws.ts';
import { makeJws } from '../forge/jws.ts';
import type { Key } from '../forge/keys.ts';
import { KeyRing } from './keys.ts';

const DAY = 86_400;

/** Who the suite plays. */
export const SUITE_IDS = {
  operator: 'did:act:suite.example/list',
  psp: 'did:act:suite.example/psp',
  otherPsp: 'did:act:suite.example/other-psp',
  unlistedPsp: 'did:act:suite.example/unlisted-psp',
  provider: 'did:act:suite.example/provider',
  agent: 'did:act:suite.example/agent-1',
  otherAgent: 'did:act:suite.example/agent-2',
} as const;

export const METHOD_ID = 'urn:act:payment:openact-balance';

export const now = (): number => Math.floor(Date.now() / 1000);
export const utc = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** An entity that the suite certifies itself. */
export interface Institution {
  readonly id: string;
  readonly anchor: string;
  readonly signer: Signer;
  /** The same key, named by thumbprint. */
  readonly thin: Signer;
  readonly chain: readonly string[];
}

/** Somebody else in the trust list: the subject. */
export interface Listed {
  readonly entity: string;
  readonly role: string;
  /** What people call it. */
  readonly name?: string;
  readonly anchors: readonly string[];
  readonly chains?: readonly (readonly string[])[];
  readonly base_url?: string;
  readonly status_list_url?: string;
  /** Certificates that are not to be believed, whatever they signed. */
  readonly revoked?: readonly string[];
}

/** Everybody whom the suite plays for one subject, with keys that follow from the subject's own secret. */
export class Cast {
  readonly ring: KeyRing;
  readonly started = now();
  readonly trust: Signer;
  /** What replaces the key of the trust list one day: its readers pin both. */
  readonly nextTrust: Signer;
  readonly psp: Institution;
  readonly otherPsp: Institution;
  readonly unlistedPsp: Institution;
  readonly provider: Institution;
  readonly agent: Signer;
  readonly otherAgent: Signer;
  readonly stranger: Signer;
  /** What the entry of the payment service names besides its own certificate. */
  besides: {
    readonly chains: readonly (readonly string[])[];
    readonly revoked: readonly string[];
  } = { chains: [], revoked: [] };

  constructor(secret: string) {
    this.ring = new KeyRing(secret);
    this.trust = this.bare('trust list');
    this.nextTrust = this.bare('next trust list');
    this.psp = this.institution(SUITE_IDS.psp, 'psp', [EKU.receipt]);
    this.otherPsp = this.institution(SUITE_IDS.otherPsp, 'other psp', [EKU.receipt]);
    this.unlistedPsp = this.institution(SUITE_IDS.unlistedPsp, 'unlisted psp', [EKU.receipt]);
    this.provider = this.institution(SUITE_IDS.provider, 'provider', [EKU.agentProvider]);
    this.agent = this.bare('agent');
    this.otherAgent = this.bare('other agent');
    this.stranger = this.bare('stranger');
  }

  bare(label: string): Signer {
    const key = this.ring.key(label);
    return { key, header: { kid: key.jkt } };
  }

  /** Claims of the provider's statement about a key of an agent. */
  attestationClaims(at: number, agent: Signer = this.agent, agentId: string = SUITE_IDS.agent): JsonObject {
    return {
      iss: SUITE_IDS.provider,
      jti: `att-${randomUUID()}`,
      iat: at - DAY,
      exp: at + 30 * DAY,
      sub: agentId,
      cnf: { jwk: { ...agent.key.publicJwk } as JsonObject },
    };
  }

  /** A root of its own, and one leaf under it. `over` spoils the leaf. */
  institution(
    id: string,
    label: string,
    eku: readonly string[],
    over: { uri?: string; key?: Key; notAfter?: number } = {},
  ): Institution {
    const root: Authority = {
      name: `Suite ${label.replace(/ \(.*/, '')} root`,
      key: this.ring.key(`${label.replace(/ \(.*/, '')} root`),
    };
    const dates = { notBefore: this.started - 30 * DAY, notAfter: this.started + 300 * DAY };
    const anchor = certificate(
      { subject: root.name, key: root.key, ...dates, extensions: CA_EXTENSIONS },
      root,
    );
    const key = over.key ?? this.ring.key(label);
    const extensions = leafExtensions(over.uri ?? id, eku);
    const leaf = certificate(
      { subject: `Suite ${label}`, key, ...dates, notAfter: over.notAfter ?? dates.notAfter, extensions },
      root,
    );
    return {
      id,
      anchor,
      chain: [leaf],
      signer: { key, header: { x5c: [leaf] } },
      thin: { key, header: { 'x5t#S256': certificateThumbprint(leaf) } },
    };
  }

  /** The signed trust list with the suite's own entities and the subject. Its sequence grows with time, as readers remember it. */
  trustList(
    subjects: readonly Listed[],
    baseUrl: string,
    changes: JsonObject = {},
    by: Signer = this.trust,
  ): string {
    const at = now();
    const own = (one: Institution, role: string): Listed => ({
      entity: one.id,
      role,
      anchors: [one.anchor],
      chains: [one.chain],
      ...(role === 'PSP' ? { base_url: baseUrl } : {}),
    });
    const entries = [
      { ...own(this.psp, 'PSP'), ...this.withBesides() },
      own(this.otherPsp, 'PSP'),
      own(this.provider, 'AGENT_PROVIDER'),
      ...subjects,
    ];
    const claims = {
      iss: SUITE_IDS.operator,
      iat: at,
      exp: at + DAY,
      sequence: at,
      issued_at: utc(at),
      next_update: utc(at + DAY),
      entries: entries.map((entry) => this.entry(entry)),
      ...changes,
    };
    return makeJws('act-trust-list+jwt', claims as JsonObject, by).compact;
  }

  private withBesides(): Pick<Listed, 'chains' | 'revoked'> {
    const { chains, revoked } = this.besides;
    if (chains.length === 0) return {};
    return { chains: [this.psp.chain, ...chains], revoked };
  }

  private entry(listed: Listed): JsonObject {
    const { entity, role, name, anchors, chains, base_url, status_list_url, revoked } = listed;
    const certificates = (chains ?? []).map((chain) => ({
      'x5t#S256': certificateThumbprint(chain[0] ?? ''),
      x5c: [...chain],
    }));
    return {
      entity,
      role,
      ...(name === undefined ? {} : { name }),
      anchors: [...anchors],
      status: 'ACTIVE',
      history: [{ status: 'ACTIVE', from: utc(this.started - 365 * DAY) }],
      ...(certificates.length > 0 ? { certificates } : {}),
      ...(revoked === undefined ? {} : { revoked_certificates: revoked.map(certificateThumbprint) }),
      ...(base_url === undefined && status_list_url === undefined
        ? {}
        : {
            endpoints: {
              ...(base_url === undefined ? {} : { base_url }),
              ...(status_list_url === undefined ? {} : { status_list_url }),
            },
          }),
    };
  }
}
