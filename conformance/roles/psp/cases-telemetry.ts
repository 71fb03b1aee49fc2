import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Notes, NotRun } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { must, mustRefuse, type PspCase, positive, prove } from './steps.ts';
import type { Till } from './till.ts';

const WAIT_MS = 15_000;
const LOOK_MS = 200;

interface Point {
  readonly attributes?: readonly {
    readonly key: string;
    readonly value: { readonly stringValue?: string };
  }[];
  readonly asInt?: number | string;
  readonly asDouble?: number;
}

interface Exported {
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics?: readonly {
      readonly metrics?: readonly {
        readonly name: string;
        readonly sum?: { readonly dataPoints: readonly Point[] };
        readonly gauge?: { readonly dataPoints: readonly Point[] };
      }[];
    }[];
  }[];
}

/** The subject tells the suite what operators see. @throws NotRun */
function mustTell({ settings }: Till): void {
  if (!settings.telemetry) throw new NotRun('The subject file does not say that it has a collector.');
}

/** The points of one metric that have these attributes, as last exported. */
function pointsOf({ around }: Till, name: string, of: Readonly<Record<string, string>> = {}): number[] {
  const { resourceMetrics = [] } = around.metrics as Exported;
  return resourceMetrics
    .flatMap(({ scopeMetrics = [] }) => scopeMetrics.flatMap(({ metrics = [] }) => metrics))
    .filter((metric) => metric.name === name)
    .flatMap(({ sum, gauge }) => (sum ?? gauge)?.dataPoints ?? [])
    .filter(({ attributes = [] }) =>
      Object.entries(of).every(([key, text]) =>
        attributes.some((one) => one.key === key && one.value.stringValue === text),
      ),
    )
    .map(({ asInt, asDouble }) => Number(asInt ?? asDouble));
}

const ACCEPTED = { 'openact.outcome': 'accepted' };
const REFUSED = { 'openact.outcome': 'refused', 'openact.code': 'tool_invalid' };
const counted = (till: Till, of: Readonly<Record<string, string>>): number =>
  pointsOf(till, 'openact.payments', of).reduce((all, one) => all + one, 0);

async function until({ patience }: Till, holds: () => boolean): Promise<boolean> {
  const waitMs = Math.max(WAIT_MS, patience);
  for (const end = Date.now() + waitMs; Date.now() < end; await sleep(LOOK_MS)) if (holds()) return true;
  return holds();
}

/** A good payment in a trace. @returns the traces and spans that requests of the subject came with meanwhile */
async function tracesOf(till: Till, trace: string, notes: Notes): Promise<readonly string[][]> {
  const span = randomBytes(8).toString('hex');
  const payment = await till.payment({}, notes);
  const before = till.around.traces.length;
  const headers = { traceparent: `00-${trace}-${span}-01` };
  till.openPaid(payment, await till.caller.call('/payments', { body: payment.body, headers }, notes));
  const found = till.around.traces.slice(before).map((text) => text.split('-').slice(1, 3));
  must(!found.some(([, parent]) => parent === span), 'A request claims to be the one that it was caused by.');
  return found;
}

export const telemetryCases: readonly PspCase[] = [
  positive(
    'OA-OPS-24',
    'carries-the-trace-on',
    'What a payment makes the server ask of others belongs to the trace that the payment came with.',
    async (till, notes) => {
      mustTell(till);
      await prove(till, notes);
      for (const trace of [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]) {
        const found = await tracesOf(till, trace, notes);
        must(
          found.some(([its]) => its === trace),
          `No request came in the trace ${trace} of the payment.`,
        );
      }
    },
  ),
  positive(
    'OA-OPS-25',
    'tells-its-operators',
    'Payments are counted by outcome and code; the sum of the books is told, and how long events wait.',
    async (till, notes) => {
      mustTell(till);
      await prove(till, notes);
      // What was there before has to have been told: a count that lags would hide one that stands still.
      must(await until(till, () => counted(till, ACCEPTED) > 0), 'No payment is counted.');
      const [accepted, refused] = [counted(till, ACCEPTED), counted(till, REFUSED)];
      await till.pay(notes);
      const bad = await till.payment({ request: { values: { payment_tool_ref: id('tool') } } }, notes);
      mustRefuse(await till.ask(bad, notes), 'tool_invalid');
      must(
        await until(till, () => counted(till, ACCEPTED) > accepted),
        'A payment was made and not counted.',
      );
      must(
        await until(till, () => counted(till, REFUSED) > refused),
        'A refusal was not counted by its code.',
      );
      const sums = pointsOf(till, 'openact.ledger.imbalance', { 'openact.currency': till.settings.currency });
      must(sums.length === 1 && sums[0] === 0, `The books add up to ${String(sums[0])}.`);
      must(pointsOf(till, 'openact.outbox.age').length > 0, 'How long events wait is not told.');
    },
  ),
];
