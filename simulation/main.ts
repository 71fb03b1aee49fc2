/** npm run simulate -- --seed N --purchases 1000 --faults 0.2 [--log] */
import { misused, scriptOptions, wholeNumber } from '../tools/script-options.ts';
import { simulate } from './run.ts';

const USAGE = 'npm run simulate -- [--seed N] [--purchases N] [--faults 0.2] [--log]';

const { values } = scriptOptions(USAGE, {
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  purchases: { type: 'string', default: '1000' },
  faults: { type: 'string', default: '0.2' },
  log: { type: 'boolean', default: false },
});

const seed = wholeNumber('seed', values.seed, USAGE);
const purchases = wholeNumber('purchases', values.purchases, USAGE, 1);
const faults = Number(values.faults);
if (!(faults >= 0 && faults < 1))
  misused(`--faults is not a share from 0 to below 1: ${values.faults}.`, USAGE);

console.log(`seed ${seed}: ${purchases} purchases, faults in ${faults * 100}% of the messages`);
const began = performance.now();
const result = await simulate({
  seed,
  purchases,
  faults,
  ...(values.log ? { show: (line: string) => console.log(line) } : {}),
  progress: (done) => {
    if (done % 100 === 0) console.log(`${done} bought`);
  },
});
const { completed, doubleCharges, lost, findings } = result;
for (const [kind, count] of Object.entries(result.faults))
  console.log(`${String(count).padStart(7)} ${kind}`);
for (const finding of findings) console.log(`FOUND ${finding}`);
console.log(
  `${completed} of ${purchases} bought, ${doubleCharges} double charges, ${lost} lost, ${findings.length} findings; ` +
    `${Math.round(result.simulatedSeconds / 60)} simulated minutes in ${((performance.now() - began) / 1_000).toFixed(1)} s`,
);
console.log(
  `journal ${result.journal}; again: npm run simulate -- --seed ${seed} --purchases ${purchases} --faults ${faults}`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
