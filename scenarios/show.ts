/** What people and programs see of a scenario: the servers' trace, and under each step whether it held. */
import { type Printer, paints, wantsColour } from '../demo/trace.ts';
import { printable } from '../src/protocol/printable.ts';
import type { Expected, Step } from './format.ts';
import type { StepResult } from './play.ts';

export interface ScenarioSummary {
  readonly scenario: string;
  readonly engine: string;
  readonly held: boolean;
  readonly seconds: number;
  /** Of the step that did not hold. */
  readonly differences: readonly string[];
  readonly steps: readonly {
    readonly step: string;
    readonly expected: Ending;
    readonly seen: Ending;
    readonly held: boolean;
  }[];
}

interface Ending {
  readonly outcome: string;
  readonly code: string | null;
}

export function summaryOf(
  scenario: string,
  engine: string,
  results: readonly StepResult[],
  seconds: number,
): ScenarioSummary {
  return {
    scenario,
    engine,
    held: results.length > 0 && results.every(({ differences }) => differences.length === 0),
    seconds: Number(seconds.toFixed(2)),
    differences: results.flatMap(({ differences }) => differences),
    steps: results.map(({ step, expected: { refused }, seen, differences }) => ({
      step,
      expected: { outcome: refused === undefined ? 'ok' : 'refused', code: refused ?? null },
      seen: { outcome: seen.outcome, code: seen.code ?? null },
      held: differences.length === 0,
    })),
  };
}

export interface ScenarioPrinter {
  begins(step: Step, isTwin: boolean): void;
  ends(result: StepResult): void;
  summary(summary: ScenarioSummary): void;
}

export function jsonShow(out: NodeJS.WritableStream): ScenarioPrinter {
  const line = (value: unknown): void => void out.write(`${JSON.stringify(value)}\n`);
  return {
    begins() {},
    ends: ({ step, isTwin, expected, seen, differences }) =>
      line({ result: { step, twin: isTwin, expected, seen: withoutAnswer(seen), differences } }),
    summary: (summary) => line({ summary }),
  };
}

/** What came back holds whole messages: it was compared, and nobody reads it here. */
function withoutAnswer({ answer: _, ...seen }: StepResult['seen']) {
  return seen;
}

export function humanShow(out: NodeJS.WritableStream, trace: Printer): ScenarioPrinter {
  const paint = paints(wantsColour(out));
  return {
    begins({ step, do: verb }, isTwin) {
      trace.brief(isTwin);
      trace.chapter(`${verb}: ${step}`);
    },
    ends({ expected, seen, differences }) {
      const isHeld = differences.length === 0;
      if (isHeld) out.write(`       ${paint.green(`✓ as expected: ${words(expected)}`)}\n`);
      for (const difference of differences) out.write(`       ${paint.red(`✗ ${printable(difference)}`)}\n`);
      if (!isHeld && seen.requirement) out.write(`       ${paint.red(`  [${seen.requirement}]`)}\n`);
    },
    summary({ scenario, engine, held, seconds, steps }) {
      out.write(`\n${paint.bold(`${scenario} on ${engine}`)}\n`);
      for (const { step, seen, held: isHeld } of steps) {
        const mark = isHeld ? paint.green('✓') : paint.red('✗');
        const end = seen.code === null ? seen.outcome : `${seen.outcome} ${paint.dim(seen.code)}`;
        out.write(`  ${mark} ${step}: ${end}\n`);
      }
      const verdict = held ? paint.green('all of it held') : paint.red('it did not hold');
      out.write(`  ${verdict}, ${steps.length} steps in ${seconds.toFixed(2)} s\n`);
    },
  };
}

function words({ refused, moved = {}, trades = {} }: Expected): string {
  const parts = [...Object.entries(moved), ...Object.entries(trades)].map(
    ([name, value]) => `${name} ${value}`,
  );
  if (refused !== undefined) {
    // A payment whose outcome is not known yet has moved something.
    const rest = parts.length === 0 ? 'no balance, trade, stock or instrument moved' : parts.join(', ');
    return `refused ${refused}; ${rest}`;
  }
  return parts.length === 0 ? 'nothing moved' : parts.join(', ');
}
