/** npm run kills -- [--kills 100] [--acknowledged 10000] [--seed N]: kill -9 of a payment service while it is paid at. */
import { parseArgs } from 'node:util';
import { killPayments } from './killing.ts';

const RESTART_MAX_MILLISECONDS = 5_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    acknowledged: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const options = {
  kills: Number(values.kills),
  acknowledged: Number(values.acknowledged),
  seed: Number(values.seed),
};
if (!Object.values(options).every(Number.isSafeInteger) || options.kills < 1) {
  console.error('usage: npm run kills -- [--kills N] [--acknowledged N] [--seed N]');
  process.exit(2);
}
console.log(
  `seed ${options.seed}: at least ${options.kills} kills and ${options.acknowledged} acknowledged payments`,
);
const result = await killPayments({
  ...options,
  progress: (kills, acknowledged) => {
    if (kills % 10 === 0) console.log(`${kills} kills, ${acknowledged} acknowledged`);
  },
});
const { kills, acknowledged, paid, lost, twice, balanced, slowestStartMilliseconds } = result;
console.log(
  `${kills} kills, ${acknowledged} acknowledged, ${paid} paid, ${lost.length} lost, ${twice} paid twice, ` +
    `books ${balanced ? 'balanced' : 'NOT BALANCED'}, slowest start ${slowestStartMilliseconds} ms`,
);
const isWell = lost.length === 0 && twice === 0 && balanced;
process.exitCode = isWell && slowestStartMilliseconds < RESTART_MAX_MILLISECONDS ? 0 : 1;
