/**
 * A server that does for each message of a purchase only what nobody can leave out: verify the signatures, commit once
 * to a durable SQLite file (as many at a time as have arrived), sign the answer, call the next server. It reads no
 * schema, checks no clause and keeps no books. One role a process, as the real servers.
 */
import { createPrivateKey, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CURRENCY, IDS, METHOD } from '../../demo/plan.ts';
import { readKeyFile } from '../../src/http/key-file.ts';
import { nodeRandom } from '../../src/http/node-random.ts';
import { newOrderedId } from '../../src/store/index.ts';
import { claimsOf, digestOf, objectDigest, Wire, WireSigner } from './wire.ts';

type Body = Readonly<Partial<Record<string, string>>>;
type Answer = object;

const [, , role = '', database = '', keys = '', port = '0', issuerUrl = ''] = process.argv;

const seconds = (): number => Math.floor(Date.now() / 1000);
const random = nodeRandom();
const id = (prefix: string): string => newOrderedId(random, prefix, seconds());
const wire = new Wire();
const agent = await readKeyFile(join(keys, 'agent', 'agent.json'));
const own = await readKeyFile(
  join(keys, ...(role === 'bank' ? ['bank', 'psp-receipt.json'] : [role, 'merchant-quote.json'])),
);
const signer = new WireSigner(own.jwk, own.header);
const agentKey = createPublicKey(createPrivateKey({ key: { ...agent.jwk }, format: 'jwk' }));
const leafKeys = new Map<string, KeyObject>();

/** The key of a certificate that was seen before is known; whose signature is verified here is never doubted. */
function keyOf(header: string): KeyObject {
  const known = leafKeys.get(header);
  if (known) return known;
  const { x5c } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { x5c?: string[] };
  const leaf = x5c?.[0];
  const key = leaf ? new X509Certificate(Buffer.from(leaf, 'base64')).publicKey : agentKey;
  leafKeys.set(header, key);
  return key;
}

function assertSigned(...messages: readonly (string | undefined)[]): void {
  for (const compact of messages) {
    const [header = '', payload = '', signature = ''] = compact?.split('.') ?? [];
    const key = { key: keyOf(header), dsaEncoding: 'ieee-p1363' } as const;
    const input = Buffer.from(`${header}.${payload}`);
    if (!verify('sha256', input, key, Buffer.from(signature, 'base64url'))) throw new Error('bad signature');
  }
}

const store = new DatabaseSync(database);
store.exec(
  `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8192;
   CREATE TABLE messages (id TEXT PRIMARY KEY, body TEXT)`,
);
const insert = store.prepare('INSERT INTO messages VALUES (?, ?)');
let waiting: { readonly row: readonly [string, string]; readonly done: () => void }[] = [];

/** Resolves after the commit, which is shared by all that arrive in one turn of the event loop. */
function commit(message: string, body: string): Promise<void> {
  return new Promise((done) => {
    waiting.push({ row: [message, body], done });
    if (waiting.length === 1) setImmediate(flush);
  });
}

function flush(): void {
  const batch = waiting;
  waiting = [];
  store.exec('BEGIN IMMEDIATE');
  for (const { row } of batch) insert.run(...row);
  store.exec('COMMIT');
  for (const { done } of batch) done();
}

async function quote({ agent_attestation, command }: Body): Promise<Answer> {
  assertSigned(agent_attestation, command);
  const cart = {
    salt: id('salt'),
    lines: [
      { item_id: 'G123-2', name: 'G123', category: 'transport/train', quantity: 1, unit_price: '553.50' },
    ],
  };
  const outTradeNo = id('ord');
  const signed = signer.sign('act-quote+jwt', {
    ...{ iss: role, jti: id('quo'), iat: seconds(), exp: seconds() + 900, aud: IDS.agent },
    out_trade_no: outTradeNo,
    ...{ amount: '553.50', discounts: [], payer_amount: '553.50', currency: CURRENCY },
    categories: ['transport/train'],
    payee: { account: 'acct-rail', psp_id: IDS.psp },
    accepted: [{ method_id: METHOD, psp_id: IDS.psp }],
    pay_before: new Date().toISOString(),
    cart_digest: objectDigest(cart),
    deliver_by: new Date().toISOString(),
  });
  await commit(outTradeNo, signed);
  return { quote: signed, cart };
}

function receipt(order: string, tradeNo: string, aud: string, body: Body): string {
  return signer.sign('act-receipt+jwt', {
    ...{ iss: IDS.psp, jti: id('rcpt'), iat: seconds(), exp: seconds() + 86_400, aud },
    ...{ trade_no: tradeNo, out_trade_no: order, merchant: IDS.rail, state: 'WAIT_SELLER_FULFILLMENT' },
    ...{ amount: '553.50', payer_amount: '553.50', currency: CURRENCY },
    payee: { account: 'acct-rail', psp_id: IDS.psp },
    quote_digest: digestOf(body.quote ?? ''),
    request_digest: digestOf(body.payment_request ?? ''),
    agent_jkt: digestOf(aud),
    authorization_digest: digestOf(body.mandate ?? ''),
    paid_at: new Date().toISOString(),
  });
}

async function pay(body: Body): Promise<Answer> {
  assertSigned(body.payment_request, body.mandate, body.quote);
  const { out_trade_no: order } = claimsOf<{ out_trade_no: string }>(body.quote ?? '');
  const tradeNo = id('trade');
  await commit(tradeNo, body.payment_request ?? '');
  const [own, sellers] = [receipt(order, tradeNo, IDS.agent, body), receipt(order, tradeNo, IDS.rail, body)];
  await commit(`${tradeNo} receipts`, own + sellers);
  return {
    trade_no: tradeNo,
    out_trade_no: order,
    receipt: own,
    seller_receipt: sellers,
    authorization_salt: id('s'),
  };
}

let undelivered = 0;

async function release({ receipt: paid = '', command }: Body): Promise<Answer> {
  assertSigned(paid, command);
  const { trade_no: tradeNo } = claimsOf<{ trade_no: string }>(paid);
  await commit(`${tradeNo} release`, paid);
  undelivered += 1;
  confirm(tradeNo).catch((error) => {
    console.error(error);
    process.exit(1);
  });
  return { trade_no: tradeNo, goods: [{ item_id: 'G123-2', code: id('code') }] };
}

async function confirm(tradeNo: string): Promise<void> {
  const claims = {
    iss: role,
    aud: IDS.psp,
    jti: id('cmd'),
    iat: seconds(),
    action: 'fulfilment.confirm',
    target: tradeNo,
  };
  await wire.post(issuerUrl, `/payments/${tradeNo}/fulfilment`, {
    command: signer.sign('act-command+jwt', claims),
  });
  await commit(`${tradeNo} confirmed`, '');
  undelivered -= 1;
}

async function fulfil({ command }: Body): Promise<Answer> {
  assertSigned(command);
  await commit(id('fulfilment'), command ?? '');
  return { state: 'WAIT_BUYER_RECEIPT' };
}

function answerTo(path: string, body: Body): Promise<Answer> | Answer {
  if (path === '/quotes') return quote(body);
  if (path === '/payments') return pay(body);
  if (path.endsWith('/release')) return release(body);
  if (path.endsWith('/fulfilment')) return fulfil(body);
  return { undelivered };
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString());
}

const server = createServer(async (request, response) => {
  const body = JSON.stringify(await answerTo(request.url ?? '', await bodyOf(request)));
  response.setHeader('content-type', 'application/json');
  response.end(body);
});
server.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
