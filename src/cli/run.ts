import { StartError } from '../http/start-error.ts';
import { whyUnreachable } from '../http/unreachable.ts';
import { ActError } from '../protocol/errors/index.ts';
import { printable } from '../protocol/printable.ts';
import { type CliIo, type Command, EXIT, type ExitCode, UnusableInput } from './io.ts';
import { USAGE } from './usage.ts';
import { packageVersion } from './version.ts';

/** Each is loaded when it is asked for: the servers' libraries take their time. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['inspect', async () => (await import('./inspect.ts')).inspectCommand],
  ['trust', async () => (await import('./trust.ts')).trustCommand],
  ['dispute', async () => (await import('./dispute.ts')).disputeCommand],
  ['log', async () => (await import('./log.ts')).logCommand],
  ['clearing', async () => (await import('./clearing.ts')).clearingCommand],
  ['agent', async () => (await import('./agent.ts')).agentCommand],
  ['records', async () => (await import('./records.ts')).recordsCommand],
  ['store', async () => (await import('./store.ts')).storeCommand],
  ['conformance', async () => (await import('./conformance.ts')).conformanceCommand],
]);

function evidenceOf(error: ActError): string {
  const parts = Object.entries(error.evidence).map(([name, value]) => `${name} = ${value}`);
  const why = whyUnreachable(error);
  if (why !== undefined) parts.push(why);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** What the person at the console can put right, and nothing else: a fault of the program is not one of these. */
function messageFor(error: unknown): string | undefined {
  if (error instanceof UnusableInput || error instanceof StartError) return error.message;
  if (error instanceof ActError) return printable(`${error.message}${evidenceOf(error)}`);
  const isParseError =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
  return isParseError ? error.message : undefined;
}

/**
 * Runs one command line (without the program's name).
 *
 * @returns the exit status: 0 done, 1 refused, 2 or 3 with the reason on the error output
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h') {
    io.write(USAGE);
    return EXIT.ok;
  }
  if (name === '--version') {
    io.write(`${packageVersion()}\n`);
    return EXIT.ok;
  }
  const load = name === undefined ? undefined : COMMANDS.get(name);
  if (load === undefined) {
    io.writeError(
      name === undefined
        ? USAGE
        : `openact: There is no command “${printable(name)}”: openact --help names all.\n`,
    );
    return EXIT.unusable;
  }
  try {
    const command = await load();
    return await command(rest, io);
  } catch (error) {
    const message = messageFor(error);
    if (message === undefined) throw error;
    io.writeError(`openact ${name}: ${message.split('\n').map(printable).join('\n')}\n`);
    return EXIT.unusable;
  }
}
