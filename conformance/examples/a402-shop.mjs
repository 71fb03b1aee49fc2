#!/usr/bin/env node
/**
 * A seller of another make: it sells figures by the request (payment on access), with node:http and node:crypto alone.
 *
 *   node a402-shop.mjs init <folder> <port> <suite port>   makes keys and certificates with openssl, and subject.yaml
 *   node a402-shop.mjs serve <folder> <setup>              serves; <setup> is what `openact conformance keys` printed
 *
 * It shares no code with the reference implementation. It keeps its orders in memory: a shop for tests, not for money.
 */
import { execFileSync } from 'node:child_process';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  randomUUID,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const SELLER = 'did:act:figures.example/desk';
const ACCOUNT = 'acct-figures';
const PRICE = { amount: '0.05', currency: 'CNY' };
const ARC = '2.25.295975056238066013663819618617541709289';
const PURPOSE = { receipt: `${ARC}.3`, quote: `${ARC}.4`, command: `${ARC}.8` };
const PATIENCE_MS = 5_000;

// --- small things -----------------------------------------------------------------------------------------------

const seconds = () => Math.floor(Date.now() / 1000);
const iso = (time) => `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
const b64 = (bytes) => Buffer.from(bytes).toString('base64url');
const hash = (text) => createHash('sha256').update(text).digest('base64url');

/** JSON with sorted members (RFC 8785 for the texts and whole numbers that occur here). */
function sorted(value) {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.keys(value)
    .sort((one, other) => (one < other ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${sorted(value[name])}`);
  return `{${pairs.join(',')}}`;
}

const MEMBER_NAMES = /"(?:[^"\\]|\\.)*"\s*(:)?/g;

const membersOf = (value) =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value).reduce(
        (all, one) => all + membersOf(one),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      );

/** JSON in which no object names a member twice: of two readers each could take another one. */
function strictly(text) {
  const value = JSON.parse(text);
  const named = [...text.matchAll(MEMBER_NAMES)].filter(([, colon]) => colon !== undefined).length;
  unless(named === membersOf(value), 'json_duplicate_member', 'OA-JSON-01');
  return value;
}

class No extends Error {
  constructor(code, clause, status = 402) {
    super(code);
    Object.assign(this, { code, clause, status });
  }
}

function unless(holds, code, clause, status) {
  if (!holds) throw new No(code, clause, status);
}

// --- signed messages --------------------------------------------------------------------------------------------

function seal(typ, header, claims, key) {
  const text = [{ alg: 'ES256', typ, ...header }, claims].map((part) => b64(JSON.stringify(part))).join('.');
  return `${text}.${b64(sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }))}`;
}

const LOOKS_SIGNED = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

function unseal(token, typ) {
  unless(
    typeof token === 'string' && LOOKS_SIGNED.test(token) && token.length <= 16_384,
    'jws_malformed',
    'OA-JWS-01',
  );
  const [head, body] = token.split('.');
  let header;
  let claims;
  try {
    [header, claims] = [head, body].map((part) => strictly(Buffer.from(part, 'base64url').toString('utf8')));
  } catch (error) {
    throw error instanceof No ? error : new No('json_syntax', 'OA-JSON-06');
  }
  unless(header.alg === 'ES256' || header.alg === 'Ed25519', 'jws_alg_not_allowed', 'OA-JWS-02');
  unless(header.typ === typ, 'jws_typ_mismatch', 'OA-JWS-03');
  unless(header.crit === undefined, 'jws_crit_unknown', 'OA-JWS-04');
  return { token, header, claims };
}

function signedBy({ token, header }, key) {
  const dot = token.lastIndexOf('.');
  const [text, signature] = [
    Buffer.from(token.slice(0, dot)),
    Buffer.from(token.slice(dot + 1), 'base64url'),
  ];
  if (header.alg === 'Ed25519')
    return key.asymmetricKeyType === 'ed25519' && verify(null, text, key, signature);
  return (
    key.asymmetricKeyType === 'ec' && verify('sha256', text, { key, dsaEncoding: 'ieee-p1363' }, signature)
  );
}

function nameOfKey({ crv, kty, x, y }) {
  return hash(JSON.stringify(y === undefined ? { crv, kty, x } : { crv, kty, x, y }));
}

// --- whom to believe --------------------------------------------------------------------------------------------

/** The signed list that says which payment service may sign what; looked at anew every second. */
class TrustList {
  constructor({ trust_list_url: url, trust_list_key: jwk }) {
    Object.assign(this, { url, key: createPublicKey({ key: jwk, format: 'jwk' }), highest: 0 });
  }

  async current() {
    if (this.list !== undefined && this.lookAgain > Date.now() && this.list.exp > seconds()) return this.list;
    const answer = await fetch(this.url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    const opened = unseal((await answer.text()).trim(), 'act-trust-list+jwt');
    const { claims } = opened;
    const isGood = signedBy(opened, this.key) && claims.exp > seconds() && claims.sequence >= this.highest;
    unless(isGood, 'trust_list_unavailable', 'OA-TRL-06', 503);
    Object.assign(this, { list: claims, highest: claims.sequence, lookAgain: Date.now() + 1_000 });
    return claims;
  }

  async service(id) {
    const { entries } = await this.current();
    const entry = entries.find(({ entity, role }) => entity === id && role === 'PSP');
    unless(entry !== undefined, 'issuer_not_trusted', 'OA-TRL-04');
    unless(entry.status === 'ACTIVE', 'issuer_suspended', 'OA-TRL-05');
    return entry;
  }
}

const certificate = (text) => new X509Certificate(Buffer.from(text, 'base64'));
const thumbprint = ({ raw }) => createHash('sha256').update(raw).digest('base64url');

/** The key behind a thumbprint, once its certificate has been held to the service's own anchors. */
function keyOfService(entry, opened, purpose) {
  const listed = entry.certificates?.find((one) => one['x5t#S256'] === opened.header['x5t#S256']);
  unless(listed !== undefined, 'jws_key_missing', 'OA-JWS-08');
  const chain = listed.x5c.map(certificate);
  const anchors = entry.anchors.map(certificate);
  const [leaf] = chain;
  const isPath = chain.every((one, at) =>
    (at + 1 < chain.length ? [chain[at + 1]] : anchors).some(
      (issuer) => issuer.ca && one.checkIssued(issuer) && one.verify(issuer.publicKey),
    ),
  );
  unless(isPath, 'x509_chain_broken', 'OA-PKI-03');
  const isRevoked = (one) => entry.revoked_certificates?.includes(thumbprint(one));
  unless(!chain.some(isRevoked), 'x509_revoked', 'OA-PKI-16');
  unless(Date.parse(leaf.validTo) > Date.now(), 'x509_expired', 'OA-PKI-06');
  unless(leaf.keyUsage?.includes(purpose), 'x509_eku_mismatch', 'OA-PKI-10');
  unless(leaf.subjectAltName === `URI:${entry.entity}`, 'x509_name_mismatch', 'OA-PKI-11');
  return leaf.publicKey;
}

// --- the shop ---------------------------------------------------------------------------------------------------

const BUYER = /^did:act:[A-Za-z0-9.-]{1,100}\/[A-Za-z0-9._:~-]{1,120}$/;
const PAID = new Set(['WAIT_SELLER_FULFILLMENT', 'WAIT_BUYER_RECEIPT', 'TRADE_FINISHED']);

class Shop {
  constructor(folder, setup) {
    const { port } = JSON.parse(readFileSync(join(folder, 'shop.json'), 'utf8'));
    const leaf = new X509Certificate(readFileSync(join(folder, 'leaf.pem')));
    this.key = createPrivateKey(readFileSync(join(folder, 'leaf.key')));
    this.x5c = [leaf.raw.toString('base64')];
    this.x5t = thumbprint(leaf);
    this.base = `http://127.0.0.1:${port}`;
    Object.assign(this, { port, setup, trust: new TrustList(setup) });
    this.orders = new Map();
    this.deliveries = new Map();
    this.givenBack = new Set();
    this.shown = new Map();
  }

  request(method, url) {
    const uri = `${this.base}${url}`;
    const body_digest = hash('');
    return { method, uri, body_digest, resource_id: hash(sorted({ method, uri, body_digest })) };
  }

  /** What one request costs, and for a buyer who says who it is, an offer in writing. */
  bill(asked, buyer) {
    const { psp_id, method_id } = this.setup;
    const protocol = { method_id, ...PRICE, resource_id: asked.resource_id, seller_unique_id: SELLER };
    if (!BUYER.test(buyer ?? ''))
      return b64(JSON.stringify({ protocol, method: { buyer_header: 'Act-Agent' } }));
    const until = seconds() + 600;
    const order = { out_trade_no: `fig-${randomUUID()}`, pay_before: iso(until) };
    const line = { item_id: asked.resource_id, name: 'Figures', category: 'data/figures', quantity: 1 };
    const cart = {
      salt: b64(randomBytes(16)),
      lines: [{ ...line, unit_price: PRICE.amount, amount: PRICE.amount }],
    };
    const offer = {
      ...{ iss: SELLER, jti: randomUUID(), iat: seconds(), exp: until, aud: buyer, ...order, ...PRICE },
      ...{ discounts: [], payer_amount: PRICE.amount, categories: ['data/figures'] },
      ...{ payee: { account: ACCOUNT, psp_id }, accepted: [{ method_id, psp_id }] },
      ...{ cart_digest: hash(sorted(cart)), resource_id: asked.resource_id },
    };
    const quote = seal('act-quote+jwt', { 'x5t#S256': this.x5t }, offer, this.key);
    this.orders.set(order.out_trade_no, { offer, quote });
    return b64(
      JSON.stringify({
        protocol: { ...protocol, ...order, buyer_unique_id: buyer },
        method: { quote, psp_id },
      }),
    );
  }

  readProof(text) {
    const malformed = new No('a402_header_malformed', 'PSD-PAY-A402-14');
    if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length > 6_144) throw malformed;
    let value;
    try {
      value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    } catch {
      throw malformed;
    }
    const { payment_proof: proof, trade_no: trade } = value?.protocol ?? {};
    const holder = value?.method?.holder_proof;
    if (![proof, trade, holder].every((one) => typeof one === 'string')) throw malformed;
    return { proof, trade, holder };
  }

  /** Everything about a proof that can be told without asking anybody. */
  async judge(text, asked) {
    const { proof, trade, holder } = this.readProof(text);
    const paid = unseal(proof, 'act-receipt+jwt');
    const held = unseal(holder, 'act-holder+jwt');
    const receipt = paid.claims;
    const order = this.orders.get(receipt.out_trade_no);
    unless(order !== undefined, 'order_unknown', 'CID-CART-CFM-14');
    const entry = await this.trust.service(receipt.iss);
    const key = keyOfService(entry, paid, PURPOSE.receipt);
    unless(signedBy(paid, key), 'jws_signature_invalid', 'OA-RCP-09');
    unless(receipt.iss === order.offer.payee.psp_id, 'receipt_psp_mismatch', 'OA-RCP-08');
    unless(receipt.aud === SELLER, 'receipt_audience_mismatch', 'OA-RCP-02');
    unless(PAID.has(receipt.state), 'receipt_state_not_paid', 'OA-RCP-03');
    unless(receipt.iat <= seconds() + 60, 'issued_in_future', 'OA-RCP-11');
    unless(receipt.exp > seconds(), 'receipt_expired', 'OA-RCP-04');
    const terms = ['amount', 'payer_amount', 'currency', 'resource_id'];
    const same = terms.every((name) => receipt[name] === order.offer[name]);
    const isOrder = same && receipt.merchant === SELLER && receipt.quote_digest === hash(order.quote);
    unless(
      isOrder && sorted(receipt.payee) === sorted(order.offer.payee),
      'receipt_order_mismatch',
      'OA-RCP-01',
    );
    unless(receipt.trade_no === trade, 'a402_trade_mismatch', 'OA-A402-09');
    unless(order.offer.resource_id === asked.resource_id, 'a402_resource_mismatch', 'PSD-PAY-A402-09');
    this.judgeHolder(held, { receipt, proof, asked });
    return { order, receipt, digest: hash(proof), base: entry.endpoints.base_url };
  }

  judgeHolder(held, { receipt, proof, asked }) {
    const { cnf, iat, ath, htm, htu, body_digest, jti } = held.claims;
    unless(nameOfKey(cnf?.jwk ?? {}) === receipt.agent_jkt, 'a402_holder_mismatch', 'OA-A402-03');
    const key = createPublicKey({ key: cnf.jwk, format: 'jwk' });
    const isHeld = held.header.kid === receipt.agent_jkt && signedBy(held, key);
    unless(isHeld, 'a402_holder_signature_invalid', 'OA-A402-04');
    unless(Math.abs(iat - seconds()) <= 60, 'a402_holder_time_out_of_window', 'OA-A402-06');
    unless(ath === hash(proof), 'a402_holder_proof_mismatch', 'OA-A402-07');
    const isRequest = htm === asked.method && htu === asked.uri && body_digest === asked.body_digest;
    unless(isRequest, 'a402_holder_request_mismatch', 'OA-A402-05');
    for (const [name, time] of this.shown) if (time < seconds() - 180) this.shown.delete(name);
    unless(!this.shown.has(`${receipt.agent_jkt} ${jti}`), 'a402_proof_replayed', 'OA-A402-08');
    this.shown.set(`${receipt.agent_jkt} ${jti}`, iat);
  }

  /**
   * One delivery for one order, however many ask at once; a refusal of the payment service leaves nothing behind. A second
   * payment of what was delivered for another goes back.
   */
  async deliver(judged) {
    const { out_trade_no: number, trade_no: trade } = judged.receipt;
    const running = this.deliveries.get(number);
    if (running?.trade === trade) return { text: await running.text, stored: true };
    if (running !== undefined) {
      const isDelivered = await running.text.then(
        () => true,
        () => false,
      );
      if (!isDelivered) return this.deliver(judged);
      this.giveBack(judged);
      throw new No('order_already_released', 'OA-ORD-02');
    }
    const text = this.ask(judged).then(() => JSON.stringify({ figure: randomBytes(4).readUInt32BE() }));
    this.deliveries.set(number, { trade, text });
    text.then(
      () => this.confirm(judged, 5),
      () => this.deliveries.delete(number),
    );
    return { text: await text, stored: false };
  }

  async command(base, road, { action, target, aud, params }) {
    const claims = {
      iss: SELLER,
      aud,
      jti: randomUUID(),
      iat: seconds(),
      action,
      target,
      ...(params && { params }),
    };
    const command = seal('act-command+jwt', { x5c: this.x5c }, claims, this.key);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const headers = { 'content-type': 'application/json' };
    return fetch(`${base}${road}`, {
      method: 'POST',
      headers,
      signal,
      redirect: 'error',
      body: JSON.stringify({ command }),
    });
  }

  async ask({ receipt, digest, base }) {
    const wish = {
      action: 'payment.validate',
      target: receipt.trade_no,
      aud: receipt.iss,
      params: { digest },
    };
    const answer = await this.command(base, '/payments/validate', wish).catch(() => undefined);
    const said = await answer?.json().catch(() => undefined);
    unless(said?.code !== 'payment_proof_invalid', 'payment_proof_invalid', 'PSD-PAY-A402-07');
    const isVouched = answer?.ok && said?.trade_no === receipt.trade_no && said?.receipt_digest === digest;
    unless(isVouched, 'peer_unreachable', 'OA-NET-02', 503);
  }

  confirm(judged, tries) {
    return this.tell(judged, 'fulfilment', { action: 'fulfilment.confirm' }, tries);
  }

  /** Once for each payment, whole. */
  giveBack(judged) {
    const { trade_no: trade, payer_amount: amount, currency } = judged.receipt;
    if (this.givenBack.has(trade)) return;
    this.givenBack.add(trade);
    const params = { amount, currency, refund_id: `rfd-${randomUUID()}` };
    void this.tell(judged, 'refunds', { action: 'payment.refund', params }, 5);
  }

  /** Tells the payment service about a trade, again until it has heard. */
  async tell(judged, road, wish, tries) {
    const { receipt, base } = judged;
    const { trade_no: target, iss: aud } = receipt;
    const path = `/payments/${encodeURIComponent(target)}/${road}`;
    const answer = await this.command(base, path, { ...wish, target, aud }).catch(() => undefined);
    if (answer?.ok || tries === 0) return;
    setTimeout(() => this.tell(judged, road, wish, tries - 1), 1_000).unref();
  }
}

// --- answers ----------------------------------------------------------------------------------------------------

function refused(error) {
  const { code, clause, status } = error instanceof No ? error : new No('internal', 'OA-HTTP-04', 500);
  const retryability = status >= 500 ? 'later' : 'never';
  const problem = { type: 'about:blank', title: code, status, code, requirement: clause, retryability };
  return { status, code, clause, retryability, body: JSON.stringify({ ...problem, valid_next_actions: [] }) };
}

async function answer(shop, request, response) {
  request.resume();
  const asked = shop.request(request.method, request.url);
  const buyer = request.headers['act-agent'];
  const proof = request.headers['payment-proof'];
  const headers = { 'cache-control': 'no-store', 'content-type': 'application/json' };
  if (!request.url.startsWith('/data/')) {
    const { body } = refused(new No('not_found', 'OA-HTTP-01', 404));
    return response.writeHead(404, { ...headers, 'content-type': 'application/problem+json' }).end(body);
  }
  if (proof === undefined)
    return response
      .writeHead(402, { ...headers, 'payment-needed': shop.bill(asked, buyer) })
      .end('{"error":"Payment Needed"}');
  try {
    const judged = await shop.judge(proof, asked);
    const { text, stored } = await shop.deliver(judged);
    const { trade_no, out_trade_no, state } = judged.receipt;
    const protocol = { status: 'PAYMENT_VALIDATED', resource_id: asked.resource_id, trade_no, out_trade_no };
    const validation = b64(JSON.stringify({ protocol, method: { state, stored } }));
    return response.writeHead(200, { ...headers, 'payment-validation': validation }).end(text);
  } catch (error) {
    const { status, code, clause, retryability, body } = refused(error);
    const problem = { ...headers, 'content-type': 'application/problem+json' };
    if (status >= 500) return response.writeHead(status, problem).end(body);
    const protocol = { status: 'PAYMENT_REFUSED', resource_id: asked.resource_id };
    const validation = b64(JSON.stringify({ protocol, method: { code, requirement: clause, retryability } }));
    const bill = shop.bill(asked, buyer);
    return response
      .writeHead(402, { ...problem, 'payment-needed': bill, 'payment-validation': validation })
      .end(body);
  }
}

// --- setting up -------------------------------------------------------------------------------------------------

const OPENSSL = `[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = ${PURPOSE.quote}, ${PURPOSE.command}
subjectAltName = URI:${SELLER}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

function init(folder, port, suitePort) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'openssl.cnf'), OPENSSL);
  writeFileSync(join(folder, 'shop.json'), JSON.stringify({ port }));
  const run = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'openssl.cnf'];
  run(
    'req',
    '-x509',
    ...curve,
    '-extensions',
    'ca',
    '-keyout',
    'ca.key',
    '-out',
    'anchor.pem',
    '-subj',
    '/CN=Figures CA',
    '-days',
    '365',
  );
  run('req', '-new', ...curve, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Figures desk');
  const by = [
    '-CA',
    'anchor.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-extfile',
    'openssl.cnf',
    '-extensions',
    'leaf',
  ];
  run('x509', '-req', '-in', 'leaf.csr', ...by, '-days', '200', '-out', 'leaf.pem');
  const secret = b64(randomBytes(18));
  const item = (id) => `    - { item_id: ${id}, price: "0.05", currency: CNY, category: data/figures }`;
  writeFileSync(
    join(folder, 'subject.yaml'),
    `name: a402-shop.mjs
role: merchant
profile: merchant-A402
secrets: ["${secret}"]
merchant:
  url: http://127.0.0.1:${port}
  id: ${SELLER}
  anchor: anchor.pem
  chain: [leaf.pem]
  account: ${ACCOUNT}
  items:
${item('figure-1')}
${item('figure-2')}
  resources: ["/data/one", "/data/two?year=2026"]
  suite: { port: ${suitePort}, secret: "${secret}" }
`,
  );
}

const [, , action, folder, ...rest] = process.argv;
if (action === 'init') init(folder, Number(rest[0]), Number(rest[1]));
else if (action === 'serve') {
  const shop = new Shop(folder, JSON.parse(readFileSync(rest[0], 'utf8')));
  const server = createServer((request, response) => {
    answer(shop, request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(shop.port, '127.0.0.1', () => console.log(`listening on ${shop.base}`));
} else {
  console.error('a402-shop.mjs init <folder> <port> <port of the suite> | serve <folder> <setup file>');
  process.exitCode = 2;
}
