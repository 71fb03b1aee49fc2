import { assertBaseUrl, type RateLimit } from '../../http/index.ts';
import type { PublicJwk } from '../../protocol/digest/index.ts';
import type {
  CreditAssociation,
  CreditRequestClaims,
  CreditRole,
  MappingPolicy,
} from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import type { Clock, Random } from '../../protocol/ports.ts';
import type { Store } from '../../store/index.ts';
import type { TrustList } from '../../verifier/index.ts';

/** What a subject claims to be to an agent, and what it shows for it. */
export interface ClaimedRelationship {
  readonly subject: string;
  readonly agent: string;
  readonly role: CreditRole;
  readonly evidence: CreditAssociation['relationship_evidence'];
}

/** What the credit service says of a subject; its content stays there. `validUntil` in Unix seconds, exclusive. */
export interface SubjectAssertion {
  readonly subject: string;
  readonly valid: boolean;
  readonly validUntil: number;
}

/** What a mapping rule makes of an assertion for an agent. */
export interface MappedTriple
  extends Pick<CreditAssociation, 'mapped_value' | 'mapping_policy' | 'usage_bound'> {
  /** Of all that the rule says: another one under the same id and version is refused. @see TSD-CRD-MAP-07 */
  readonly rule_digest: string;
}

/**
 * The platform's own: who its subjects are, what their credit is, and how it is mapped. Whatever cannot be reached
 * throws an ActError; nothing is concluded from that.
 */
export interface CreditSources {
  /** The key that a subject, whose identity was verified, controls. @see TSD-CRD-ASC-01 */
  subjectKey(subject: string): Promise<PublicJwk | undefined>;
  /** Whether the evidence is genuine and fits the role. @see TSD-CRD-ASC-06, TSD-CRD-ASC-07 */
  evidenced(claim: ClaimedRelationship): Promise<boolean>;
  /** @see TSD-CRD-MAP-03, TSD-CRD-MAP-05 */
  assertion(ref: string): Promise<SubjectAssertion | undefined>;
  /**
   * By the rule of now, with a bound of the agent's own.
   *
   * @see TSD-CRD-MAP-06, TSD-CRD-MAP-07, TSD-CRD-MAP-10, TSD-CRD-MAP-13
   */
  map(ref: string, claim: ClaimedRelationship, purposes: readonly string[]): Promise<MappedTriple>;
  /** Whether values of this rule and version can still be used. @see TSD-CRD-VER-18 */
  supports(policy: MappingPolicy): Promise<boolean>;
  /** Tells the subject that a request waits for it; what waits can be read at the service too. @see TSD-CRD-AUTH-15 */
  ask?(subject: string, request: CreditRequestClaims): Promise<void>;
}

export interface CreditService {
  /** Identifier in the role CREDIT_SERVICE: audience of whatever is sent here. */
  readonly id: string;
  /** Public address of this server, without a slash at the end. */
  readonly baseUrl: string;
  /** The credit key (EKU.credit). */
  readonly signer: Signer;
  readonly sources: CreditSources;
  /** How long an application waits for its confirmation. */
  readonly applicationSeconds?: number;
  /** After how long an association is verified again. */
  readonly reverifySeconds?: number;
  /** How long an answer is good. */
  readonly answerSeconds?: number;
}

/** Everything that the parts of the service share. */
export interface CreditParts extends Required<Omit<CreditService, 'sources'>> {
  readonly sources: CreditSources;
  /** With `creditMigrations`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** What agents, relying parties and this service itself are judged by. @throws ActError trust_list_* */
  trustList(now: number): Promise<TrustList>;
  /** Counted for whoever has signed a message of its own, before anything of it is used up. @see OA-OPS-02 */
  readonly callerLimit?: RateLimit;
}

const HOUR = 3_600;

/** @throws ActError schema_mismatch for a `baseUrl` that addresses cannot be written behind */
export function creditParts(
  service: CreditService,
  around: Pick<CreditParts, 'store' | 'clock' | 'random' | 'trustList' | 'callerLimit'>,
): CreditParts {
  assertBaseUrl(service.baseUrl);
  return {
    applicationSeconds: 24 * HOUR,
    reverifySeconds: 30 * 24 * HOUR,
    answerSeconds: 300,
    ...service,
    ...around,
  };
}
