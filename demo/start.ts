/**
 * npm start: a delegated purchase, one that the user confirms at the cashier, a research task paid on access, then the
 * attacks. Stays up until Ctrl-C.
 *
 *   --once   ends after the attacks     --json   one JSON object a line
 *   --list   names the scenarios        --scenario <name>   plays one: exit 0 when it held, 1 when not, 2 unknown
 *   OPENACT_DATA  data folder (data/demo)     OPENACT_PORT  first of seven ports (4310)
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listScenarios, runScenario, UnknownScenario } from '../scenarios/main.ts';
import type { TaskView } from '../src/agent/index.ts';
import { PortInUse, StartError } from '../src/http/index.ts';
import { readPublicJwk } from '../src/http/key-file.ts';
import { useNodeCrypto } from '../src/node/crypto.ts';
import { recordIdOf } from '../src/protocol/attestation/index.ts';
import { StoreOpenError } from '../src/store/index.ts';
import { verifyChain, verifyPurchase } from '../src/verifier/index.ts';
import { scriptOptions } from '../tools/script-options.ts';
import { runAttacks } from './attack-run.ts';
import { anchoredIn, portsOver, untilAnchored } from './chain.ts';
import { buyTea, cancelTea } from './instant.ts';
import { CURRENCY, IDS } from './plan.ts';
import { type Bought, buyTicket } from './purchase.ts';
import { research } from './research.ts';
import { Stage } from './stage.ts';
import { humanPrinter, jsonPrinter, type Printer, type Summary } from './trace.ts';
import { startWorld, type World } from './world.ts';

const DEFAULT_PORT = 4310;

async function main(): Promise<void> {
  useNodeCrypto();
  // A reader that has seen enough closes the pipe; that is no failure.
  process.stdout.on('error', () => process.exit(0));
  const { values } = scriptOptions(USAGE, OPTIONS);
  const isJson = values.json === true;
  if (values.list) return listScenarios(process.stdout, isJson);
  if (values.scenario !== undefined) {
    const isHeld = await runScenario(values.scenario, process.stdout, {
      isJson,
      firstPort: portFromEnvironment(),
    });
    // An embedded PostgreSQL sets the exit code to 0 at the very end.
    process.exit(isHeld ? 0 : 1);
  }
  const printer = isJson ? jsonPrinter(process.stdout) : humanPrinter(process.stdout);
  const names = new Map(Object.entries(IDS).map(([name, id]) => [id as string, name]));
  const stage = new Stage(printer, names);
  const data = process.env.OPENACT_DATA ?? join('data', 'demo');
  const world = await startWorld({
    data,
    firstPort: portFromEnvironment(),
    trace: (event) => stage.event(event),
  });
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    await perform(world, stage, printer, data);
    if (!values.once) {
      printAddresses(world, printer);
      await stopped;
    }
  } finally {
    await world.close();
  }
}

const USAGE = 'npm start -- [--once] [--json] [--list] [--scenario <name>]';
const OPTIONS = {
  once: { type: 'boolean' },
  json: { type: 'boolean' },
  list: { type: 'boolean' },
  scenario: { type: 'string' },
} as const;

function portFromEnvironment(): number {
  const port = Number(process.env.OPENACT_PORT ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port > 0 && port < 65_530) return port;
  throw new StartError(`OPENACT_PORT has to be a port number, and is “${process.env.OPENACT_PORT}”.`);
}

async function perform(world: World, stage: Stage, printer: Printer, data: string): Promise<void> {
  stage.open(world.bank.balances);
  const bought = await buyTicket(world, stage);
  const secondsToFirstReceipt = process.uptime();
  await judgeOffline(world, stage, bought, data);
  stage.at('act:L1');
  const tea = await buyTea(world, stage, data);
  await cancelTea(world, stage);
  const researched = await research(world, stage);
  stage.at('act:L2');
  const refusals = await runAttacks(world, stage, bought.bundle, researched);
  stage.at('act:L3');
  stage.chapter('The lost answer is fetched; nothing is paid again');
  await researched.collect();
  await researched.close();
  await stage.close();
  printer.summary({
    purchases: [
      await purchaseOf(world, 'act:L2', bought.task.result),
      await purchaseOf(world, 'act:L1', tea.result),
      await purchaseOf(world, 'act:L3', {
        amount: researched.amount,
        currency: CURRENCY,
        trade_no: researched.tradeNo,
      }),
    ],
    refusals,
    records: await recordsOf(world, bought.task),
    seconds_to_first_receipt: Number(secondsToFirstReceipt.toFixed(2)),
  });
}

/** From the delivery of the first purchase to the wish, every record verified, and looked up in the log. */
async function recordsOf(
  { stores, keys, addresses, agent }: World,
  { result }: TaskView,
): Promise<Summary['records']> {
  await untilAnchored(stores);
  const logUrl = addresses.trust;
  const now = Math.floor(Date.now() / 1000);
  const ports = await portsOver({ stores, keys, logId: IDS.log, logUrl, http: agent.http, now });
  const { trade_no = '', out_trade_no = '' } = result ?? {};
  const event_type = 'act:commerce:fulfillment-completed';
  const delivery = { event_type, recorder: IDS.rail, subject: [out_trade_no, IDS.psp, trade_no] } as const;
  const { records, holds } = await verifyChain(await recordIdOf(delivery), ports);
  const events = records.map(({ record, record_id }) => record?.event_type.split(':').at(-1) ?? record_id);
  return { anchored: await anchoredIn(stores), chain: events.toReversed(), holds };
}

/** The evidence on its own: bytes, the pinned key and a time. No server is asked. */
async function judgeOffline(world: World, stage: Stage, { bundle }: Bought, data: string): Promise<void> {
  const trustListKey = await readPublicJwk(join(world.keys, 'trust-list.pub.json'));
  const now = Math.floor(Date.now() / 1000);
  const judgement = await verifyPurchase(new TextEncoder().encode(bundle), { trustListKey, now });
  writeFileSync(join(data, 'purchase.json'), bundle);
  stage.chapter('Anybody verifies the whole purchase offline');
  stage.print({
    from: 'anybody',
    to: 'verifier',
    message: `purchase bundle, ${bundle.length} bytes`,
    checks: judgement.lines.filter((line) => line.outcome === 'pass').map((line) => line.requirement),
    outcome: judgement.verdict === 'accepted' ? 'ok' : 'refused',
    ...(judgement.refusal
      ? { code: judgement.refusal.code, requirement: judgement.refusal.requirement }
      : {}),
  });
  if (judgement.verdict !== 'accepted') throw new Error('the purchase bundle does not verify');
}

const CONFIRMATION_PAUSE_MILLISECONDS = 100;
const CONFIRMATION_ROUNDS = 1_200;

/** A seller confirms what it delivered a moment later, and on a busy machine much later: the summary waits for it. */
async function confirmedState(world: World, tradeNo: string): Promise<string> {
  let state = await world.bank.tradeState(tradeNo);
  for (let round = 0; state === 'WAIT_SELLER_FULFILLMENT' && round < CONFIRMATION_ROUNDS; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, CONFIRMATION_PAUSE_MILLISECONDS));
    state = await world.bank.tradeState(tradeNo);
  }
  return state;
}

async function purchaseOf(
  world: World,
  level: string,
  { amount = '', currency = '', trade_no = '' }: Partial<Summary['purchases'][number]> = {},
): Promise<Summary['purchases'][number]> {
  return { level, amount, currency, state: await confirmedState(world, trade_no), trade_no };
}

function printAddresses(world: World, printer: Printer): void {
  printer.chapter('Everything stays up until Ctrl-C');
  for (const [name, address] of Object.entries(world.addresses)) printer.say(`${name.padEnd(8)} ${address}`);
}

try {
  await main();
} catch (error) {
  const known = error instanceof StartError || error instanceof StoreOpenError;
  const hint = error instanceof PortInUse ? ' OPENACT_PORT names the first of seven others.' : '';
  console.error(known ? `openact: ${error.message}${hint}` : error);
  process.exitCode = error instanceof UnknownScenario ? 2 : 1;
}
