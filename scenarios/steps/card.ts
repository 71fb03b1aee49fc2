/** Sub-accounts and what is paid on access from them, through the agent's public library. */
import { claimsOf, type StolenKey } from '../../demo/attacks/kit.ts';
import {
  agentContext,
  createBuyingFetch,
  proveKey,
  readSubAccount,
  requestSubAccount,
} from '../../src/agent/index.ts';
import { createExchange, type Exchange } from '../../src/http/index.ts';
import { A402_HEADERS, decodePaymentNeeded, decodePaymentProof } from '../../src/protocol/a402/index.ts';
import { jwkThumbprint } from '../../src/protocol/digest/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { generateKeyPair, localSigner, publicJwkOf } from '../../src/protocol/jws/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import type { CardStep, FetchStep, ProofStep, UnfreezeStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { currencyOf, PSP } from '../world/plan.ts';
import { digest, digestOfJson, keyAt, newName, publicPart, signed, strangersKey } from './forge.ts';
import {
  addressOf,
  agentNameOf,
  agentOf,
  filled,
  type Kept,
  keptOf,
  type Play,
  type Run,
  userOf,
} from './run.ts';
import { decided, withUser } from './user.ts';

const CARD_LIFETIME = '+30d';

export const card: Play<CardStep> = async (run, step) => {
  const { device } = userOf(run, step);
  const { delegator = userOf(run, step).delegator } = step;
  const context = agentContext(agentOf(run, step).deps);
  const pair = await cardPair(run, step);
  const kid = await jwkThumbprint(pair.publicJwk);
  const signer = await localSigner(pair.privateJwk, { kid });
  const subAccountId = newId(context.random, 'sub');
  const currency = currencyOf(run.world.plan);
  const limits = filled(run, {
    currency,
    max_amount: step.limit,
    valid_until: CARD_LIFETIME,
    ...(step.confirmEach ? { confirm_each: true as const } : {}),
  });
  const key = { publicJwk: pair.publicJwk, signer };
  await withUser(run, step, async (going) => {
    await requestSubAccount(context, { subAccountId, delegator, limits, key });
    const read = () => readSubAccount(context, subAccountId);
    const waits = ({ state }: { readonly state: string }) => state === 'PENDING_CONFIRMATION';
    const { state } = await decided(await read(), waits, going, read);
    if (state !== 'ACTIVE') throw new Refused('confirmation_denied');
  });
  if (step.fund !== undefined) {
    await device.ask({ do: 'fund', subAccount: subAccountId, amount: step.fund, currency });
  }
  return { sub_account_id: subAccountId, key: { alg: 'ES256', jwk: pair.privateJwk, kid }, signer };
};

export const unfreeze: Play<UnfreezeStep> = async (run, step) => {
  const known = keptOf(run, step.card);
  const target = String(known.sub_account_id);
  const pair = await (step.key === 'old' ? cardPair(run, { key: step.card }) : generateKeyPair('ES256'));
  const kid = await jwkThumbprint(pair.publicJwk);
  const signer = await localSigner(pair.privateJwk, { kid });
  const context = agentContext(agentOf(run, step).deps);
  const proof = await proveKey(context, target, { publicJwk: pair.publicJwk, signer });
  const params = { digest: digestOfJson(pair.publicJwk) };
  const report = await userOf(run, step).device.ask({
    do: 'command',
    path: `/sub-accounts/${target}/unfreeze`,
    claims: { aud: PSP, action: 'sub_account.unfreeze', target, params },
    with: { ...proof },
  });
  const answer = report.done === 'command' ? report.answer : {};
  return { ...known, ...answer, key: { alg: 'ES256', jwk: pair.privateJwk, kid }, signer };
};

/** Its own, but for a hijacked agent that takes another. */
async function cardPair(run: Run, { key, agent }: Pick<CardStep, 'key' | 'agent'>) {
  if (key === undefined) return generateKeyPair('ES256');
  const known =
    key === 'agent'
      ? keyAt(run, `${agentNameOf(run, agent === undefined ? {} : { agent })}/agent`)
      : (keptOf(run, key).key as StolenKey);
  const privateJwk = known.jwk as Awaited<ReturnType<typeof generateKeyPair>>['privateJwk'];
  return { privateJwk, publicJwk: publicJwkOf(privateJwk) };
}

/** What was seen on the wire. */
interface Seen extends Kept {
  readonly url: string;
  readonly header: string;
}

/** The way out of the buyer, watched; on a lossy road what comes with a proof never arrives. */
function watched(exchange: Exchange, isLossy: boolean, seen: Seen[]): Exchange {
  return async (request) => {
    const header = request.headers['Payment-Proof'];
    if (header === undefined) return exchange(request);
    const { payment_proof: receipt, trade_no } = decodePaymentProof(header).protocol;
    seen.push({ url: request.url, header, receipt, trade_no });
    if (isLossy) throw new ActError('peer_unreachable');
    return exchange(request);
  };
}

/** A seller whose bills say something else. */
function cheating(run: Run, { at, bill = {} }: FetchStep, exchange: Exchange): Exchange {
  return async (request) => {
    const answer = await exchange(request);
    const header = answer.headers.get(A402_HEADERS.needed);
    if (header === null) return answer;
    const { protocol, method } = decodePaymentNeeded(header);
    const key = keyAt(run, `${at}/merchant-quote`);
    const honest = claimsOf(String(method.quote));
    const quote = await signed(run, 'act-quote+jwt', honest, key, bill.quote);
    const forged = {
      protocol: { ...protocol, ...filled(run, bill.plain ?? {}) },
      method: { ...method, quote },
    };
    const headers = new Headers(answer.headers);
    headers.set(A402_HEADERS.needed, Buffer.from(JSON.stringify(forged)).toString('base64url'));
    return { ...answer, headers };
  };
}

let fetched = 0;

export const fetchPaid: Play<FetchStep> = async (run, step) => {
  const context = agentContext(agentOf(run, step).deps);
  const { mandate } = keptOf(run, step.under);
  const { sub_account_id, signer } = keptOf(run, step.from);
  const wallet = {
    mandate: String(mandate),
    paymentToolRef: String(sub_account_id),
    subAccountSigner: signer as Awaited<ReturnType<typeof localSigner>>,
  };
  const base = addressOf(run, step.at);
  const way = createExchange((origin) => origin === base);
  const seen: Seen[] = [];
  const road = step.bill === undefined ? way.exchange : cheating(run, step, way.exchange);
  const buy = createBuyingFetch(context, wallet, watched(road, step.lost === true, seen));
  try {
    for (let count = 0; count < (step.times ?? 1); count += 1) await fetchOne(step, buy, base);
  } finally {
    await way.close();
  }
  const last = seen.at(-1);
  return last === undefined
    ? {}
    : { ...last, jwk: publicPart(keyAt(run, `${agentNameOf(run, step)}/agent`)) };
};

async function fetchOne(
  step: FetchStep,
  buy: ReturnType<typeof createBuyingFetch>,
  base: string,
): Promise<void> {
  // A path with # is another resource each time.
  fetched += 1;
  const url = `${base}${step.path.replace('#', String(fetched))}`;
  const asking = buy(url);
  if (step.lost === true) return void (await asking.catch(expectLoss));
  const answer = await asking;
  await answer.text();
  if (!answer.ok) throw new Error(`the seller answered ${answer.status}`);
}

function expectLoss(error: unknown): undefined {
  if (error instanceof ActError && error.code === 'peer_unreachable') return undefined;
  throw error;
}

export const proof: Play<ProofStep> = async (run, raw) => {
  const step = filled(run, raw);
  const seen = keptOf(run, step.of) as Seen;
  const url = `${addressOf(run, step.at)}${step.path === '' ? new URL(seen.url).pathname : step.path}`;
  const header = step.key === undefined ? seen.header : await shown(run, step, seen, url);
  const agent = agentOf(run, step).deps.config.agent_id;
  const answer = await fetch(url, { headers: { 'Payment-Proof': header, 'Act-Agent': agent } });
  const body = (await answer.json()) as Kept;
  if (answer.ok) return body;
  throw new Refused(String(body.code ?? answer.status), String(body.requirement ?? ''));
};

/** The same proof of payment, with a holder's proof made anew. */
async function shown(run: Run, step: ProofStep, seen: Seen, url: string): Promise<string> {
  const key: StolenKey =
    step.key === 'stranger' ? await strangersKey() : keyAt(run, `${agentNameOf(run, step)}/agent`);
  const claims = {
    jti: newName('hp'),
    iat: run.world.now(),
    htm: 'GET',
    htu: url,
    ath: digest(String(seen.receipt)),
    body_digest: digest(''),
    cnf: { jwk: publicPart(key) },
    ...step.holder,
  };
  const holder_proof = await signed(run, 'act-holder+jwt', claims, key);
  const protocol = { payment_proof: seen.receipt, trade_no: step.trade ?? seen.trade_no };
  return Buffer.from(JSON.stringify({ protocol, method: { holder_proof } })).toString('base64url');
}
