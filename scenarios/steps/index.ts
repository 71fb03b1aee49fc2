import type { Step, TogetherStep } from '../format.ts';
import { refusalIn } from '../refused.ts';
import { instruct, net, scan } from './across.ts';
import { bank } from './bank.ts';
import { buy, delegate, tap, wallet } from './buy.ts';
import { card, fetchPaid, proof, unfreeze } from './card.ts';
import { advance, forget, price } from './changes.ts';
import { credit, creditOrder, known, vouch } from './credit.ts';
import { compensate, dispute, evidence, finding, submit } from './dispute.ts';
import { judge } from './judge.ts';
import { anchor, audit, recompute, restore, verify } from './log.ts';
import { mandate } from './mandate.ts';
import { answer, command, enrol, send } from './messages.ts';
import { pay, release } from './pay.ts';
import { log, records } from './records.ts';
import type { Kept, Play, Run } from './run.ts';
import { standstill } from './standstill.ts';
import { bind } from './tool.ts';
import { answers, publish, restart } from './trouble.ts';

/** All at once; how each ended is counted, not which. */
const together: Play<TogetherStep> = async (run, { steps }) => {
  const outcomes: Record<string, number> = {};
  const ends = await Promise.all(
    steps.map((step) =>
      run.inner(step).then(
        () => 'ok',
        (error: unknown) => refusalIn(error).code,
      ),
    ),
  );
  for (const end of ends) outcomes[end] = (outcomes[end] ?? 0) + 1;
  return { outcomes };
};

type StepOf<Do, S = Step> = S extends { readonly do: infer Own } ? (Do extends Own ? S : never) : never;

const PLAYS: { readonly [Do in Step['do']]: Play<StepOf<Do>> } = {
  // The agent's own road.
  ...{ buy, wallet, tap, delegate },
  ...{ look: standstill, resume: standstill, cancel: standstill, change: standstill },
  // By hand.
  ...{ mandate, bind, pay, release, judge, command, answer, enrol, send },
  ...{ card, unfreeze, fetch: fetchPaid, proof },
  // Between payment services.
  ...{ instruct, net, scan },
  // What is kept of it, and disputes over it.
  ...{ records, log, anchor, audit, verify, recompute, restore },
  ...{ evidence, dispute, submit, finding, compensate },
  // Credit.
  ...{ vouch, credit, 'credit order': creditOrder, known },
  // The world around.
  ...{ together, advance, price, forget, bank, publish, answers, restart },
};

/** Plays one step. @throws Refused, ActError or DeviceRefusal when it is refused */
export function play(run: Run, step: Step): Promise<Kept> {
  // The table has a player of just this kind of step under its name.
  const player = PLAYS[step.do] as Play<Step>;
  return player(run, step);
}
