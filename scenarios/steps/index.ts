import type { Step, TogetherStep } from '../format.ts';
import { refusalIn } from '../refused.ts';
import { instruct, net, scan } from './across.ts';
import { bank } from './bank.ts';
import { buy, delegate, tap, wallet } from './buy.ts';
import { card, fetchPaid, proof, unfreeze } from './card.ts';
import { credit, creditOrder, known, vouch } from './credit.ts';
import { compensate, dispute, evidence, finding, submit } from './dispute.ts';
import { judge } from './judge.ts';
import { anchor, audit, recompute, restore, verify } from './log.ts';
import { mandate } from './mandate.ts';
import { pay, release } from './pay.ts';
import { log, records } from './records.ts';
import type { Kept, Play, Run } from './run.ts';
import { advance, answer, bind, command, enrol, forget, price, send } from './small.ts';
import { standstill } from './standstill.ts';
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

/** Plays one step. @throws Refused, ActError or DeviceRefusal when it is refused */
export function play(run: Run, step: Step): Promise<Kept> {
  switch (step.do) {
    case 'buy':
      return buy(run, step);
    case 'wallet':
      return wallet(run, step);
    case 'tap':
      return tap(run, step);
    case 'recompute':
      return recompute(run, step);
    case 'records':
      return records(run, step);
    case 'anchor':
      return anchor(run, step);
    case 'audit':
      return audit(run, step);
    case 'verify':
      return verify(run, step);
    case 'restore':
      return restore(run, step);
    case 'evidence':
      return evidence(run, step);
    case 'dispute':
      return dispute(run, step);
    case 'submit':
      return submit(run, step);
    case 'finding':
      return finding(run, step);
    case 'compensate':
      return compensate(run, step);
    case 'vouch':
      return vouch(run, step);
    case 'credit':
      return credit(run, step);
    case 'credit order':
      return creditOrder(run, step);
    case 'known':
      return known(run, step);
    case 'log':
      return log(run, step);
    case 'delegate':
      return delegate(run, step);
    case 'bind':
      return bind(run, step);
    case 'mandate':
      return mandate(run, step);
    case 'pay':
      return pay(run, step);
    case 'together':
      return together(run, step);
    case 'command':
      return command(run, step);
    case 'answer':
      return answer(run, step);
    case 'advance':
      return advance(run, step);
    case 'price':
      return price(run, step);
    case 'forget':
      return forget(run, step);
    case 'card':
      return card(run, step);
    case 'unfreeze':
      return unfreeze(run, step);
    case 'fetch':
      return fetchPaid(run, step);
    case 'proof':
      return proof(run, step);
    case 'enrol':
      return enrol(run, step);
    case 'send':
      return send(run, step);
    case 'publish':
      return publish(run, step);
    case 'answers':
      return answers(run, step);
    case 'look':
    case 'resume':
    case 'cancel':
    case 'change':
      return standstill(run, step);
    case 'release':
      return release(run, step);
    case 'judge':
      return judge(run, step);
    case 'bank':
      return bank(run, step);
    case 'instruct':
      return instruct(run, step);
    case 'net':
      return net(run, step);
    case 'scan':
      return scan(run, step);
    case 'restart':
      return restart(run, step);
  }
}
