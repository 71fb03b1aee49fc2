/**
 * npm run bench: ratios, all taken in one run, because no figure of one machine says anything about another.
 *
 *   --json    one JSON object
 *   --quick   under a minute: fewer rounds and purchases, and `scale_rows` is not a million but what the output says
 *   --only    verify | purchases | postgres | scale | log
 *   OPENACT_BENCH_PORT  first of seven ports (4510)
 */

import { useNodeCrypto } from '../src/http/index.ts';
import { misused, scriptOptions } from '../tools/script-options.ts';
import { measureLog, type Spread } from './log/measure.ts';
import { type LoadPlan, measureOnPostgres, measurePurchases } from './purchases/measure.ts';
import { FEW, measureScale } from './scale/measure.ts';
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
  /** A server of a sale has been up for hours: it takes some 3,000 purchases until all of it is compiled as it stays. */
  readonly warmUp: number;
  readonly purchases: number;
  /** On PostgreSQL, where a purchase takes longer. */
  readonly postgresWarmUp: number;
  readonly postgresPurchases: number;
  /** Mandates and past purchases of the larger account side, and the payments that are timed there. */
  readonly many: number;
  readonly payments: number;
  /** In the log. */
  readonly anchors: number;
}

const USAGE = 'npm run bench -- [--json] [--quick] [--only verify|purchases|postgres|scale|log]';
const DEFAULT_PORT = 4510;
const AT_ONCE = 48;
const FULL: Size = {
  ...{ rounds: 200, warmUp: 3_000, purchases: 6_000, postgresWarmUp: 1_000, postgresPurchases: 2_000 },
  ...{ many: 1_000_000, payments: 500, anchors: 1_000_000 },
};
const QUICK: Size = {
  ...{ rounds: 40, warmUp: 100, purchases: 300, postgresWarmUp: 100, postgresPurchases: 100 },
  ...{ many: 10_000, payments: 50, anchors: 20_000 },
};

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

async function verifySection({ rounds }: Size): Promise<Section> {
  const { signatures, raw, warm, cold, cpuRatio, joseRatio, sdJwtRatio } = await measureVerify(rounds);
  const ratio = rounded(warm / raw);
  const coldRatio = rounded(cold / raw);
  return {
    figures: {
      verify_ratio: ratio,
      verify_cpu_ratio: rounded(cpuRatio),
      verify_cold_ratio: coldRatio,
      jose_ratio: rounded(joseRatio),
      sdjwt_ratio: rounded(sdJwtRatio),
      verify_signatures: signatures,
    },
    rows: [
      {
        what: `verifyPurchase, chains warm, to its ${signatures} bare P-256 verifications`,
        figure: `${ratio} ×`,
      },
      { what: 'the same in CPU time', figure: `${rounded(cpuRatio)} ×` },
      { what: 'the first verifyPurchase of a process, to the same', figure: `${coldRatio} ×` },
      {
        what: 'the same messages by jose, signatures and headers alone, to the same',
        figure: `${rounded(joseRatio)} ×`,
      },
      {
        what: `a chain of ${signatures} SD-JWTs by @sd-jwt/core, to the same signatures`,
        figure: `${rounded(sdJwtRatio)} ×`,
      },
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

async function postgresSection(size: Size, firstPort: number): Promise<Section> {
  const { postgresWarmUp: warmUp, postgresPurchases: purchases } = size;
  const plan: LoadPlan = { warmUp, purchases, atOnce: AT_ONCE, firstPort };
  const { perSecond } = await measureOnPostgres(plan);
  const figure = rounded(perSecond, 1);
  return {
    figures: { postgres_purchases_per_s: figure },
    rows: [{ what: `act:L2 purchases a second on PostgreSQL (${purchases})`, figure: `${figure}` }],
  };
}

async function scaleSection({ many, payments }: Size, firstPort: number): Promise<Section> {
  const figures = await measureScale({ many, payments, firstPort });
  const ratio = rounded(figures.many / figures.few);
  const restart = Math.round(figures.restartMilliseconds);
  const memory = figures.memory === undefined ? undefined : Math.round(figures.memory);
  const size = many.toLocaleString('en');
  return {
    figures: {
      latency_ratio_1m: ratio,
      ...(memory === undefined ? {} : { issuer_rss_mb: memory }),
      issuer_restart_ms: restart,
      scale_rows: many,
    },
    rows: [
      {
        what: `payment with ${size} mandates and past purchases, to one with ${FEW.toLocaleString('en')}`,
        figure: `${ratio} ×`,
      },
      { what: 'the most memory of the account side there', figure: `${memory ?? '?'} MB` },
      { what: 'its restart after kill -9', figure: `${restart} ms` },
    ],
  };
}

const megabytes = (values: readonly number[]): string => values.map(Math.round).join(' ');

async function logSection({ anchors }: Size, firstPort: number): Promise<Section> {
  const figures = await measureLog(anchors, firstPort);
  const { perSecond, residentMegabytes: resident, liveMegabytes: live } = figures.appended;
  const toTenth = (values: readonly number[]): number => rounded((values.at(-1) ?? 0) / (values[0] ?? 0));
  const size = anchors.toLocaleString('en');
  const { proof, idle } = figures;
  const times = ({ median, p99, p999, slowest }: Spread): string =>
    [median, p99, p999, slowest].map((value) => rounded(value)).join(' / ');
  const count = figures.proofs.toLocaleString('en');
  return {
    figures: {
      log_anchors: anchors,
      log_appends_per_s: Math.round(perSecond),
      log_proof_hashes: figures.proofHashes,
      log_proof_median_ms: rounded(proof.median),
      log_proof_p99_ms: rounded(proof.p99),
      log_proof_p999_ms: rounded(proof.p999),
      log_proof_slowest_ms: rounded(proof.slowest),
      log_idle_p999_ms: rounded(idle.p999),
      log_idle_slowest_ms: rounded(idle.slowest),
      log_proof_first_ms: rounded(figures.first),
      log_proofs: figures.proofs,
      log_live_ratio: toTenth(live),
      log_live_mb: rounded(live.at(-1) ?? 0, 1),
      log_rss_ratio: toTenth(resident),
      log_rss_mb: Math.round(resident.at(-1) ?? 0),
      log_server_restart_ms: Math.round(figures.restartMilliseconds),
      ...(figures.serverMegabytes === undefined
        ? {}
        : { log_server_rss_mb: Math.round(figures.serverMegabytes) }),
    },
    rows: [
      { what: `durable appends a second to a log of ${size}`, figure: `${Math.round(perSecond)}` },
      { what: 'live memory there at each tenth, MB', figure: megabytes(live) },
      { what: 'resident memory there at each tenth, MB', figure: megabytes(resident) },
      { what: 'most hashes of an inclusion proof there', figure: `${figures.proofHashes}` },
      {
        what: `inclusion proof from a server: median, 99th, 99.9th percentile and slowest of ${count}`,
        figure: `${times(proof)} ms`,
      },
      { what: 'an answer of it that says only that it lives, the same', figure: `${times(idle)} ms` },
      { what: 'the first answer of the server', figure: `${rounded(figures.first)} ms` },
      {
        what: 'from its start until it is ready',
        figure: `${Math.round(figures.restartMilliseconds)} ms`,
      },
    ],
  };
}

const SECTIONS = {
  verify: verifySection,
  purchases: purchasesSection,
  postgres: postgresSection,
  scale: scaleSection,
  log: logSection,
} as const satisfies Record<string, (size: Size, firstPort: number) => Promise<Section>>;

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.map(({ what, figure }) => `${what.padEnd(width)}  ${figure.padStart(10)}`).join('\n');
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_530)
    misused(`OPENACT_BENCH_PORT is not a port: ${text}.`, USAGE);
  return port;
}

async function main(): Promise<void> {
  const { values } = scriptOptions(USAGE, {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    only: { type: 'string' },
  });
  useNodeCrypto();
  if (values.only !== undefined && !Object.hasOwn(SECTIONS, values.only))
    misused(`--only is ${Object.keys(SECTIONS).join(', ')}, not ${values.only}.`, USAGE);
  const size = values.quick ? QUICK : FULL;
  const firstPort = portOf(process.env.OPENACT_BENCH_PORT);
  const sections: Section[] = [];
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (values.only === undefined || values.only === name) sections.push(await section(size, firstPort));
  }
  const figures = Object.assign({}, ...sections.map((section) => section.figures));
  console.log(values.json ? JSON.stringify(figures) : table(sections.flatMap(({ rows }) => rows)));
}

await main();
