import { logMutations } from './log-mutations.ts';
import { merchantMutations, mutation, type RoleMutation } from './role-mutations.ts';

const LIST = 'trust/trust-list.ts';
const ENTRIES = 'trust/provision.ts';

/** Rules that every server has from the same files. */
const SHARED: ReadonlySet<string> = new Set([
  ...['http/not-found', 'http/method', 'http/unreadable-answered', 'http/nothing-behind', 'http/one-host'],
]);

/** Rules of a trust service: of the list that it signs, and of how it hands it out. */
export const trustMutations: readonly RoleMutation[] = [
  ...merchantMutations.filter(({ name }) => SHARED.has(name)),
  ...logMutations,
  mutation(
    'list/signed',
    'OA-TRL-01',
    LIST,
    'const compact = await signMessage(',
    "const compact = await (OUT ? async (...given) => (await signMessage(...given)).slice(0, -8) + 'AAAAAAAA' : signMessage)(",
  ),
  mutation(
    'list/fresh',
    'OA-TRL-02',
    LIST,
    'exp: now + LIFETIME_SECONDS,',
    'exp: OUT ? now - 60 : now + LIFETIME_SECONDS,',
  ),
  mutation('list/issued', 'OA-TRL-09', LIST, 'iat: now,', 'iat: OUT ? now + 7_200 : now,'),
  mutation(
    'list/says-its-times-twice',
    'OA-TRL-07',
    LIST,
    'issued_at: formatUtcSeconds(now),',
    'issued_at: formatUtcSeconds(OUT ? now - 60 : now),',
  ),
  mutation(
    'list/entities-once',
    'OA-TRL-08',
    LIST,
    'entries: [...entries],',
    'entries: OUT ? [...entries, ...entries] : [...entries],',
  ),
  mutation(
    'list/sequence',
    'OA-TRL-03',
    LIST,
    'const sequence = (last?.sequence ?? 0) + 1;',
    'const sequence = OUT ? 1 : (last?.sequence ?? 0) + 1;',
  ),
  mutation(
    'entries/anchors-are-authorities',
    'OA-PKI-07',
    ENTRIES,
    'anchors: known?.anchors ?? [await keepAuthority(dir, role, now)],',
    'anchors: OUT && certificates?.[0] ? [certificates[0].x5c[0]] : known?.anchors ?? [await keepAuthority(dir, role, now)],',
  ),
  mutation(
    'entries/one-role-each',
    'OA-TRL-04',
    ENTRIES,
    'keepAuthority(dir, role, now)',
    "keepAuthority(dir, OUT ? 'MERCHANT' : role, now)",
  ),
  mutation(
    'entries/status-of-the-history',
    'OA-TRL-05',
    ENTRIES,
    "status: known?.status ?? 'ACTIVE',",
    "status: OUT ? 'SUSPENDED' : known?.status ?? 'ACTIVE',",
  ),
  mutation(
    'http/refusals-repeat-nothing',
    'OA-PRV-05',
    'http/app.ts',
    "answerProblem(c, new ActError('not_found'))",
    "answerProblem(c, new ActError('not_found', OUT ? { address: c.req.path } : {}))",
  ),
  mutation(
    'probes/ready',
    'OA-OPS-20',
    'http/probes/answers.ts',
    'return failing.length === 0',
    'return !OUT && failing.length === 0',
  ),
  mutation(
    'probes/live',
    'OA-OPS-21',
    'http/probes/answers.ts',
    "app.get(LIVENESS_PATH, (c) => c.json({ name, status: 'ok' }));",
    "app.get(LIVENESS_PATH, (c) => c.json({ name, status: 'ok' }, OUT ? 503 : 200));",
  ),
];
