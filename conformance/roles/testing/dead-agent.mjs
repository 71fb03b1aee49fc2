/** Agents that must pass no negative case: one way of doing nothing right each, by the first argument. */
const [kind] = process.argv.slice(2);
const say = (outcome) => console.log(JSON.stringify(outcome));

if (kind === 'exit-0') process.exit(0);
if (kind === 'exit-1') process.exit(1);
if (kind === 'hang') setTimeout(() => undefined, 60_000);
if (kind === 'do-nothing') say({ status: 'DONE', trade_no: 'trd-1', body: 'figures' });
if (kind === 'refuse-all') {
  say({ status: 'PAUSED', code: 'quote_expired' });
  process.exitCode = 1;
}
