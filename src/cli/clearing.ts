import { parseArgs } from 'node:util';
import { createExchange, type ExchangeAnswer, whyUnreachable } from '../http/index.ts';
import { readBeginning } from '../http/read-beginning.ts';
import { ActError } from '../protocol/errors/index.ts';
import { printable } from '../protocol/printable.ts';
import { type CliIo, type Command, EXIT, type ExitCode, UnusableInput } from './io.ts';
import { isLoopback } from './loopback.ts';
import { CLEARING_USAGE } from './usage.ts';

const OPTIONS = {
  operator: { type: 'string' },
  'token-file': { type: 'string' },
  partner: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  currency: { type: 'string' },
  amount: { type: 'string' },
  transfer: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The server asks its partner before it answers. */
const PATIENCE_MILLISECONDS = 120_000;

type Values = ReturnType<typeof optionsOf>['values'];
type Name = Exclude<keyof Values, 'help'>;

function optionsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function required(values: Values, name: Name): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UnusableInput(`--${name} is missing.`);
  return value;
}

/** One call of the operator: its address, and the options that its body is made of. */
interface Call {
  readonly path: string;
  readonly takes: readonly Name[];
}

const SPAN = ['partner', 'from', 'until'] as const;

const POSTS: ReadonlyMap<string, Call> = new Map([
  ['arrived', { path: '/clearing/arrivals', takes: ['partner', 'transfer', 'amount', 'currency'] }],
  ['reconcile', { path: '/clearing/reconciliations', takes: SPAN }],
  ['agree', { path: '/clearing/nettings', takes: [...SPAN, 'currency'] }],
  ['settle', { path: '/clearing/nettings/settle', takes: [...SPAN, 'currency', 'transfer'] }],
]);

/** @throws UnusableInput for an address that is not on this machine: the token is sent nowhere else */
function operatorAddress(values: Values): string {
  const text = required(values, 'operator');
  if (!URL.canParse(text) || !isLoopback(new URL(text).origin))
    throw new UnusableInput('--operator is no address on this machine.');
  return text.replace(/\/$/, '');
}

/** A token goes into a header. */
const TOKEN_FILE_MAX_BYTES = 4_096;

async function tokenOf(values: Values): Promise<string> {
  const path = required(values, 'token-file');
  const bytes = await readBeginning(path, TOKEN_FILE_MAX_BYTES + 1).catch(() => {
    throw new UnusableInput(`The file ${path} cannot be read.`);
  });
  const token = new TextDecoder().decode(bytes).trim();
  if (bytes.length > TOKEN_FILE_MAX_BYTES || !/^[ -~]+$/.test(token))
    throw new UnusableInput(`The file ${path} holds no token.`);
  return token;
}

/** As every other call: nowhere but to this machine, and no redirect is followed, which would hand on the token. */
async function ask(url: string, token: string, body?: object): Promise<ExchangeAnswer> {
  const authorization = `Bearer ${token}`;
  const way = createExchange(isLoopback);
  try {
    return await way.exchange({
      url,
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(body)),
      timeoutMilliseconds: PATIENCE_MILLISECONDS,
    });
  } catch (error) {
    if (!(error instanceof ActError) || error.code !== 'peer_unreachable') throw error;
    const why = whyUnreachable(error);
    throw new UnusableInput(`${new URL(url).origin} does not answer${why === undefined ? '' : `: ${why}`}.`);
  } finally {
    await way.close();
  }
}

async function run(action: string, values: Values, io: CliIo): Promise<ExitCode> {
  const call = POSTS.get(action);
  if (call === undefined && action !== 'nettings')
    throw new UnusableInput('clearing takes arrived, reconcile, agree, settle or nettings.');
  const base = operatorAddress(values);
  const token = await tokenOf(values);
  const path = call?.path ?? `/clearing/nettings?partner=${encodeURIComponent(required(values, 'partner'))}`;
  const body = call && Object.fromEntries(call.takes.map((name) => [memberOf(name), required(values, name)]));
  const answer = await ask(`${base}${path}`, token, body);
  const text = printable(new TextDecoder().decode(answer.body));
  const isDone = answer.status >= 200 && answer.status < 300;
  if (isDone) io.write(`${text}\n`);
  else io.writeError(`${text}\n`);
  return isDone ? EXIT.ok : EXIT.refused;
}

const memberOf = (name: Name): string => (name === 'transfer' ? 'evidence_ref' : name);

/** `openact clearing`: what the operator of a payment service does about its partners. */
export const clearingCommand: Command = async (args, io) => {
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    io.write(CLEARING_USAGE);
    return EXIT.ok;
  }
  const [action = '', ...others] = positionals;
  if (others.length > 0) throw new UnusableInput(`clearing does not take ${others.join(' ')}.`);
  return run(action, values, io);
};
