import { parseArgs } from 'node:util';
import { readPinnedKeys } from '../http/key-file.ts';
import { printableJson } from '../protocol/printable.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import { bundleReport, looksLikeBundle } from './inspect/bundle.ts';
import { type Input, readInput } from './inspect/input.ts';
import { jsonReport } from './inspect/json.ts';
import { renderText } from './inspect/render.ts';
import type { Reader, Report } from './inspect/report.ts';
import { tokenReport } from './inspect/token.ts';
import { type Command, EXIT, UnusableInput } from './io.ts';
import { INSPECT_USAGE } from './usage.ts';

const OPTIONS = {
  'trust-key': { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function momentOf(text: string): number {
  try {
    return parseUtcSeconds(text);
  } catch {
    throw new UnusableInput('--now takes a time like 2026-01-20T10:00:00Z.');
  }
}

function reportOn(input: Input, reader: Reader): Promise<Report> {
  if (input.form === 'token') return tokenReport(input.token, reader);
  return looksLikeBundle(input.value) ? bundleReport(input, reader) : jsonReport(input, reader);
}

/** `openact inspect`: takes a token, a purchase bundle or another message apart and runs the checks that can be run. */
export const inspectCommand: Command = async (args, io) => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.write(INSPECT_USAGE);
    return EXIT.ok;
  }
  const [subject, ...others] = positionals;
  if (subject === undefined || others.length > 0) throw new UnusableInput('inspect takes one token or file.');
  const now = values.now === undefined ? io.now() : momentOf(values.now);
  const keyFile = values['trust-key'];
  const trustListKey = keyFile === undefined ? undefined : await readPinnedKeys(keyFile);
  const report = await reportOn(await readInput(subject, io), { now, trustListKey });
  io.write(values.json ? `${printableJson(report, 2)}\n` : renderText(report, io.colour));
  return report.verdict === 'refused' ? EXIT.refused : EXIT.ok;
};
