import { parseArgs } from 'node:util';
import { suites } from '../roles/index.ts';
import { makeBundle, verifyBundle } from './bundle.ts';
import { type Case, casesOf, ROLES, SubjectFault, Unreachable, UsageError } from './case.ts';
import { type Console, EXIT, type Exit, USAGE } from './console.ts';
import { printable } from './printable.ts';
import { clauseOf } from './requirements.ts';
import { type AnySuite, featuresOf, run } from './run.ts';
import { readSubjectFile } from './subject-file.ts';

const OPTIONS = {
  role: { type: 'string' },
  subject: { type: 'string' },
  profile: { type: 'string' },
  baseline: { type: 'string' },
  report: { type: 'string' },
  strict: { type: 'boolean', default: false },
  key: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function suiteOf(role: string | undefined): AnySuite {
  const known = ROLES.find((one) => one === role);
  if (known === undefined) throw new UsageError(`--role is one of ${ROLES.join(', ')}.`);
  const suite = suites[known];
  if (suite === undefined) throw new UsageError(`There are no cases for the role ${known} yet.`);
  return suite as AnySuite;
}

/** @throws UsageError when no case matches: nothing run is no result */
function select(suite: AnySuite, prefixes: readonly string[]): readonly Case<never>[] {
  const chosen = casesOf(suite, prefixes);
  if (chosen.length === 0)
    throw new UsageError(`No case of ${suite.role} begins with ${prefixes.join(' or ')}.`);
  return chosen;
}

function list(
  suite: AnySuite,
  cases: readonly Case<never>[],
  profile: string | undefined,
  io: Console,
): Exit {
  const features = featuresOf(suite, profile);
  for (const { id, kind, needs, requirement } of cases) {
    const isIn = features === undefined || needs.every((feature) => features.has(feature));
    io.write(`${id}  ${kind}, ${clauseOf(requirement).strength}${isIn ? '' : ', not in the profile'}\n`);
  }
  return EXIT.expected;
}

async function conformance(args: readonly string[], io: Console): Promise<Exit> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [action, ...prefixes] = positionals;
  if (values.help) {
    io.write(USAGE);
    return EXIT.expected;
  }
  if (action === 'bundle') return makeBundle(values, io);
  if (action === 'verify-bundle') return verifyBundle(prefixes, values.key, io);
  if (action !== 'run' && action !== 'list' && action !== 'keys')
    throw new UsageError('conformance takes run, list, keys, bundle or verify-bundle.');
  const suite = suiteOf(values.role);
  const cases = select(suite, prefixes);
  if (action === 'list') return list(suite, cases, values.profile, io);
  if (values.subject === undefined) throw new UsageError(`${action} needs --subject.`);
  const file = readSubjectFile(values.subject);
  if (file.role !== suite.role)
    throw new UsageError(`${values.subject} declares the role ${file.role}, not ${suite.role}.`);
  if (action === 'keys') {
    if (suite.setUp === undefined) throw new UsageError(`A ${suite.role} needs no keys of the suite.`);
    io.write(`${JSON.stringify(suite.setUp(file.settings), null, 2)}\n`);
    return EXIT.expected;
  }
  const profile = values.profile ?? file.profile;
  const { baseline, report, strict } = values;
  return run({ suite, cases, file, profile, selection: prefixes, baseline, report, strict }, io);
}

/** One line for the console, and the exit status, of what ends a run before its end. */
function endOf(error: unknown): { readonly line: string; readonly exit: Exit } {
  // Whoever is silent, or sends without end, before the first case was asked: it is the subject, not the suite.
  if (error instanceof Unreachable || error instanceof SubjectFault)
    return { line: printable(error.message), exit: EXIT.broken };
  if (error instanceof UsageError) return { line: printable(error.message), exit: EXIT.unusable };
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))
    return { line: printable(`${String(error.message.split('. To specify')[0])}.`), exit: EXIT.unusable };
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { line: `a fault of the suite: ${fault.split('\n').map(printable).join('\n')}`, exit: EXIT.broken };
}

/** `openact conformance`, without its name. */
export async function conformanceCommand(args: readonly string[], io: Console): Promise<Exit> {
  try {
    return await conformance(args, io);
  } catch (error) {
    const { line, exit } = endOf(error);
    io.writeError(`openact conformance: ${line}\n`);
    return exit;
  }
}
