import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readPinnedKeys } from '../http/key-file.ts';
import { accountOf, type DisputeJudgement, verifyDispute } from '../verifier/index.ts';
import { printable } from './inspect/printable.ts';
import { type CliIo, type Command, EXIT, type ExitCode, UnusableInput } from './io.ts';
import { DISPUTE_USAGE } from './usage.ts';

const OPTIONS = {
  'trust-key': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function readEvidence(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
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

async function verify(
  path: string,
  keyFile: string | undefined,
  json: boolean,
  io: CliIo,
): Promise<ExitCode> {
  if (keyFile === undefined) throw new UnusableInput('--trust-key is missing.');
  const trustListKey = await readPinnedKeys(keyFile);
  const judgement = await verifyDispute(await readEvidence(path), { trustListKey, now: io.now() });
  const account = accountOf(judgement);
  if (json) io.write(`${JSON.stringify({ ...asJson(judgement), account })}\n`);
  else io.write(`${account.map(printable).join('\n')}\n\nevidence: ${judgement.verdict.replace('_', ' ')}\n`);
  return judgement.verdict === 'good' ? EXIT.ok : EXIT.refused;
}

/** `openact dispute`: judges a file of evidence offline. */
export const disputeCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.write(DISPUTE_USAGE);
    return EXIT.ok;
  }
  const [action, path, ...others] = positionals;
  if (action !== 'verify' || path === undefined || others.length > 0) {
    throw new UnusableInput('dispute takes verify <file>.');
  }
  return verify(path, values['trust-key'], values.json === true, io);
};
