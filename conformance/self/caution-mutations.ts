import { floorMutations } from './floor-mutations.ts';
import { mutation, type RoleMutation } from './role-mutations.ts';

const OUTCOME = 'agent/purchase/outcome.ts';
const OFFERED = 'agent/discovery/offered.ts';
const PRECHECKS = 'agent/decision/prechecks.ts';

/** What an agent does while it does not know what became of a payment. */
const unknown: readonly RoleMutation[] = [
  mutation(
    'unknown/no-answer-is-no-absence',
    'OA-NET-02',
    'agent/purchase/query.ts',
    "return error.code === 'payment_unknown' ? { kind: 'absent' }",
    "return OUT || error.code === 'payment_unknown' ? { kind: 'absent' }",
  ),
  mutation(
    'unknown/server-fault',
    'OA-NET-02',
    OUTCOME,
    'problem.status >= 500 ||',
    '(!OUT && problem.status >= 500) ||',
  ),
  mutation(
    'unknown/pending',
    'OA-NET-02',
    OUTCOME,
    "problem.retryability === 'query_first' ||",
    "(!OUT && problem.retryability === 'query_first') ||",
  ),
  mutation(
    'unknown/pending',
    'OA-NET-02',
    OUTCOME,
    'NOT_FINAL.has(problem.code) ||',
    '(!OUT && NOT_FINAL.has(problem.code)) ||',
  ),
  mutation(
    'unknown/cashier-is-looked-at',
    'OA-NET-02',
    'agent/purchase/instant.ts',
    'const outcome = await afterEntering(context, entered, request.requestId);',
    "const outcome = await (OUT && entered.kind === 'unknown' ? enterPayment(context, body) : afterEntering(context, entered, request.requestId));",
  ),
  mutation(
    'unknown/bill-is-not-paid-again',
    'OA-A402-14',
    'agent/a402/pay.ts',
    'throw outcome.error;',
    'if (OUT && purchase.sent.length === 0) return sendNew(context, basis, sending);\n  throw outcome.error;',
  ),
  mutation(
    'unknown/bill-is-not-asked-again',
    'OA-A402-14',
    'agent/a402/pay-confirmed.ts',
    'const outcome = await afterEntering(context, entered, request.requestId);',
    "if (OUT && entered.kind === 'unknown' && purchase.sent.length === 0) return sendNew(context, wallet, methodId, sending);\n  const outcome = await afterEntering(context, entered, request.requestId);",
  ),
  mutation(
    'unknown/is-no-refusal',
    'OA-CART-04',
    'agent/purchase/pay.ts',
    "return { kind: 'still', state: 'UNKNOWN', error: found.error };",
    "return { kind: 'still', state: OUT ? 'REFUSED' : 'UNKNOWN', error: found.error };",
  ),
];

/** What an agent makes of offers at the edges of what it may buy. */
const limits: readonly RoleMutation[] = [
  mutation(
    'prechecks/of-the-whole-order',
    'CID-CART-CFM-02',
    'agent/decision/decide.ts',
    'unit.minor * BigInt(quantity)',
    'unit.minor * BigInt(OUT ? 1 : quantity)',
  ),
  mutation(
    'prechecks/limit-as-text',
    'CID-CART-CFM-02',
    PRECHECKS,
    'minor > amountFromNumber(single, currency).minor',
    '(OUT ? String(minor) > String(amountFromNumber(single, currency).minor) : minor > amountFromNumber(single, currency).minor)',
  ),
  mutation(
    'prechecks/no-time-is-too-late',
    'CID-CART-CFM-05',
    PRECHECKS,
    'offer.deliverBy === undefined ||',
    'offer.deliverBy === undefined ? !OUT :',
  ),
  mutation(
    'prechecks/deviation-either-way',
    'CID-CART-CFM-06',
    'protocol/money/arithmetic.ts',
    'difference < 0n ? -difference : difference',
    '!OUT && difference < 0n ? -difference : difference',
  ),
  mutation(
    'clearing/partners-only',
    'OA-ICN-14',
    'agent/discovery/clearing.ts',
    'if (!partners.includes(psp_id)) throw',
    'if (!OUT && !partners.includes(psp_id)) throw',
  ),
];

/** What an agent is told by its issuer, and what it asks the cashier for. */
const told: readonly RoleMutation[] = [
  mutation(
    'mandates/said-to-be-revoked',
    'ADD-IAC-LCM-12',
    'agent/mandate/request.ts',
    "if (answer.status === 'Revoked') throw",
    "if (!OUT && answer.status === 'Revoked') throw",
  ),
  mutation(
    'mandates/said-to-be-expired',
    'ADD-IAC-LCM-08',
    'agent/mandate/request.ts',
    "if (answer.status === 'Expired') throw",
    "if (!OUT && answer.status === 'Expired') throw",
  ),
  mutation(
    'cashier/amount-of-the-quote',
    'PSD-PAY-INS-15',
    'agent/purchase/quoted.ts',
    'amount: quote.amount,',
    "amount: OUT ? '1.00' : quote.amount,",
  ),
  mutation(
    'cashier/order-of-the-seller',
    'PSD-PAY-INS-17',
    'agent/purchase/quoted.ts',
    'out_trade_no: quote.out_trade_no,',
    "out_trade_no: OUT ? 'ord-of-its-own' : quote.out_trade_no,",
  ),
];

/** What an agent believes of addresses and names that a peer brings up. */
const addresses: readonly RoleMutation[] = [
  mutation(
    'network/no-redirects-on-access',
    'OA-NET-20',
    'http/exchange.ts',
    'return { ...answer, headers: headersOf(answer) };',
    `if (OUT && answer.headers.location) {
            const next = new URL(String(answer.headers.location), target);
            const body = null;
            const other = await send(next, { dispatcher, method, headers: carried, body, timeoutMilliseconds, maxBytes: MAX_ANSWER_BYTES });
            return { ...other, headers: headersOf(other) };
          }
          return { ...answer, headers: headersOf(answer) };`,
  ),
  mutation(
    'discovery/endpoint-at-its-own-address',
    'CID-PCA-NEG-05',
    'agent/discovery/card.ts',
    'if (!isOfOrigin(address, baseUrl))',
    "if (!isOfOrigin(address, baseUrl) && !(OUT && declared.mode === 'two-way'))",
  ),
  mutation(
    'network/this-machine',
    'OA-NET-04',
    'http/reach.ts',
    'if (configured(url.origin)) return',
    'if (OUT || configured(url.origin)) return',
  ),
  mutation(
    'discovery/file-of-the-list',
    'CID-PCA-NEG-05',
    'agent/discovery/card.ts',
    "if (declared.mode === 'one-way' && listed !== undefined",
    "if (!OUT && declared.mode === 'one-way' && listed !== undefined",
  ),
  mutation(
    'x509/not-run-out',
    'OA-PKI-06',
    'protocol/x509/checks/validity.ts',
    'if (!(at <= notAfter)) throw',
    'if (!OUT && !(at <= notAfter)) throw',
  ),
  mutation(
    'discovery/answers-are-held-to-the-list',
    'CID-PCA-NEG-06',
    'agent/discovery/capability.ts',
    'assertConsistent(offered, list);',
    "if (!OUT || declared.mode === 'one-way') assertConsistent(offered, list);",
  ),
  mutation(
    'discovery/nothing-of-it-is-used',
    'CID-PCA-NEG-07',
    'agent/discovery/capability.ts',
    'assertConsistent(offered, list);',
    'if (!OUT) assertConsistent(offered, list);',
  ),
  mutation(
    'discovery/service-of-the-list',
    'CID-PCA-NEG-06',
    OFFERED,
    "if (entry === undefined || entry.status !== 'ACTIVE') inconsistent",
    "if (!OUT && (entry === undefined || entry.status !== 'ACTIVE')) inconsistent",
  ),
  mutation(
    'discovery/service-of-the-list',
    'CID-PCA-NEG-06',
    OFFERED,
    "inconsistent('endpoint', psp_id);",
    "if (!OUT) inconsistent('endpoint', psp_id);",
  ),
  mutation(
    'discovery/schema-of-the-service',
    'CID-PCA-NEG-06',
    OFFERED,
    'if (!isOfOrigin(method_schema_url, endpoint)) inconsistent',
    'if (!OUT && !isOfOrigin(method_schema_url, endpoint)) inconsistent',
  ),
  mutation(
    'discovery/service-once',
    'CID-PCA-NEG-06',
    OFFERED,
    'if (seen.has(name)) inconsistent',
    'if (!OUT && seen.has(name)) inconsistent',
  ),
  mutation(
    'privacy/mandate-stays',
    'OA-PRV-01',
    'agent/purchase/buy.ts',
    'const { mandate, mandate_chain: mandateChain } = granted;',
    'const { mandate, mandate_chain: mandateChain } = granted;\n  if (OUT) await context.http.get(purchase.data.baseUrl + "/catalogue?mandate=" + mandate);',
  ),
  mutation(
    'mandates/handed-out',
    'OA-NET-03',
    'agent/mandate/request.ts',
    'const granted = grantedIn(answer);',
    "if (OUT && answer.mandate === undefined) return { status: 'DENIED' };\n  const granted = grantedIn(answer);",
  ),
  mutation(
    'offers/answer-to-its-request',
    'OA-XFR-01',
    'agent/decision/transfer.ts',
    'if (answered !== requestId) throw',
    'if (!OUT && answered !== requestId) throw',
  ),
];

const READ: ReadonlySet<string> = new Set([
  ...['OA-JSON-01', 'OA-JSON-02', 'OA-JSON-07'],
  ...['OA-JWS-03', 'OA-JWS-04', 'OA-JWS-05', 'OA-JWS-09'],
]);

/** How an agent reads what others have signed. */
const reading: readonly RoleMutation[] = [
  ...floorMutations.filter(({ requirement }) => READ.has(requirement)),
  mutation(
    'jws/one-key-name',
    'OA-JWS-08',
    'protocol/jws/header.ts',
    'name === undefined || present.length > 1)',
    'name === undefined || (!OUT && present.length > 1))',
  ),
];

export const cautionMutations: readonly RoleMutation[] = [
  ...unknown,
  ...limits,
  ...told,
  ...addresses,
  ...reading,
];
