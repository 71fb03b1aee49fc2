import { digestOfObject, type PublicJwk, publicJwkFrom } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { CreditRequestClaims } from '../../../protocol/generated/types.ts';
import type { CreditSources } from '../ports.ts';

/** A platform's own knowledge, to be changed while a test runs. */
export interface KnownCredit {
  readonly subjects: Map<string, PublicJwk>;
  /** Evidence that is genuine, by its reference. */
  readonly evidence: Set<string>;
  readonly assertions: Map<string, { subject: string; valid: boolean; validUntil: number; level: string }>;
  /** Versions of the one mapping rule that can be used; the last one maps. */
  versions: string[];
  bound: string;
  /** What the rule says. */
  content: string;
  /** What cannot be reached. */
  down: 'assertion' | 'mapping' | undefined;
  readonly asked: { subject: string; request: CreditRequestClaims }[];
}

export function newKnownCredit(): KnownCredit {
  return {
    subjects: new Map(),
    evidence: new Set(),
    assertions: new Map(),
    versions: ['1.0'],
    bound: '2000.00',
    content: 'one level for one level',
    down: undefined,
    asked: [],
  };
}

const POLICY = 'level-mapping';

/** Sources over that knowledge. */
export function sourcesOf(known: KnownCredit): CreditSources {
  return {
    subjectKey: async (subject) => {
      const key = known.subjects.get(subject);
      return key && publicJwkFrom(key);
    },
    evidenced: async ({ evidence }) => evidence.every(({ ref }) => known.evidence.has(ref)),
    async assertion(ref) {
      if (known.down === 'assertion') throw new ActError('peer_unreachable');
      return known.assertions.get(ref);
    },
    async map(ref) {
      if (known.down === 'mapping') throw new ActError('peer_unreachable');
      return {
        mapped_value: { level: `${known.assertions.get(ref)?.level}-ASSOCIATED` },
        mapping_policy: { id: POLICY, version: known.versions.at(-1) ?? '' },
        usage_bound: { max_amount: known.bound, currency: 'CNY' },
        rule_digest: await digestOfObject({ version: known.versions.at(-1) ?? '', content: known.content }),
      };
    },
    async supports({ id, version }) {
      if (known.down === 'mapping') throw new ActError('peer_unreachable');
      return id === POLICY && known.versions.includes(version);
    },
    async ask(subject, request) {
      known.asked.push({ subject, request });
    },
  };
}
