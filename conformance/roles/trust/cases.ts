import { createHash, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { base64url } from '../../forge/bytes.ts';
import type { JsonObject } from '../../forge/json.ts';
import { utc } from '../../live/cast.ts';
import { type Answer, type Caller, must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { isSignedBy, type Opened, openMessage } from '../../live/read.ts';
import { type Case, caseId, type Notes } from '../../run/case.ts';
import type { Clerk } from './clerk.ts';

/** A trust service: where it answers, and the keys that its readers pin. */
export interface TrustService {
  readonly caller: Caller;
  readonly keys: readonly KeyObject[];
  /** The highest sequence that was seen in this run. */
  highest: number;
  /** Where the subject file says that it keeps a log. */
  readonly clerk?: Clerk;
  /** Unix seconds by the subject's clock. */
  now(): number;
}

export type TrustCase = Case<TrustService>;

interface Entry extends JsonObject {
  readonly entity: string;
  readonly role: string;
  readonly anchors: string[];
}

const DAY = 86_400;

async function fetchList(service: TrustService, notes: Notes): Promise<{ list: Opened; answer: Answer }> {
  const answer = await service.caller.call('/trust-list', {}, notes);
  mustSucceed(answer, 200);
  return { list: openMessage(answer.text.trim(), 'act-trust-list+jwt', 'trust-list.json'), answer };
}

function entriesOf({ claims }: Opened): readonly Entry[] {
  return claims.entries as unknown as readonly Entry[];
}

function positive(
  requirement: string,
  slug: string,
  title: string,
  hold: (list: Opened, service: TrustService, answer: Answer) => void,
): TrustCase {
  return {
    id: caseId('trust', requirement, slug),
    requirement,
    title,
    kind: 'positive',
    needs: [],
    run: async (service, notes) => {
      const { list, answer } = await fetchList(service, notes);
      hold(list, service, answer);
    },
  };
}

/** A call that is refused by its code, between two that succeed. */
function badCall(
  requirement: string,
  code: string,
  status: number,
  slug: string,
  path: string,
  method: string,
): TrustCase {
  return {
    id: caseId('trust', requirement, slug),
    requirement,
    title: `${method} ${path} is refused.`,
    kind: 'negative',
    needs: [],
    run: async (service, notes) => {
      await fetchList(service, notes);
      mustRefuse(await service.caller.call(path, { method }, notes), code, status);
      await fetchList(service, notes);
    },
  };
}

function probe(requirement: string, slug: string, path: string): TrustCase {
  return {
    id: caseId('trust', requirement, slug),
    requirement,
    title: `GET ${path} answers 200.`,
    kind: 'positive',
    needs: ['operations'],
    run: async ({ caller }, notes) => mustSucceed(await caller.call(path, {}, notes), 200),
  };
}

export const trustCases: readonly TrustCase[] = [
  positive(
    'OA-TRL-01',
    'list-is-signed',
    'The list is signed by a key that its readers pin.',
    (list, { keys }) => {
      must(
        keys.some((key) => isSignedBy(list, key)),
        'No pinned key has signed the list.',
      );
    },
  ),
  positive('OA-TRL-02', 'list-is-fresh', 'next_update lies ahead.', ({ claims }, { now }) => {
    must(Number(claims.exp) > now(), `The list has run out at ${String(claims.next_update)}.`);
  }),
  positive('OA-TRL-09', 'list-is-issued', 'issued_at does not lie ahead.', ({ claims }, { now }) => {
    must(Number(claims.iat) <= now() + 60, `The list is from the future: ${String(claims.issued_at)}.`);
  }),
  positive(
    'OA-TRL-07',
    'list-says-its-times-twice',
    'issued_at and iat agree, and next_update and exp.',
    ({ claims }) => {
      const { iat, exp, issued_at: issued, next_update: next } = claims;
      must(issued === utc(Number(iat)) && next === utc(Number(exp)), 'The times disagree.');
      must(Number(exp) > Number(iat), 'The list ends before it begins.');
    },
  ),
  positive('OA-TRL-08', 'entities-stand-once', 'No entity stands twice in one role.', (list) => {
    const names = entriesOf(list).map(({ entity, role }) => `${role} ${entity}`);
    must(new Set(names).size === names.length, 'An entity stands twice in one role.');
  }),
  positive(
    'OA-TRL-03',
    'sequence-never-falls',
    'The sequence is not lower than before.',
    ({ claims }, service) => {
      const sequence = Number(claims.sequence);
      must(sequence >= service.highest, `${sequence} after ${service.highest}.`);
      service.highest = sequence;
    },
  ),
  positive(
    'OA-PKI-07',
    'anchors-are-authorities',
    'Every anchor is the certificate of an authority, and is valid now.',
    (list, { now }) => {
      for (const { entity, anchors } of entriesOf(list)) {
        for (const text of anchors) {
          const anchor = new X509Certificate(Buffer.from(text, 'base64'));
          must(anchor.ca, `An anchor of ${entity} is no authority.`);
          must(Date.parse(anchor.validTo) > now() * 1000, `An anchor of ${entity} has run out.`);
        }
      }
    },
  ),
  positive(
    'OA-TRL-04',
    'anchors-stand-for-one-role',
    'No anchor stands for two roles: what certifies merchants vouches for no mandate.',
    (list) => {
      const roles = new Map<string, string>();
      for (const { role, anchors } of entriesOf(list)) {
        for (const anchor of anchors) {
          const name = createHash('sha256').update(anchor).digest('hex');
          must((roles.get(name) ?? role) === role, `One anchor stands for ${role} and ${roles.get(name)}.`);
          roles.set(name, role);
        }
      }
    },
  ),
  positive(
    'OA-TRL-05',
    'status-is-the-last-of-its-history',
    'The status of an entry is the last that its history has.',
    (list, { now }) => {
      for (const { entity, status, history } of entriesOf(list)) {
        const steps = history as unknown as readonly { readonly status: string; readonly from: string }[];
        must(
          steps.at(-1)?.status === status,
          `${entity} is ${String(status)}, and its history says otherwise.`,
        );
        must(
          steps.every(({ from }) => Date.parse(from) / 1000 <= now() + DAY),
          `${entity} has a history of the future.`,
        );
      }
    },
  ),
  badCall('OA-HTTP-01', 'not_found', 404, 'unknown-address', '/no-such-address', 'GET'),
  badCall('OA-HTTP-02', 'method_not_supported', 405, 'list-is-only-read', '/trust-list', 'DELETE'),
  {
    id: caseId('trust', 'OA-PRV-05', 'refusals-repeat-nothing'),
    requirement: 'OA-PRV-05',
    title: 'A refusal repeats neither the address that was asked, nor what stood in it or in a header.',
    kind: 'negative',
    needs: [],
    run: async (service, notes) => {
      await fetchList(service, notes);
      const secret = base64url(randomBytes(16));
      const headers = { authorization: `Bearer ${secret}` };
      for (const [path, method] of [
        [`/no-such-address/${secret}`, 'GET'],
        [`/trust-list?token=${secret}`, 'DELETE'],
      ] as const) {
        const refused = await service.caller.call(path, { method, headers }, notes);
        must(refused.status >= 400, `Answered ${refused.status}.`);
        must(!refused.text.includes(secret), 'The refusal repeats what was sent.');
        must(
          !JSON.stringify([...refused.headers]).includes(secret),
          'A header of the refusal repeats what was sent.',
        );
      }
      await fetchList(service, notes);
    },
  },
  probe('OA-OPS-21', 'says-that-it-lives', '/livez'),
  probe('OA-OPS-20', 'says-that-it-is-ready', '/readyz'),
];
