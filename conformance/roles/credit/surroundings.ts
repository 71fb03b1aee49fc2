import { EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { Cast, type Institution, type Listed, now, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Certified, certificateOf } from '../../live/read.ts';
import { type Asked, type Reply, SuiteServer } from '../../live/server.ts';
import { ASSERTIONS, CREDIT_IDS, EVIDENCE, OTHER_GRADE, OWN_GRADE } from './ids.ts';
import type { CreditSettings } from './settings.ts';

const DAY = 86_400;

/** Whom the suite plays around a credit service: the trust list, two shops and a platform that ask, and the subjects. */
export class Surroundings {
  readonly cast: Cast;
  readonly shop: Institution;
  readonly otherShop: Institution;
  readonly platform: Institution;
  readonly unlistedShop: Institution;
  readonly unlistedProvider: Institution;
  readonly subject: Signer;
  readonly otherSubject: Signer;
  readonly url: string;
  /** Seconds that the subject's clock is ahead. */
  ahead: () => number = () => 0;
  /** The same before a move of it that is under way. */
  aheadSince: () => number = () => 0;
  /** Unix seconds until which the trust list holds, where a case says so; otherwise a day. */
  listUntil: number | undefined;
  private readonly settings: CreditSettings;
  private server: SuiteServer | undefined;

  constructor(settings: CreditSettings) {
    this.settings = settings;
    this.cast = new Cast(settings.secret);
    const { cast } = this;
    this.shop = cast.institution(CREDIT_IDS.shop, 'shop', [EKU.command]);
    this.otherShop = cast.institution(CREDIT_IDS.otherShop, 'other shop', [EKU.command]);
    this.platform = cast.institution(CREDIT_IDS.platform, 'platform', [EKU.command]);
    this.unlistedShop = cast.institution(CREDIT_IDS.shop, 'unlisted shop', [EKU.command]);
    this.unlistedProvider = cast.institution(SUITE_IDS.provider, 'unlisted provider', [EKU.agentProvider]);
    this.subject = cast.bare('credit subject');
    this.otherSubject = cast.bare('other credit subject');
    this.url = `http://127.0.0.1:${settings.port}`;
  }

  /** Unix seconds, by the subject's clock. */
  now(): number {
    return now() + this.ahead();
  }

  async open(): Promise<void> {
    this.server = await SuiteServer.start(this.settings.port, (asked) => this.answer(asked));
  }

  async close(): Promise<void> {
    await this.server?.close();
  }

  /** What a message of the credit service is held to. */
  certified(): Certified {
    const { anchor, id } = this.settings;
    return { entity: id, anchor: certificateOf(anchor()), chains: [], eku: EKU.credit };
  }

  private trustList(): string {
    const { url, anchor, id } = this.settings;
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
        { entity: id, role: 'CREDIT_SERVICE', anchors: [anchor()], base_url: url },
        played(this.shop, 'MERCHANT'),
        played(this.otherShop, 'MERCHANT'),
        played(this.platform, 'PSP'),
      ],
      this.url,
      times,
    );
  }

  private answer({ method, path }: Asked): Reply {
    return method === 'GET' && path === '/trust-list'
      ? { status: 200, type: 'application/jwt', body: this.trustList() }
      : { status: 404, body: '{}' };
  }
}

const jwkOf = ({ key }: Signer): JsonObject => ({ ...key.publicJwk }) as JsonObject;

/** What a deployment knows before the suite runs: whom to believe, whose credit it is asked about, and what that is. */
export function creditSetUp(settings: CreditSettings): Readonly<Record<string, unknown>> {
  const { cast, url, subject, otherSubject } = new Surroundings(settings);
  const { started } = cast;
  const assertion = { issued_at: utc(started - 30 * DAY), valid_until: utc(started + 300 * DAY) };
  const good = { subject: CREDIT_IDS.subject, state: 'VALID', content: OWN_GRADE, ...assertion };
  return {
    trust_list_url: `${url}/trust-list`,
    trust_list_key: cast.trust.key.publicJwk,
    agent_provider: SUITE_IDS.provider,
    subjects: [
      { id: CREDIT_IDS.subject, key: jwkOf(subject) },
      { id: CREDIT_IDS.otherSubject, key: jwkOf(otherSubject) },
    ],
    relationships: [
      {
        subject: CREDIT_IDS.subject,
        agent: SUITE_IDS.agent,
        roles: ['DEPLOYER', 'OPERATOR', 'CONTROLLER', 'RESPONSIBLE_PARTY'],
        evidence: EVIDENCE.control,
      },
      {
        subject: CREDIT_IDS.subject,
        agent: SUITE_IDS.otherAgent,
        roles: ['DEVELOPER'],
        evidence: EVIDENCE.development,
      },
      {
        subject: CREDIT_IDS.otherSubject,
        agent: SUITE_IDS.agent,
        roles: ['DEVELOPER'],
        evidence: EVIDENCE.other,
      },
    ],
    assertions: [
      { id: ASSERTIONS.good, ...good },
      { id: ASSERTIONS.revoked, ...good, state: 'REVOKED' },
      { id: ASSERTIONS.ended, ...good, valid_until: utc(started - DAY) },
      { id: ASSERTIONS.other, ...good, subject: CREDIT_IDS.otherSubject, content: OTHER_GRADE },
    ],
  };
}
