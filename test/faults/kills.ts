/**
 * npm run kills -- [--engine sqlite|postgres] [--kills N] [--acknowledged N] [--seed N]: kill -9 of a payment service, or of
 * its database server, while it is paid at. At least 100 kills and 10,000 payments on SQLite, 30 and 2,000 on PostgreSQL.
 */
import { postgres } from '../../src/store/testing/engines.ts';
import { misused, scriptOptions, wholeNumber } from '../../tools/script-options.ts';
import type { Books } from './audit.ts';
import { killPayments } from './killing.ts';
import { killDatabase } from './killing-postgres.ts';

const RESTART_MAX_MILLISECONDS = 5_000;
const LEAST = { sqlite: { kills: 100, acknowledged: 10_000 }, postgres: { kills: 30, acknowledged: 2_000 } };

const USAGE = 'npm run kills -- [--engine sqlite|postgres] [--kills N] [--acknowledged N] [--seed N]';

const { values } = scriptOptions(USAGE, {
  engine: { type: 'string', default: 'sqlite' },
  kills: { type: 'string' },
  acknowledged: { type: 'string' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
});
if (values.engine !== 'sqlite' && values.engine !== 'postgres')
  misused(`--engine is sqlite or postgres, not ${values.engine}.`, USAGE);
const least = LEAST[values.engine];
const options = {
  kills: wholeNumber('kills', values.kills ?? least.kills, USAGE, 1),
  acknowledged: wholeNumber('acknowledged', values.acknowledged ?? least.acknowledged, USAGE),
  seed: wholeNumber('seed', values.seed, USAGE),
};

const progress = (kills: number, acknowledged: number): void => {
  if (kills % 10 === 0) console.log(`${kills} kills, ${acknowledged} acknowledged`);
};
const found = ({ paid, lost, twice, balanced }: Books): string =>
  `${paid} paid, ${lost.length} lost, ${twice} paid twice, books ${balanced ? 'balanced' : 'NOT BALANCED'}`;

async function onSqlite(): Promise<boolean> {
  const result = await killPayments({ ...options, progress });
  const { kills, acknowledged, slowestStartMilliseconds: slowest } = result;
  console.log(`${kills} kills, ${acknowledged} acknowledged, ${found(result)}, slowest start ${slowest} ms`);
  return isWell(result) && slowest < RESTART_MAX_MILLISECONDS;
}

async function onPostgres(): Promise<boolean> {
  const engine = postgres();
  await engine.start();
  try {
    const result = await killDatabase({ ...options, engine, progress });
    const { slowestRestartMilliseconds: restart, slowestStartMilliseconds: began, acknowledged } = result;
    console.log(
      `${result.databaseKills} kills of the database, ${result.processKills} of a process, ${result.cutCommits} commits unanswered, ` +
        `${acknowledged} acknowledged, ${found(result)}, slowest restart of the database ${restart} ms, of a process ${began} ms, ` +
        `longest without a payment ${result.slowestRecoveryMilliseconds} ms`,
    );
    const isQuick = restart < RESTART_MAX_MILLISECONDS && began < RESTART_MAX_MILLISECONDS;
    // Every order was asked for until it had its receipt: what is paid is what was acknowledged.
    return isWell(result) && result.paid === acknowledged && isQuick;
  } finally {
    await engine.stop();
  }
}

const isWell = ({ lost, twice, balanced }: Books): boolean => lost.length === 0 && twice === 0 && balanced;

console.log(
  `seed ${options.seed}, ${values.engine}: at least ${options.kills} kills and ${options.acknowledged} acknowledged payments`,
);
const holds = await (values.engine === 'sqlite' ? onSqlite() : onPostgres());
// The embedded server ends a process with 0 when it is left to end by itself.
process.exit(holds ? 0 : 1);
