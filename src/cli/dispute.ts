import { parseArgs } from 'node:util';
import { readPinnedKeys } from '../http/key-file.ts';
import { readBeginning } from '../http/read-beginning.ts';
import { printable, printableJson } from '../protocol/printable.ts';
import {
  accountOf,
  DISPUTE_BUNDLE_MAX_BYTES,
  type DisputeJudgement,
  verifyDispute,
} from '../verifier/index.ts';
import { collectDispute, collectLive, writeDispute } from './dispute-bundle.ts';
import { type CliIo, type Command, EXIT, type ExitCode, UnusableInput } from './io.ts';
import { DISPUTE_USAGE } from './usage.ts';

const OPTIONS = {
  'trust-key': { type: 'string' },
  agent: { type: 'string', multiple: true },
  purchase: { type: 'string' },
  records: { type: 'string', multiple: true },
  url: { type: 'string' },
  log: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function readEvidence(path: string): Promise<Uint8Array> {
  try {
    // One byte too many is enough for the verifier to refuse it.
    return await readBeginning(path, DISPUTE_BUNDLE_MAX_BYTES + 1);
  } catch {
    throw new UnusableInput(`The file ${path} cannot be read.`);
  }
}

function asJson({ verdict, code, about, records, missing, finding, purchase }: DisputeJudgement): object {
  return {
    verdict,
    ...(code === undefined ? {} : { code }),
    ...(about === undefined ? {} : { about }),
    purchase: purchase?.verdict ?? 'not_reached',
    records: records.map(({ record, verdict: one, code: why, about: what }) => ({
      record_id: record.record_id,
      event_type: record.event_type,
      event_time: record.event_time,
      signers: record.signatures.map(({ signer }) => signer),
      verdict: one,
      ...(why === undefined ? {} : { code: why }),
      ...(what === undefined ? {} : { about: what }),
    })),
    missing,
    ...finding,
  };
}

type Values = ReturnType<typeof optionsOf>['values'];

function optionsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function required(values: Values, name: 'trust-key' | 'purchase' | 'url' | 'log' | 'out'): string {
  const value = values[name];
  if (value === undefined || value === '') throw new UnusableInput(`--${name} is missing.`);
  return value;
}

/** Says what a file of evidence comes to. */
async function judge(bytes: Uint8Array, values: Values, io: CliIo): Promise<ExitCode> {
  const trustListKey = await readPinnedKeys(required(values, 'trust-key'));
  const judgement = await verifyDispute(bytes, { trustListKey, now: io.now() });
  const account = accountOf(judgement);
  if (values.json) io.write(`${printableJson({ ...asJson(judgement), account })}\n`);
  else io.write(`${account.map(printable).join('\n')}\n\nevidence: ${judgement.verdict.replace('_', ' ')}\n`);
  return judgement.verdict === 'good' ? EXIT.ok : EXIT.refused;
}

function address(text: string, name: string): string {
  if (!URL.canParse(text)) throw new UnusableInput(`--${name} is not an address.`);
  return text.replace(/\/$/, '');
}

async function collect(tradeNo: string, values: Values, io: CliIo): Promise<ExitCode> {
  const out = required(values, 'out');
  const log = { url: address(required(values, 'url'), 'url'), logId: required(values, 'log'), now: io.now() };
  const [agent, ...above] = values.agent ?? [];
  const bytes =
    agent === undefined
      ? await fromFiles(tradeNo, values, log)
      : await fromServers(tradeNo, [agent, ...above], log, io);
  await writeDispute(out, bytes);
  return judge(bytes, values, io);
}

type Log = Parameters<typeof collectLive>[2];

function fromFiles(tradeNo: string, values: Values, log: Log): Promise<Uint8Array> {
  return collectDispute({
    ...{ tradeNo, ...log },
    purchase: required(values, 'purchase'),
    records: values.records ?? [],
  });
}

async function fromServers(
  tradeNo: string,
  agents: readonly [string, ...string[]],
  log: Log,
  io: CliIo,
): Promise<Uint8Array> {
  const [agent, ...above] = agents.map((one) => address(one, 'agent'));
  const { bytes, unavailable } = await collectLive(tradeNo, [agent ?? '', ...above], log);
  for (const holder of unavailable)
    io.writeError(`openact dispute: ${printable(holder)} shows no records now.\n`);
  return bytes;
}

/** `openact dispute`: collects the evidence of a trade into one file, and judges such a file offline. */
export const disputeCommand: Command = async (args, io) => {
  const { values, positionals } = optionsOf(args);
  if (values.help) {
    io.write(DISPUTE_USAGE);
    return EXIT.ok;
  }
  const [action, subject, ...others] = positionals;
  if (subject !== undefined && others.length === 0) {
    if (action === 'verify') return judge(await readEvidence(subject), values, io);
    if (action === 'bundle') return collect(subject, values, io);
  }
  throw new UnusableInput('dispute takes verify <file> or bundle <trade number>.');
};
