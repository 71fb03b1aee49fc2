/** act:L3: a research task under a BOUNDED mandate, paid on access from a sub-account, one fen at a time. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AgentContext,
  agentContext,
  createBuyingFetch,
  readMandate,
  readSubAccount,
  requestMandate,
  requestSubAccount,
  selectIac,
} from '../src/agent/index.ts';
import { createExchange, type Exchange } from '../src/http/index.ts';
import { decodePaymentProof } from '../src/protocol/a402/index.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import type { Intent } from '../src/protocol/generated/types.ts';
import type { PrivateJwk, Signer } from '../src/protocol/jws/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../src/protocol/limits.ts';
import { newId } from '../src/protocol/ports.ts';
import { formatUtcSeconds } from '../src/protocol/time/index.ts';
import { makeFolder } from '../src/store/make-folder.ts';
import type { SeenProof, SeenResearch } from './attacks/kit.ts';
import { CURRENCY, IDS, METHOD } from './plan.ts';
import { lifeOfAPurse, newKey } from './purse.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

const WISH = 'Find out how train prices moved this month. Spend at most 20 yuan on data.';
const BUDGET = '20.00';
const CALLS = 20;
const DAY_SECONDS = 86_400;
const POLL_MILLISECONDS = 50;

/** What the chapter leaves behind: its trades, what a thief could have seen, and one answer that is still to be had. */
export interface Researched extends SeenResearch {
  /** Of the last call. */
  readonly tradeNo: string;
  /** Gross, of all calls. */
  readonly amount: string;
  /** Fetches what was paid for and lost on the way. */
  collect(): Promise<void>;
  close(): Promise<void>;
}

function intentOf(context: AgentContext): Intent {
  const now = context.clock();
  return {
    conversation_history: { user_intent_raw: WISH, input_mode: ['TEXT'] },
    intent_id: newId(context.random, 'int'),
    delegation_mode: 'BOUNDED',
    // Open by the bank's clock too, which may be slower.
    validity_start_time: formatUtcSeconds(now - REQUEST_TIME_SKEW_SECONDS),
    validity_end_time: formatUtcSeconds(now + DAY_SECONDS),
    max_total_amount: Number(BUDGET),
    currency: CURRENCY,
    allowed_payment_methods: [METHOD],
    agent_id: IDS.agent,
    ext: {
      commerce: {
        max_single_amount: 0.05,
        allowed_categories: ['data/market', 'data/archive'],
        allowed_merchants: [IDS.market, IDS.archive],
      },
    },
  };
}

/** Mandate and sub-account, both confirmed on the device, and the budget put into the sub-account. */
export async function authorise(world: World, stage: Stage, context: AgentContext) {
  const delegationId = newId(context.random, 'dlg');
  const { iac } = await selectIac(intentOf(context), { delegationId, delegatorIdentity: world.delegator });
  const { privateJwk, ...key } = await newKey();
  const { signer } = key;
  const subAccountId = newId(context.random, 'sub');
  const limits = { currency: CURRENCY, max_amount: '0.05', valid_until: iac.validity_end_time };
  await world.device.ask({ do: 'watch' });
  await requestMandate(context, iac);
  await requestSubAccount(context, { subAccountId, delegator: world.delegator, limits, key });
  let mandate: string | undefined;
  let state = '';
  while (mandate === undefined || state !== 'ACTIVE') {
    await context.sleep(POLL_MILLISECONDS);
    const progress = await readMandate(context, iac);
    if (progress.status === 'GRANTED') mandate = progress.granted.mandate;
    state = (await readSubAccount(context, subAccountId)).state;
  }
  const shown = await world.device.ask({ do: 'rest' });
  if (shown.done === 'rest') for (const text of shown.summaries) stage.say(`The device showed: ${text}`);
  await world.device.ask({ do: 'fund', subAccount: subAccountId, amount: BUDGET, currency: CURRENCY });
  keepForOthers(world.keys, mandate, { sub_account_id: subAccountId, privateJwk, signer });
  return { mandate, paymentToolRef: subAccountId, subAccountSigner: signer };
}

/** What a client of another make pays with: see a402-curl.sh. */
function keepForOthers(
  keys: string,
  mandate: string,
  {
    sub_account_id,
    privateJwk: jwk,
    signer,
  }: { sub_account_id: string; privateJwk: PrivateJwk; signer: Signer },
): void {
  const folder = join(keys, 'research');
  makeFolder(folder, 0o700);
  writeFileSync(join(folder, 'mandate.jwt'), mandate, { mode: 0o600 });
  const kept = { sub_account_id, alg: signer.alg, jwk, ...signer.header };
  writeFileSync(join(folder, 'sub-account.json'), JSON.stringify(kept), { mode: 0o600 });
}

function addressOf(world: World, call: number): string {
  return call % 2 === 1
    ? `${world.addresses.market}/data/prices/day-${call}`
    : `${world.addresses.archive}/data/papers/${call}`;
}

/** The way out of the buyer, watched; on a broken road what comes with a proof gets lost. */
function watched(exchange: Exchange) {
  const sent: SeenProof[] = [];
  const lost: SeenProof[] = [];
  const network: { road: 'open' | 'broken' } = { road: 'open' };
  const watch: Exchange = async (request) => {
    const header = request.headers['Payment-Proof'];
    if (header === undefined) return exchange(request);
    const { payment_proof: receipt, trade_no: tradeNo } = decodePaymentProof(header).protocol;
    const seen = { url: request.url, header, receipt, tradeNo };
    (network.road === 'broken' ? lost : sent).push(seen);
    if (network.road === 'broken') throw new ActError('peer_unreachable');
    return exchange(request);
  };
  return { exchange: watch, sent, lost, network };
}

/** Twenty questions to two sellers. The answer to the last one is lost on the way, after it was paid. */
export async function research(world: World, stage: Stage): Promise<Researched> {
  stage.at('act:L3');
  stage.chapter('A research task: the agent decides alone, within a budget');
  stage.say(`“${WISH}”`);
  const context = agentContext(world.agent);
  const wallet = await authorise(world, stage, context);
  const sellers = new Set([world.addresses.market, world.addresses.archive]);
  const way = createExchange((origin) => sellers.has(origin));
  const { exchange, sent, lost, network } = watched(way.exchange);
  await lifeOfAPurse(world, stage, { context, mandate: wallet.mandate, exchange: way.exchange });
  const buy = createBuyingFetch(context, wallet, exchange);
  stage.chapter(`${CALLS} requests are paid for on access, at 0.01 each`);
  await expectGoods(await buy(addressOf(world, 1)));
  stage.say('The other calls in brief:');
  stage.brief(true);
  for (let call = 2; call < CALLS; call += 1) await expectGoods(await buy(addressOf(world, call)));
  network.road = 'broken';
  await buy(addressOf(world, CALLS)).catch(() => undefined);
  network.road = 'open';
  stage.brief(false);
  const [used, unused] = [sent.at(-1), lost.at(-1)];
  if (!used || !unused) throw new Error('nothing was bought');
  return {
    used,
    unused,
    tradeNo: unused.tradeNo,
    amount: (CALLS / 100).toFixed(2),
    collect: async () => expectGoods(await buy(unused.url)),
    close: () => way.close(),
  };
}

async function expectGoods(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`the seller answered ${answer.status}: ${await answer.text()}`);
  await answer.json();
}
