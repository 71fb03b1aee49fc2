import type { WriteStream } from 'node:tty';
import type { TraceEvent } from '../src/protocol/ports.ts';
import { printable } from '../src/protocol/printable.ts';

/** What people and programs see of one step. */
export interface Step extends TraceEvent {
  readonly level: string;
  readonly balances: Readonly<Record<string, string>>;
}

export interface Summary {
  readonly purchases: readonly {
    level: string;
    amount: string;
    currency: string;
    state: string;
    trade_no: string;
  }[];
  readonly refusals: readonly { attack: string; code: string; requirement: string }[];
  /** What the log has by now, and the first purchase led back to the wish through it. */
  readonly records: { readonly anchored: number; readonly chain: readonly string[]; readonly holds: boolean };
  readonly seconds_to_first_receipt: number;
}

export interface Printer {
  chapter(title: string): void;
  say(line: string): void;
  step(step: Step): void;
  /** In brief, people see only the steps that move money; programs see every step all the same. */
  brief(isBrief: boolean): void;
  summary(summary: Summary): void;
}

/** One JSON object a line, for programs. Titles and talk are for people and are left out. */
export function jsonPrinter(out: NodeJS.WritableStream): Printer {
  let count = 0;
  return {
    chapter() {},
    say() {},
    brief() {},
    step(step) {
      count += 1;
      out.write(`${JSON.stringify({ step: count, ...lineOf(step) })}\n`);
    },
    summary(summary) {
      out.write(`${JSON.stringify({ summary })}\n`);
    },
  };
}

function lineOf(step: Step) {
  return {
    level: step.level,
    from: step.from,
    to: step.to,
    message: step.message,
    signer: step.signer ?? null,
    checks: step.checks,
    outcome: step.outcome,
    code: step.code ?? null,
    requirement: step.requirement ?? null,
    balances: step.balances,
  };
}

export type Paint = (text: string) => string;

type Paints = Readonly<Record<'bold' | 'dim' | 'green' | 'red' | 'cyan' | 'yellow', Paint>>;

export function paints(colour: boolean): Paints {
  const paint = (code: number): Paint =>
    colour ? (text) => `\u001b[${code}m${text}\u001b[0m` : (text) => text;
  return {
    bold: paint(1),
    dim: paint(2),
    red: paint(31),
    green: paint(32),
    yellow: paint(33),
    cyan: paint(36),
  };
}

export function wantsColour(out: NodeJS.WritableStream): boolean {
  if (process.env.NO_COLOR) return false;
  return Boolean(process.env.FORCE_COLOR) || (out as WriteStream).isTTY === true;
}

/** Their names are long. */
const STEPS_A_LINE = 3;
const CHECKS_SHOWN = 6;

function shortChecks(checks: readonly string[]): string {
  const shown = checks.slice(0, CHECKS_SHOWN).join(' ');
  const more = checks.length - CHECKS_SHOWN;
  return more > 0 ? `${shown} … and ${more} more` : shown;
}

function textOf(balances: Step['balances']): string {
  return Object.entries(balances)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(' · ');
}

/** What was bought, what was refused, and what the log has of it. */
function summaryLines({ purchases, refusals, records, ...rest }: Summary, paint: Paints): string[] {
  const { anchored, chain, holds } = records;
  const steps = Array.from({ length: Math.ceil(chain.length / STEPS_A_LINE) }, (_, line) =>
    chain.slice(line * STEPS_A_LINE, (line + 1) * STEPS_A_LINE),
  );
  return [
    `\n${paint.bold('Summary')}`,
    ...purchases.map(
      ({ level, amount, currency, state, trade_no }) =>
        `  ${paint.green('✓')} ${level} ${amount} ${currency} ${state} ${paint.dim(trade_no)}`,
    ),
    ...refusals.map(
      ({ attack, code, requirement }) =>
        `  ${paint.red('✗')} ${attack.padEnd(34)} ${code} ${paint.dim(requirement)}`,
    ),
    `  ${holds ? paint.green('✓') : paint.red('✗')} ${anchored} records anchored; those of the train ticket:`,
    ...steps.map((some) => `    ${paint.dim(`→ ${some.join(' → ')}`)}`),
    `  first receipt after ${rest.seconds_to_first_receipt.toFixed(2)} s`,
  ];
}

/** A readable trace: who sent what to whom, who signed it, what was checked, and the money before and after. */
export function humanPrinter(out: NodeJS.WritableStream): Printer {
  const paint = paints(wantsColour(out));
  let count = 0;
  let last = '';
  let isBrief = false;

  function money(balances: Step['balances']): void {
    const now = textOf(balances);
    if (now && now !== last) out.write(`       ${paint.yellow(`money   ${now}`)}\n`);
    else if (now) out.write(`       ${paint.dim(`money   ${now} (unchanged)`)}\n`);
    last = now;
  }

  function headline({ from, to, message, outcome }: Step): void {
    const mark = outcome === 'ok' ? paint.green('✓') : paint.red('✗');
    const road = paint.cyan(`${from} → ${to}`.padEnd(34));
    out.write(`${String(count).padStart(3)} ${mark} ${road} ${paint.bold(printable(message))}\n`);
  }

  function details({ signer, checks, outcome, code, requirement, note }: Step): void {
    if (signer) out.write(`       ${paint.dim(`signed  ${printable(signer)}`)}\n`);
    if (checks.length > 0) out.write(`       ${paint.dim(`checked ${shortChecks(checks)}`)}\n`);
    if (outcome === 'refused')
      out.write(`       ${paint.red(`refused ${printable(`${code} [${requirement}]`)}`)}\n`);
    for (const line of note?.split('\n') ?? []) out.write(`       ${printable(line)}\n`);
  }

  return {
    chapter(title) {
      out.write(`\n${paint.bold(title)}\n`);
    },
    say(line) {
      for (const part of line.split('\n')) out.write(`       ${printable(part)}\n`);
    },
    brief(wanted) {
      isBrief = wanted;
    },
    step(step) {
      count += 1;
      const isPlain = isBrief && step.outcome === 'ok';
      if (isPlain && textOf(step.balances) === last) return;
      headline(step);
      if (!isPlain) details(step);
      money(step.balances);
    },
    summary(summary) {
      for (const line of summaryLines(summary, paint)) out.write(`${line}\n`);
    },
  };
}
