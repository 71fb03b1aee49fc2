/**
 * An agent of another make, on node alone, that does everything that a good purchase needs and checks nothing: it pays
 * whatever it is asked for. It passes what an honest world asks of an agent, and must pass no negative case.
 *
 *   node naive-agent.mjs <private JWK>      one errand a line on standard input, one outcome a line
 */
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const LATE_MS = 10_000;

const [keyPath] = process.argv.slice(2);
const { kid: _kid, ...jwk } = JSON.parse(readFileSync(keyPath, 'utf8'));
const key = createPrivateKey({ key: jwk, format: 'jwk' });

const digest = (text) => createHash('sha256').update(text).digest('base64url');
const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join(',')}]`
    : value !== null && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort((one, other) => (one < other ? -1 : 1))
          .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
          .join(',')}}`
      : JSON.stringify(value);
const digestOf = (value) => digest(canonical(value));
const kid = digest(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y }));
const now = () => Math.floor(Date.now() / 1000);
const utc = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
const decoded = (text) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
const claimsOf = (compact) => decoded(compact.split('.')[1]);

function signed(typ, claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: 'ES256', typ, kid })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

async function call(url, { body, authorization, headers = {} } = {}) {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(authorization === undefined ? {} : { authorization: `ACT-Command ${authorization}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { answer, value: await answer.json().catch(() => ({})) };
}

async function goOn(errand) {
  const command = (aud, action, target, covered) =>
    signed('act-command+jwt', {
      ...{ iss: errand.agent_id, aud, jti: randomUUID(), iat: now(), action, target },
      ...(covered === undefined ? {} : { params: { digest: covered } }),
    });

  const list = claimsOf(await (await fetch(errand.trust_list_url)).text());
  const baseOf = (entity) => list.entries.find((one) => one.entity === entity)?.endpoints?.base_url;
  const { wanted } = errand;
  const intentId = randomUUID();

  async function mandate() {
    const iac = {
      delegation_id: randomUUID(),
      delegator_identity: errand.delegator_identity,
      intent_id: intentId,
      delegation_mode: wanted.allowed_merchants.length === 1 ? 'SPECIFIED' : 'BOUNDED',
      validity_start_time: utc(now()),
      validity_end_time: wanted.validity_end_time,
      max_total_amount: Number(wanted.max_total_amount),
      currency: wanted.currency,
      allowed_payment_methods: errand.payment_methods,
      agent_id: errand.agent_id,
      ext: {
        commerce: {
          max_single_amount: Number(wanted.max_single_amount),
          ...(wanted.min_single_amount === undefined
            ? {}
            : { min_single_amount: Number(wanted.min_single_amount) }),
          allowed_categories: wanted.allowed_categories,
          allowed_merchants: wanted.allowed_merchants,
        },
      },
      source_isr_digest: digestOf({ said: errand.utterance }),
    };
    const { delegation_id: id } = iac;
    const bank = baseOf(errand.issuer);
    await call(`${bank}/mandates`, {
      body: {
        iac,
        psp_id: errand.psp,
        agent_attestation: errand.agent_attestation,
        command: command(errand.issuer, 'mandate.request', id, digestOf(iac)),
      },
    });
    const { value } = await call(`${bank}/mandates/${id}`, {
      authorization: command(errand.issuer, 'mandate.read', id),
    });
    await fetch(`${bank}/status-lists/1`);
    return { id, compact: value.mandate };
  }

  async function pay(quote, authority) {
    const bank = baseOf(errand.psp);
    const claims = claimsOf(quote);
    const request = {
      ...{ iss: errand.agent_id, aud: errand.psp, jti: randomUUID(), iat: now() },
      ...{ quote_digest: digest(quote), out_trade_no: claims.out_trade_no, amount: claims.amount },
      ...{
        payer_amount: claims.payer_amount,
        currency: claims.currency,
        method_id: errand.payment_methods[0],
      },
      payment_tool_ref: errand.payment_tool_ref,
    };
    if (authority !== undefined) {
      const level = claimsOf(authority.compact).iac.delegation_mode === 'BOUNDED' ? 'act:L3' : 'act:L2';
      const ours = { level, delegation_id: authority.id, mandate_digest: digest(authority.compact) };
      const payment_request = signed('act-payment-request+jwt', { ...request, ...ours });
      const body = { payment_request, mandate: authority.compact, quote };
      const { answer, value } = await call(`${bank}/payments`, { body });
      if (answer.ok) return value;
      const asking = { command: command(errand.psp, 'payment.query', request.jti) };
      return (await call(`${bank}/payments/query`, { body: asking })).value;
    }
    const level = { level: 'act:L1', intent_id: intentId };
    const payment_request = signed('act-payment-request+jwt', { ...request, ...level });
    const { value } = await call(`${bank}/instant-payments`, { body: { payment_request, quote } });
    const target = value.payment_id ?? request.jti;
    const decided = await call(`${bank}/instant-payments/${target}`, {
      authorization: command(errand.psp, 'payment.read', target),
    });
    return decided.value.payment;
  }

  /** Every seller is asked, as far as it answers, and the cheapest offer of the wanted words is taken. */
  async function offers() {
    const asked = errand.merchants.map(async ({ merchant, base_url: url }) => {
      const body = {
        ...{ request_id: randomUUID(), agent_id: errand.agent_id, intent_id: intentId },
        context: {
          explicit_need: wanted.need.join(' '),
          constraints: { categories: wanted.allowed_categories },
        },
        agent_attestation: errand.agent_attestation,
      };
      const authorization = command(merchant, 'intent.transfer', merchant, digestOf(body));
      // Only whoever is late on purpose is that late, however busy the machine is.
      const late = new Promise((done) => setTimeout(done, LATE_MS, undefined).unref());
      const answer = await Promise.race([call(`${url}/intents`, { body, authorization }), late]);
      if (answer?.value.request_id !== body.request_id) return [];
      return answer.value.candidates.map((item) => ({ merchant, url, ...item }));
    });
    return (await Promise.all(asked))
      .flat()
      .filter(({ category }) => wanted.allowed_categories.includes(category))
      .sort((one, other) => Number(one.price) - Number(other.price));
  }

  async function buy() {
    const [item] = await offers();
    const card = (await call(`${item.url}/.well-known/agent-card.json`)).value;
    const declared = card.capabilities['act:payment:negotiation'];
    if (declared.mode === 'one-way') await call(declared.capability_url);
    else {
      const asking = { agent_id: errand.agent_id, buyer_supported_methods: errand.payment_methods };
      const about = { currency: item.currency, estimated_amount: Number(item.price) };
      await call(declared.negotiation_endpoint, { body: { ...asking, ...about } });
    }
    const authority = errand.level === 'act:L1' ? undefined : await mandate();
    const order = {
      lines: [{ item_id: item.item_id, quantity: wanted.quantity }],
      currency: item.currency,
      expected_amount: item.price,
      request_id: randomUUID(),
    };
    const asking = command(item.merchant, 'quote.request', item.merchant, digestOf(order));
    const body = { agent_attestation: errand.agent_attestation, order, command: asking };
    const { value } = await call(`${item.url}/quotes`, { body });
    const paid = await pay(value.quote, authority);
    const { out_trade_no: number } = claimsOf(value.quote);
    const receipt = paid.seller_receipt;
    const released = await call(`${item.url}/orders/${number}/release`, {
      body: { receipt, command: command(item.merchant, 'order.release', number, digest(receipt)) },
    });
    const { iss, discounts, amount, payer_amount, currency, pay_before } = claimsOf(value.quote);
    const confirmation = {
      ...{ confirmed_at: utc(now()), counterparty: iss, out_trade_no: number, lines: value.cart.lines },
      ...{ amount, discounts, payer_amount, currency, pay_before },
      correlation: {
        ...{ intent_id: intentId, quote_request_id: order.request_id, quote_digest: digest(value.quote) },
        ...(authority === undefined ? {} : { delegation_id: authority.id }),
      },
    };
    return { status: 'DONE', trade_no: paid.trade_no, goods: released.value.goods, confirmation };
  }

  async function fetchPaid() {
    const authority = errand.level === 'act:L1' ? undefined : await mandate();
    const { url } = errand.resource;
    const headers = { 'act-agent': errand.agent_id };
    const { answer } = await call(url, { headers });
    const { method } = decoded(answer.headers.get('payment-needed'));
    const paid = await pay(method.quote, authority);
    const holder_proof = signed('act-holder+jwt', {
      ...{ jti: randomUUID(), iat: now(), htm: 'GET', htu: url, ath: digest(paid.seller_receipt) },
      ...{ body_digest: digest(''), cnf: { jwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y } } },
    });
    const proof = {
      protocol: { payment_proof: paid.seller_receipt, trade_no: paid.trade_no },
      method: { holder_proof },
    };
    const shown = { ...headers, 'payment-proof': Buffer.from(JSON.stringify(proof)).toString('base64url') };
    const got = await call(url, { headers: shown });
    return { status: 'DONE', body: JSON.stringify(got.value) };
  }

  return errand.errand === 'fetch' ? fetchPaid() : buy();
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, errand } = JSON.parse(line);
  const outcome = await goOn(errand).catch((error) => ({ broken: String(error) }));
  console.log(JSON.stringify({ id, outcome }));
}
