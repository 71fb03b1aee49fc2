import { parseArgs } from 'node:util';
import { createHttpClient } from '../http/index.ts';
import { readPinnedKeys } from '../http/key-file.ts';
import { readBeginning } from '../http/read-beginning.ts';
import { ActError } from '../protocol/errors/index.ts';
import { printable, printableJson } from '../protocol/printable.ts';
import { type Audit, auditLog } from '../trust/index.ts';
import { type CliIo, type Command, EXIT, type ExitCode, UnusableInput } from './io.ts';
import { LOG_USAGE } from './usage.ts';

const OPTIONS = {
  url: { type: 'string' },
  log: { type: 'string' },
  'trust-key': { type: 'string' },
  from: { type: 'string' },
  channel: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof optionsOf>['values'];

function optionsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function required(values: Values, name: 'url' | 'log' | 'trust-key'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UnusableInput(`--${name} is missing.`);
  return value;
}

/** Three lines and their signatures. */
const CHECKPOINT_FILE_MAX_BYTES = 65_536;

async function readFormer(path: string): Promise<string> {
  const bytes = await readBeginning(path, CHECKPOINT_FILE_MAX_BYTES + 1).catch(() => {
    throw new UnusableInput(`The checkpoint ${path} cannot be read.`);
  });
  if (bytes.length <= CHECKPOINT_FILE_MAX_BYTES) return new TextDecoder().decode(bytes);
  throw new UnusableInput(`The checkpoint ${path} is larger than ${CHECKPOINT_FILE_MAX_BYTES} bytes.`);
}

/** What shows that the log is not what it says; everything else only shows that it could not be looked at. */
const FINDINGS: ReadonlySet<string> = new Set([
  'log_inconsistent',
  'log_checkpoint_invalid',
  'log_inclusion_invalid',
  'jws_signature_invalid',
  'anchor_submitter_not_allowed',
]);

async function audited(values: Values, now: number): Promise<Audit> {
  const url = required(values, 'url').replace(/\/$/, '');
  if (!URL.canParse(url)) throw new UnusableInput('--url is not an address.');
  const { origin } = new URL(url);
  const http = createHttpClient((other) => other === origin);
  try {
    return await auditLog({
      ...{ url, http, now },
      logId: required(values, 'log'),
      pinnedKeys: await readPinnedKeys(required(values, 'trust-key')),
      ...(values.from === undefined ? {} : { former: await readFormer(values.from) }),
      ...(values.channel === undefined ? {} : { channels: values.channel }),
    });
  } finally {
    await http.close();
  }
}

function text({ origin, size, formerSize, tiles, anchors, checkpoint }: Audit): string {
  const begins =
    formerSize === undefined ? 'no former checkpoint was given' : `begins with the log of ${formerSize}`;
  return [
    `log        ${printable(origin)}`,
    `size       ${size}, ${begins}`,
    `recomputed ${tiles} tiles, ${anchors} anchors`,
    'the log is what it says; keep this checkpoint for the next audit:',
    '',
    ...checkpoint.split('\n').map(printable),
  ].join('\n');
}

function report(io: CliIo, json: boolean, error: ActError): ExitCode {
  const { code, evidence, message } = error;
  if (json) io.write(`${printableJson({ verdict: 'refused', code, evidence })}\n`);
  else io.write(`the log is NOT what it says: ${printable(message)} ${printableJson(evidence)}\n`);
  return EXIT.refused;
}

/** `openact log audit`: recomputes a log from what it shows. */
export const logCommand: Command = async (args, io) => {
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    io.write(LOG_USAGE);
    return EXIT.ok;
  }
  if (positionals.length !== 1 || positionals[0] !== 'audit') throw new UnusableInput('log takes audit.');
  const json = values.json === true;
  try {
    const audit = await audited(values, io.now());
    io.write(json ? `${printableJson({ verdict: 'accepted', ...audit })}\n` : text(audit));
    return EXIT.ok;
  } catch (error) {
    if (error instanceof ActError && FINDINGS.has(error.code)) return report(io, json, error);
    throw error;
  }
};
