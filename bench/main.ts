/**
 * npm run bench: ratios, all taken in one run, because no figure of one machine says anything about another.
 *
 *   --json    one JSON object     --quick   fewer rounds and purchases, under a minute
 *   --only verify | purchases     OPENACT_BENCH_PORT  first of five ports (4510)
 */
import { parseArgs } from 'node:util';
import { useNodeCrypto } from '../src/http/index.ts';
import { type LoadPlan, measurePurchases } from './purchases/measure.ts';
import { measureVerify } from './verify/measure.ts';

/** What `--json` prints. Ratios have no unit; a figure that was not taken is left out. */
type Figures = Readonly<Record<string, number>>;

interface Row {
  readonly what: string;
  readonly figure: string;
}

interface Section {
  readonly figures: Figures;
  readonly rows: readonly Row[];
}

interface Size {
  readonly rounds: number;
  readonly warmUp: number;
  readonly purchases: number;
}

const DEFAULT_PORT = 4510;
const AT_ONCE = 24;
const FULL: Size = { rounds: 200, warmUp: 1_000, purchases: 6_000 };
const QUICK: Size = { rounds: 60, warmUp: 250, purchases: 400 };

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

async function verifySection({ rounds }: Size): Promise<Section> {
  const { signatures, raw, warm, cold } = await measureVerify(rounds);
  const ratio = rounded(warm / raw);
  const coldRatio = rounded(cold / raw);
  return {
    figures: { verify_ratio: ratio, verify_cold_ratio: coldRatio, verify_signatures: signatures },
    rows: [
      {
        what: `verifyPurchase, chains warm, to its ${signatures} bare P-256 verifications`,
        figure: `${ratio} ×`,
      },
      { what: 'the first verifyPurchase of a process, to the same', figure: `${coldRatio} ×` },
    ],
  };
}

async function purchasesSection({ warmUp, purchases }: Size, firstPort: number): Promise<Section> {
  const plan: LoadPlan = { warmUp, purchases, atOnce: AT_ONCE, firstPort };
  const { full, bare } = await measurePurchases(plan);
  const ratio = rounded(full.perSecond / bare.perSecond);
  const cpu =
    full.serverCpuMilliseconds === undefined || bare.serverCpuMilliseconds === undefined
      ? {}
      : { purchases_cpu_ratio: rounded(full.serverCpuMilliseconds / bare.serverCpuMilliseconds) };
  return {
    figures: {
      purchases_per_s: rounded(full.perSecond, 1),
      bare_per_s: rounded(bare.perSecond, 1),
      purchases_ratio: ratio,
      ...cpu,
      purchases,
      purchases_reverified: full.reverified,
    },
    rows: [
      {
        what: `act:L2 purchases a second (${purchases}, delivered)`,
        figure: `${rounded(full.perSecond, 1)}`,
      },
      { what: 'the bare loop: sign, verify, commit, call', figure: `${rounded(bare.perSecond, 1)}` },
      { what: 'purchases to the bare loop', figure: `${ratio} ×` },
      { what: 'purchases verified again from their bytes', figure: `${full.reverified}` },
    ],
  };
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.map(({ what, figure }) => `${what.padEnd(width)}  ${figure.padStart(10)}`).join('\n');
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_530) throw new Error(`not a port: ${text}`);
  return port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
  });
  useNodeCrypto();
  const size = values.quick ? QUICK : FULL;
  const firstPort = portOf(process.env.OPENACT_BENCH_PORT);
  const sections: Section[] = [];
  if (values.only !== 'purchases') sections.push(await verifySection(size));
  if (values.only !== 'verify') sections.push(await purchasesSection(size, firstPort));
  const figures = Object.assign({}, ...sections.map((section) => section.figures));
  console.log(values.json ? JSON.stringify(figures) : table(sections.flatMap(({ rows }) => rows)));
}

await main();
