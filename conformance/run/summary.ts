import type { Verdict } from './case.ts';
import type { Counts, Entry } from './record.ts';

type Column = 'act-2.1' | 'profile';

export const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'warn', 'skip', 'error'];

export function countsOf(entries: readonly Entry[]): Counts {
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, warn: 0, skip: 0, error: 0 };
  for (const { verdict } of entries) counts[verdict] += 1;
  return counts;
}

/** `12/14`, and what the rest was; a dash where there is nothing to say. */
function cell(entries: readonly Entry[]): string {
  if (entries.length === 0) return '–';
  const { pass, fail, warn, skip, error } = countsOf(entries);
  const rest = Object.entries({ failed: fail, warned: warn, 'not run': skip, broke: error })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`);
  return [`${pass}/${entries.length}`, ...rest].join(', ');
}

/** What is answered by whoever limits those that ask, or cannot work just now. */
const LATER: ReadonlySet<unknown> = new Set([429, 503]);

/** The codes that say so; any other has judged what was asked. */
const LATER_CODES: ReadonlySet<unknown> = new Set([
  'request_rate_exceeded',
  'too_many_requests',
  'connections_exceeded',
  'store_unavailable',
  'shutting_down',
  'trust_list_unavailable',
  'peer_unreachable',
]);

/** So many cases do not end alike by chance. */
const SEVERAL = 10;

/** As `mustFit` says it of what was answered. */
const WRONG_FORM = / does not fit schemas\//;

interface Received {
  readonly status?: unknown;
  readonly body?: unknown;
}

/**
 * A failure whose last answer was to come later says nothing of the clause that was asked. It is no pass either. A refusal
 * in a form of its own is wrong whenever it comes: no waiting mends it.
 */
function wasPutOff({ verdict, exchanges, message = '' }: Entry): boolean {
  if ((verdict !== 'fail' && verdict !== 'warn') || WRONG_FORM.test(message)) return false;
  const received = exchanges.at(-1)?.received as Received | null | undefined;
  if (!LATER.has(received?.status)) return false;
  const { code } = (received?.body ?? {}) as { readonly code?: unknown };
  return code === undefined || LATER_CODES.has(code);
}

/** Nothing of the role can be there where every answer is of one status, and nothing was passed. */
function nobodyThereLines(entries: readonly Entry[]): string[] {
  const run = entries.filter(({ verdict }) => verdict !== 'skip');
  const statuses = new Set(
    run.flatMap(({ exchanges }) =>
      exchanges.map(({ received }) => (received as Received | null)?.status ?? 'none'),
    ),
  );
  const [only] = statuses;
  if (statuses.size !== 1 || LATER.has(only) || run.length < SEVERAL) return [];
  if (run.some(({ verdict, exchanges }) => verdict === 'pass' && exchanges.length > 0)) return [];
  return [
    '',
    `Whatever was asked, the answer was ${String(only)}: look at the address in the subject file, and at what stands in front`,
    'of the subject. Redirects are not followed.',
  ];
}

/** For whoever has to find out why. */
function putOffLines(entries: readonly Entry[]): string[] {
  const putOff = entries.filter(wasPutOff).length;
  if (putOff === 0) return [];
  return [
    '',
    `${putOff} failed on an answer of 429 or 503: the subject limits who asks, or could not work. That says nothing of`,
    'their clauses. Lift the limit for the suite, or wait until the subject is ready, and run them again.',
  ];
}

/** What one origin of requirements comes to. Not everything that applies was run = nothing is said about the whole. */
export function verdictOf(entries: readonly Entry[], column: Column): string {
  const own = entries.filter(({ origin }) => origin === column);
  const { pass } = countsOf(own);
  const failures = own.filter(({ verdict }) => verdict === 'fail' || verdict === 'error');
  if (failures.length > 0)
    return failures.every(wasPutOff) ? 'not known: the subject put the suite off' : 'does not conform';
  if (pass === 0) return 'nothing was run';
  return 'conforms, as far as it was run';
}

/** The table by component, ACT and the profile in columns of their own, and the two verdicts. */
export function summaryOf(entries: readonly Entry[]): string {
  const components = [...Map.groupBy(entries, ({ component }) => component)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const isRun = ([, own]: (typeof components)[number]): boolean =>
    own.some(({ verdict }) => verdict !== 'skip');
  // What the profile has nothing of is named in one place, so that the rest can be read.
  const absent = components.filter((one) => !isRun(one)).map(([component]) => component);
  const rows = components
    .filter(isRun)
    .map(([component, own]) => [
      component,
      ...(['act-2.1', 'profile'] as const).map((column) =>
        cell(own.filter(({ origin }) => origin === column)),
      ),
    ]);
  const table = [['component', 'ACT 2.1', 'OpenACT profile'], ...rows];
  const widths = [0, 1, 2].map((at) => Math.max(...table.map((row) => (row[at] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [
    ...lines,
    ...(absent.length === 0 ? [] : ['', `not run: ${absent.join(', ')}`]),
    ...putOffLines(entries),
    ...nobodyThereLines(entries),
    '',
    `ACT 2.1:          ${verdictOf(entries, 'act-2.1')}`,
    `OpenACT profile:  ${verdictOf(entries, 'profile')}`,
    '',
  ].join('\n');
}
