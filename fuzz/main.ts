/** npm run fuzz -- [--budget N] [--seed N] [--target verifier|http] [--only target:index] [--short]: exit 1 when there is a finding. */
import { useNodeCrypto } from '../src/http/index.ts';
import { misused, scriptOptions } from '../tools/script-options.ts';
import { fuzz, type Report } from './run.ts';
import { everyTarget } from './targets.ts';

const MILLION = 1_000_000;
const EVERY_MILLISECONDS = 10_000;

const USAGE =
  'npm run fuzz -- [--budget N] [--seed N] [--target verifier|http] [--only target:index] [--short]';

const { values } = scriptOptions(USAGE, {
  budget: { type: 'string', default: String(MILLION) },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  only: { type: 'string' },
  target: { type: 'string' },
  short: { type: 'boolean', default: false },
});
const [budget, seed] = [Number(values.budget), Number(values.seed)];
if (!Number.isSafeInteger(budget) || budget < 1 || !Number.isSafeInteger(seed))
  misused('A number is none, or out of its range.', USAGE);

function progressLine(): (done: number, findings: number) => void {
  const began = performance.now();
  let told = began;
  return (done, findings) => {
    const now = performance.now();
    if (now - told < EVERY_MILLISECONDS) return;
    told = now;
    const rate = done / ((now - began) / 1_000);
    const minutes = (budget - done) / rate / 60;
    console.log(
      `${done} of ${budget}, ${rate.toFixed(0)} a second, ${minutes.toFixed(1)} minutes left, ${findings} findings`,
    );
  };
}

function summary({ counts }: Report): void {
  for (const [target, kinds] of [...counts].sort()) {
    console.log(target);
    for (const [kind, answers] of [...kinds].sort()) {
      const told = [...answers]
        .sort(([, left], [, right]) => right - left)
        .map(([code, count]) => `${code} ${count}`);
      console.log(`  ${kind}: ${told.join(', ')}`);
    }
  }
}

/** Of all targets together. */
function totals({ counts }: Report): string {
  const sums = new Map<string, number>();
  for (const kinds of counts.values())
    for (const answers of kinds.values())
      for (const [answer, count] of answers) {
        const name = answer.startsWith('refused') ? 'refused' : answer;
        sums.set(name, (sums.get(name) ?? 0) + count);
      }
  return [...sums].map(([name, count]) => `${count} ${name}`).join(', ');
}

console.log(`seed ${seed}: ${values.only ?? `${budget} mutants`}`);
useNodeCrypto();
const targets = everyTarget().filter(({ name }) => values.target === undefined || name === values.target);
const report = await fuzz({
  seed,
  budget,
  targets,
  progress: progressLine(),
  found: ({ target, kind, finding, again }) =>
    console.log(`FOUND ${target}, ${kind}: ${finding}\n      ${again}`),
  ...(values.only === undefined ? {} : { only: values.only }),
});
for (const target of targets) await target.close();
if (!values.short) summary(report);
console.log(`${report.mutants} mutants: ${totals(report)}; ${report.findings.length} findings`);
process.exitCode = report.findings.length === 0 && report.mutants > 0 ? 0 : 1;
