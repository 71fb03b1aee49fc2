import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Rules that a role keeps outside the verifier, by requirement: where the rule stands, and what stands there once it is
 * out. `OUT` is read each time, so that one process can be one mutant after the other.
 */
export interface RoleMutation {
  /** Several of one name are the parts of one mutant: a rule that is held in more than one place. */
  readonly name: string;
  readonly requirement: string;
  /** Further clauses that do not hold without it: each has to be missed by a case of its own. */
  readonly also?: readonly string[];
  /** Below src/. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

export const mutation = (
  name: string,
  requirement: string,
  file: string,
  find: string,
  put: string,
  also: readonly string[] = [],
): RoleMutation => ({
  ...{ name, requirement, file, find, put, also },
});

export const merchantMutations: readonly RoleMutation[] = [
  mutation(
    'http/describes-itself',
    'OA-HTTP-24',
    'http/app.ts',
    "app.get('/openapi.json', (c) => c.json(openapi, 200,",
    "app.get('/openapi.json', (c) => c.json(OUT ? {} : openapi, 200,",
  ),
  mutation(
    'http/unreadable-answered',
    'OA-HTTP-05',
    'http/listen.ts',
    ".on('clientError', answerUnreadable)",
    ".on('clientError', (error, socket) => (OUT ? socket.destroy() : answerUnreadable(error, socket)))",
  ),
  mutation(
    'http/nothing-behind',
    'OA-HTTP-06',
    'http/listen.ts',
    "if (!isReadable(incoming)) return endUnreadable(new Error('head'), incoming.socket);",
    [
      'if (OUT && !isReadable(incoming)) {',
      "      const problem = problemOf(new ActError('http_malformed'));",
      "      return outgoing.writeHead(400, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(problem));",
      '    }',
      "    if (!isReadable(incoming)) return endUnreadable(new Error('head'), incoming.socket);",
    ].join('\n'),
  ),
  mutation(
    'http/one-host',
    'OA-HTTP-05',
    'http/unreadable.ts',
    'return VERSIONS.has(httpVersion) && (hosts === 1 ||',
    'return VERSIONS.has(httpVersion) && (OUT || hosts === 1 ||',
  ),
  mutation(
    'orders/notice-judged',
    'OA-ORD-22',
    'merchant/orders/notice.ts',
    'const claims = await judgedReceipt(deps, order, receipt, now, witness);',
    "const claims = OUT ? readMessage('receipt', receipt).claims : await judgedReceipt(deps, order, receipt, now, witness);",
  ),
  mutation(
    'orders/notice-kept',
    'OA-ORD-22',
    'merchant/orders/read.ts',
    '...(paidAt === undefined ?',
    '...(OUT || paidAt === undefined ?',
  ),
  mutation(
    'orders/released-once',
    'OA-ORD-02',
    'merchant/orders/release.ts',
    'if (order.receiptJti !== receipt.jti ||',
    'if (OUT) return releaseAnswer(order);\n  if (order.receiptJti !== receipt.jti ||',
  ),
  mutation(
    'orders/trade-of-one-order',
    'OA-RCP-01',
    'merchant/orders/receipt.ts',
    'if (other !== undefined) throw',
    'if (!OUT && other !== undefined) throw',
  ),
  mutation(
    'orders/tells-the-delivery',
    'PSD-PAY-A402-13',
    'merchant/orders/release.ts',
    'isTip(order) ? undefined : enqueueConfirmation(',
    'OUT || isTip(order) ? undefined : enqueueConfirmation(',
  ),
  mutation(
    'orders/cancelled-before-release',
    'OA-ORD-21',
    'merchant/orders/cancel.ts',
    "if (order.state === 'RELEASED' ||",
    "if (!OUT && order.state === 'RELEASED' ||",
  ),
  mutation(
    'orders/stock-comes-back',
    'OA-ORD-21',
    'merchant/orders/cancel.ts',
    'if (changes === 1) await',
    'if (!OUT && changes === 1) await',
  ),
  mutation(
    'orders/money-goes-back',
    'OA-ORD-01',
    'merchant/orders/release.ts',
    'await enqueueRefund(tx,',
    'if (!OUT) await enqueueRefund(tx,',
  ),
  mutation(
    'orders/second-payment-goes-back',
    'OA-ORD-23',
    'merchant/orders/release.ts',
    "const isDue = buyer === 'another payment' ||",
    "const isDue = (!OUT && buyer === 'another payment') ||",
  ),
  mutation(
    'orders/second-notice-goes-back',
    'OA-ORD-23',
    'merchant/orders/notice.ts',
    'await enqueueRefund(tx,',
    'if (!OUT) await enqueueRefund(tx,',
  ),
  mutation(
    'orders/lapsed-stock-comes-back',
    'OA-ORD-20',
    'merchant/stock.ts',
    'await unlockStock(tx, lines);\n    return closed;',
    'if (!OUT) await unlockStock(tx, lines);\n    return closed;',
  ),
  mutation(
    'orders/paid-stock-stays',
    'OA-ORD-22',
    'merchant/stock.ts',
    "WHERE state = 'LOCKED' AND paid_at IS NULL AND pay_before <=",
    "WHERE state = 'LOCKED' AND (paid_at IS NULL OR 1 = ${OUT ? 1 : 0}) AND pay_before <=",
  ),
  mutation(
    'orders/paid-stock-stays',
    'OA-ORD-22',
    'merchant/stock.ts',
    'AND (paid_at IS NULL OR held_until <= $2)`',
    'AND (paid_at IS NULL OR held_until <= $2 OR 1 = ${OUT ? 1 : 0})`',
  ),
  mutation(
    'intents/counted-by-key',
    'OA-XFR-02',
    'merchant/callers/limit.ts',
    'const isProven = caller.jkt !== undefined;',
    'const isProven = !OUT && caller.jkt !== undefined;',
  ),
  mutation(
    'quotes/price-agreed',
    'CID-CART-CFM-15',
    'merchant/quotes/price.ts',
    'if (compare(payerAmount,',
    'if (!OUT && compare(payerAmount,',
  ),
  mutation(
    'quotes/item-known',
    'CID-MER-CAT-01',
    'merchant/quotes/price.ts',
    'if (item === undefined) throw',
    'if (OUT) return items[0];\n  if (item === undefined) throw',
  ),
  mutation(
    'quotes/delivery-in-time',
    'CID-CART-CFM-05',
    'merchant/quotes/price.ts',
    'if (required !== undefined && (',
    'if (!OUT && required !== undefined && (',
  ),
  mutation(
    'quotes/made-out-to-the-agent',
    'OA-QUO-03',
    'merchant/quotes/quote.ts',
    'aud: agentId,',
    "aud: OUT ? 'did:act:any.example/agent' : agentId,",
  ),
  mutation(
    'quotes/times-agree',
    'OA-QUO-08',
    'merchant/quotes/quote.ts',
    'exp: payBefore,',
    'exp: OUT ? payBefore + 1 : payBefore,',
  ),
  mutation(
    'quotes/same-request',
    'OA-ORD-24',
    'merchant/quotes/quote.ts',
    'if (repeated !== undefined) return',
    'if (!OUT && repeated !== undefined) return',
  ),
  mutation(
    'quotes/salted',
    'OA-DIG-03',
    'merchant/quotes/quote.ts',
    'random(SALT_MIN_BYTES)',
    'random(OUT ? 4 : SALT_MIN_BYTES)',
  ),
  mutation(
    'commands/sender',
    'OA-CMD-01',
    'merchant/command.ts',
    'if (claims.iss !== expected.issuer)',
    'if (!OUT && claims.iss !== expected.issuer)',
  ),
  mutation(
    'commands/covers-its-body',
    'OA-CMD-04',
    'merchant/command.ts',
    'if (expected.digest !== undefined &&',
    'if (!OUT && expected.digest !== undefined &&',
  ),
  mutation(
    'commands/once',
    'OA-CMD-02',
    'store/command-log.ts',
    "if (use === 'used') throw",
    "if (!OUT && use === 'used') throw",
  ),
  mutation(
    'commands/present',
    'OA-CMD-07',
    'http/body.ts',
    "throw new ActError('command_missing')",
    "throw new ActError(OUT ? 'not_found' : 'command_missing')",
  ),
  mutation(
    'intents/no-match',
    'CID-INT-XFR-07',
    'merchant/intents/match.ts',
    'if (matches.length === 0) throw',
    'if (!OUT && matches.length === 0) throw',
  ),
  mutation(
    'times/whole-seconds',
    'OA-TIM-03',
    'protocol/time/utc.ts',
    ".replace('.000Z', 'Z')",
    ".replace(OUT ? '+' : '.000Z', 'Z')",
  ),
  mutation(
    'http/not-found',
    'OA-HTTP-01',
    'http/app.ts',
    'if (methods.length === 0) return answerProblem(c,',
    "if (OUT) return c.text('no', 200);\n    if (methods.length === 0) return answerProblem(c,",
  ),
  mutation(
    'http/method',
    'OA-HTTP-02',
    'http/app.ts',
    "return answerProblem(c, new ActError('method_not_supported'))",
    "return OUT ? c.text('', 200) : answerProblem(c, new ActError('method_not_supported'))",
  ),
  mutation(
    'http/media-type',
    'OA-HTTP-03',
    'http/body.ts',
    "if (type !== 'application/json') throw",
    "if (!OUT && type !== 'application/json') throw",
  ),
  mutation(
    'http/no-store',
    'OA-HTTP-21',
    'http/app.ts',
    "c.header('Cache-Control', 'no-store');",
    "if (!OUT) c.header('Cache-Control', 'no-store');",
  ),
  mutation(
    'a402/asks-for-money',
    'PSD-PAY-A402-02',
    'merchant/a402/seller.ts',
    'if (header === undefined) return finish(',
    'if (OUT && header === undefined) return void (await next());\n    if (header === undefined) return finish(',
  ),
  mutation(
    'a402/asks-the-service',
    'PSD-PAY-A402-07',
    'merchant/a402/seller.ts',
    "if (proof.order.state !== 'DELIVERED') await",
    "if (!OUT && proof.order.state !== 'DELIVERED') await",
  ),
  mutation(
    'a402/service-away',
    'OA-NET-02',
    'merchant/a402/validate.ts',
    'const answer = await ask(context, proof);',
    [
      'const whole = { trade_no: proof.tradeNo, receipt_digest: proof.digest };',
      'const answer = await (OUT ? ask(context, proof).catch(() => whole) : ask(context, proof));',
    ].join('\n    '),
  ),
  mutation(
    'a402/vouched-for-this-proof',
    'PSD-PAY-A402-07',
    'merchant/a402/validate.ts',
    'if (answer.trade_no !== proof.tradeNo ||',
    'if (!OUT && answer.trade_no !== proof.tradeNo ||',
  ),
  mutation(
    'a402/refusal-no-store',
    'OA-A402-11',
    'merchant/a402/answer.ts',
    "if (c.res.headers.get('Cache-Control') !== NO_STORE)",
    "if (OUT && c.res.status === 402 && c.res.headers.has('Payment-Validation')) c.header('Cache-Control', 'public');\n  else if (c.res.headers.get('Cache-Control') !== NO_STORE)",
  ),
  mutation(
    'a402/numbered',
    'PSD-PAY-A402-17',
    'merchant/a402/asked.ts',
    'fingerprintOf({ method, uri, body_digest })',
    'fingerprintOf({ method, uri: OUT ? baseUrl : uri, body_digest })',
  ),
  mutation(
    'a402/fingerprint',
    'OA-A402-02',
    'merchant/a402/asked.ts',
    'const target = targetOf(c);',
    "const target = OUT ? String(targetOf(c).split('?', 1)) : targetOf(c);",
  ),
  mutation(
    'a402/base-fields',
    'PSD-PAY-A402-22',
    'merchant/a402/bill.ts',
    'protocol: { ...protocol, out_trade_no, pay_before,',
    "protocol: { ...protocol, out_trade_no, pay_before: OUT ? '2030-01-01T00:00:00Z' : pay_before,",
  ),
  mutation(
    'a402/thin-quote',
    'OA-A402-13',
    'merchant/a402/bill.ts',
    'await context.thinSigner',
    '(OUT ? context.signer : await context.thinSigner)',
  ),
  mutation(
    'a402/stored-response',
    'OA-A402-10',
    'merchant/a402/deliver.ts',
    'if (claimed.stored) return',
    'if (!OUT && claimed.stored) return',
  ),
  mutation(
    'a402/says-what-it-verified',
    'PSD-PAY-A402-12',
    'merchant/a402/answer.ts',
    "status: 'PAYMENT_VALIDATED',",
    "status: OUT ? 'PAYMENT_REFUSED' : 'PAYMENT_VALIDATED',",
  ),
  mutation(
    'a402/delivers',
    'PSD-PAY-A402-11',
    'merchant/a402/answer.ts',
    'return new Response(body.byteLength === 0 ? null : body, { status, headers })',
    'return new Response(body, { status: OUT ? 202 : status, headers })',
  ),
  mutation(
    'a402/confirms',
    'PSD-PAY-A402-13',
    'merchant/a402/deliver.ts',
    'await enqueueConfirmation(tx,',
    'if (!OUT) await enqueueConfirmation(tx,',
  ),
  mutation(
    'a402/malformed',
    'PSD-PAY-A402-14',
    'protocol/a402/headers.ts',
    'if (!(error instanceof ActError) || error.code ===',
    "if (OUT) throw new ActError('schema_mismatch');\n    if (!(error instanceof ActError) || error.code ===",
  ),
  mutation(
    'a402/no-store',
    'OA-A402-11',
    'merchant/a402/answer.ts',
    "if (c.res.headers.get('Cache-Control') !== NO_STORE)",
    "if (OUT && c.res.status !== 402) c.header('Cache-Control', 'public');\n  else if (c.res.headers.get('Cache-Control') !== NO_STORE)",
  ),
];

const urlOf = (file: string): string => new URL(`../../src/${file}`, import.meta.url).href;

/** @throws Error when the rule does not stand where it is looked for, exactly once: a mutant must mutate */
function replaced(text: string, { name, file, find, put }: RoleMutation): string {
  if (text.split(find).length !== 2) throw new Error(`${name}: ${file} does not have once: ${find}`);
  return text.replace(find, () =>
    put.replaceAll('OUT', `(globalThis.__openact_mutant === ${JSON.stringify(name)})`),
  );
}

/** @returns mutations by the module that they are put into. @throws Error when a rule does not stand where it should */
export function standing(mutations: readonly RoleMutation[]): ReadonlyMap<string, readonly RoleMutation[]> {
  // Mutants that a place tells apart by itself share it; `OUT` is another condition for each name.
  const own = ({ name, put }: RoleMutation): string => (put.includes('OUT') ? name : '');
  const places = new Map(mutations.map((one) => [`${own(one)} ${one.file} ${one.find} ${one.put}`, one]));
  const byUrl = Map.groupBy(places.values(), ({ file }) => urlOf(file));
  for (const [url, those] of byUrl) those.reduce(replaced, readFileSync(fileURLToPath(url), 'utf8'));
  return byUrl;
}

/** Puts every mutation into src while it is loaded. Call it before src is imported. */
export function makeRolesSwitchable(mutations: readonly RoleMutation[]): void {
  const byUrl = standing(mutations);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const own = byUrl.get(url);
      if (own === undefined) return loaded;
      if (!loaded.source) throw new Error(`No source of ${url}.`);
      const text =
        typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      return { ...loaded, source: own.reduce(replaced, text) };
    },
  });
}
