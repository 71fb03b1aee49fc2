import { createInterface } from 'node:readline';

/** Agents that are started once and must pass no case: one way of doing nothing right each, by the first argument. */
const [kind] = process.argv.slice(2);
const say = (outcome) => console.log(JSON.stringify(outcome));

if (kind === 'exit-0') process.exit(0);
if (kind === 'exit-1') process.exit(1);
if (kind === 'hang') setTimeout(() => undefined, 60_000);

/** Those that serve: one line for each errand, and none of it true. */
const served = {
  'serve-done': (id) => ({ id, outcome: { status: 'DONE', trade_no: 'trd-1', body: 'figures' } }),
  'serve-refuse': (id) => ({ id, outcome: { status: 'PAUSED', code: 'quote_expired' } }),
  'serve-nonsense': () => 'ok',
  'serve-other-id': (id) => ({ id: `${id}0`, outcome: { status: 'DONE' } }),
  'serve-every-other': (id) => ({ id, outcome: { status: 'REFUSED', code: 'quote_expired' } }),
}[kind];
if (served !== undefined) {
  let lines = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    lines += 1;
    if (kind === 'serve-every-other' && lines === 2) process.exit(3);
    say(served(JSON.parse(line).id));
  }
}
