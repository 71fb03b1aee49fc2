import { printable, printableJson } from '../../protocol/printable.ts';
import type { Obligation } from '../../verifier/index.ts';
import { type Paint, painter } from '../colour.ts';
import type { CheckView, RefusalView } from './checks.ts';
import type { Bound, MessageView } from './message.ts';
import type { Report } from './report.ts';
import { evidenceTime, type NamedTime, utcOf } from './times.ts';

const SIGNS = {
  pass: ['green', '✓'],
  refused: ['red', '✗'],
  not_reached: ['dim', '•'],
  obligation: ['yellow', '→'],
} as const;

function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}

function section(paint: Paint, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', paint('bold', title), ...indent(lines, 2)];
}

function pad(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

function evidenceLine({ evidence }: RefusalView): readonly string[] {
  const parts = Object.entries(evidence).map(([name, value]) => {
    const utc = evidenceTime(name, value);
    return `${printable(name)} = ${printable(String(value))}${utc === undefined ? '' : ` (${utc})`}`;
  });
  return parts.length === 0 ? [] : [`evidence  ${parts.join(', ')}`];
}

function clauseLine({ requirement, clause }: RefusalView): string {
  const id = `clause    ${printable(requirement)}`;
  return clause === undefined ? id : `${id} (${clause.strength}): ${clause.text}`;
}

function refusalLines(refusal: RefusalView): readonly string[] {
  const { code, title, retryability, valid_next_actions: next } = refusal;
  const after = [retryability, ...next].join(', ').replaceAll('_', ' ');
  return [`${code}: ${title}`, ...evidenceLine(refusal), clauseLine(refusal), `next      ${after}`];
}

function checkLines(paint: Paint, checks: readonly CheckView[]): readonly string[] {
  const width = pad(checks.map(({ requirement }) => requirement));
  return checks.flatMap(({ outcome, requirement, name, refusal }) => {
    const [tint, sign] = SIGNS[outcome];
    const line = `${requirement.padEnd(width)}  ${name}`;
    const shown = outcome === 'not_reached' ? paint('dim', `${line} (not reached)`) : line;
    const reasons = refusal === undefined ? [] : indent(refusalLines(refusal), 4);
    return [`${paint(tint, sign)} ${shown}`, ...reasons];
  });
}

function boundText({ value }: Bound): string {
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}

function bindLines(binds: readonly Bound[]): readonly string[] {
  const width = pad(binds.map(({ label }) => label));
  return binds.map((bound) => `${bound.label.padEnd(width)}  ${boundText(bound)}`);
}

function timeLines(times: readonly NamedTime[]): readonly string[] {
  return times.map(({ name, utc, relative }) => `${name}  ${utc}  (${relative})`);
}

function messageTitle(paint: Paint, { member, typ, title }: MessageView): string {
  const place = member === undefined ? '' : `${printable(member)}: `;
  const name = paint('bold', printable(`${place}${typ ?? 'no typ'}`));
  return `${name}  ${title}`;
}

function statesLines(paint: Paint, states: RefusalView | undefined): readonly string[] {
  return states === undefined ? [] : section(paint, 'States', refusalLines(states));
}

function obligationSection(paint: Paint, obligations: readonly Obligation[]): readonly string[] {
  const lines = obligations.map(
    ({ obligation, requirement, detail }) => `${obligation.replaceAll('_', ' ')} (${requirement}): ${detail}`,
  );
  return section(paint, 'Left to the reader: the bytes cannot show this', lines);
}

function wholeMessage(paint: Paint, message: MessageView): readonly string[] {
  return [
    messageTitle(paint, message),
    `digest  ${message.digest}`,
    ...section(paint, 'Header', printableJson(message.header, 2).split('\n')),
    ...section(paint, 'Claims', printableJson(message.claims, 2).split('\n')),
    ...section(paint, 'Times', timeLines(message.times)),
    ...section(paint, 'Binds', bindLines(message.binds)),
    ...statesLines(paint, message.states),
    ...section(paint, 'Checks', checkLines(paint, message.checks)),
    ...obligationSection(paint, message.obligations),
    ...section(paint, 'Not judged: this needs more than the token', message.needs),
  ];
}

/** A message among several: its claims in full are for --json. */
function briefMessage(paint: Paint, message: MessageView): readonly string[] {
  const refused = message.checks.filter(({ outcome }) => outcome === 'refused');
  return [
    '',
    messageTitle(paint, message),
    ...indent(
      [
        `digest  ${message.digest}`,
        ...timeLines(message.times),
        ...bindLines(message.binds),
        ...checkLines(paint, refused),
      ],
      2,
    ),
  ];
}

const MEANINGS = {
  accepted: 'every check of the bytes holds',
  decoded: 'decoded; what could be checked holds, and nothing more was judged',
  refused: 'do not rely on it',
} as const;

function verdictLine(paint: Paint, { verdict, messages, checks, now }: Report): string {
  const lines = [...checks, ...messages.flatMap((message) => message.checks)];
  const refusal = lines.find(({ outcome }) => outcome === 'refused')?.refusal;
  const tint = verdict === 'refused' ? 'red' : verdict === 'accepted' ? 'green' : 'bold';
  const reason = verdict === 'refused' && refusal ? `${refusal.code}: ${refusal.title}` : MEANINGS[verdict];
  return `${paint(tint, verdict)}  ${reason}  (judged for ${utcOf(now) ?? now})`;
}

function bodyLines(paint: Paint, report: Report): readonly string[] {
  const brief = report.messages.flatMap((message) => briefMessage(paint, message));
  return [
    paint('bold', report.title ?? ''),
    ...(report.body === undefined
      ? []
      : section(paint, 'Content', printableJson(report.body, 2).split('\n'))),
    ...statesLines(paint, report.states),
    ...brief,
    ...section(paint, 'Checks', checkLines(paint, report.checks)),
    ...obligationSection(paint, report.obligations),
    ...section(paint, 'Not judged: this needs more than the bundle', report.needs),
  ];
}

/** The report for a terminal. */
export function renderText(report: Report, colour: boolean): string {
  const paint = painter(colour);
  const body =
    report.input === 'token'
      ? report.messages.flatMap((message) => wholeMessage(paint, message))
      : bodyLines(paint, report);
  return `${[...body, '', verdictLine(paint, report)].join('\n')}\n`;
}
