import { OR_OUT } from './account/places.ts';
import { mutation, type RoleMutation } from './role-mutations.ts';

/**
 * Slips that an implementer makes with the clause in mind: a bound that is one off, a key of idempotency that has a member
 * too many or too few, one road of several that was forgotten, an answer that is kept too long.
 */
const CHECKED = 'verifier/checks';

/** What is too old is looked for, and what comes from the future is not. */
const fromTheFuture = (name: string, requirement: string, file: string, time: string): RoleMutation =>
  mutation(
    `slips/${name}-of-the-future`,
    requirement,
    `${CHECKED}/${file}`,
    `Math.abs(now - ${time})`,
    `(OUT ? now - ${time} : Math.abs(now - ${time}))`,
  );

/** A minute that became a minute and a half. */
const longer = (name: string, requirement: string, file: string): RoleMutation =>
  mutation(
    `slips/${name}-a-little-older`,
    requirement,
    `${CHECKED}/${file}`,
    '<= REQUEST_TIME_SKEW_SECONDS) return',
    '<= (OUT ? 1.5 : 1) * REQUEST_TIME_SKEW_SECONDS) return',
  );

const commandTimes: readonly RoleMutation[] = [
  fromTheFuture('command', 'OA-CMD-03', 'command/time.ts', 'iat'),
  longer('command', 'OA-CMD-03', 'command/time.ts'),
];

/** What is said to be issued only in some time to come. */
const issuedLater = (name: string, requirement: string, file: string, at: string): RoleMutation =>
  mutation(
    `slips/${name}-of-the-future`,
    requirement,
    `${CHECKED}/${file}`,
    `if (iat <= ${at} + REQUEST_TIME_SKEW_SECONDS &&`,
    `if ((OUT || iat <= ${at} + REQUEST_TIME_SKEW_SECONDS) &&`,
  );

const PSP = 'issuer/psp';

const ACROSS = 'issuer/psp/interconnect';
const CODES = 'issuer/psp/payer-codes';

export const pspSlips: readonly RoleMutation[] = [
  ...commandTimes,
  fromTheFuture('request', 'PSD-PAY-INS-02', 'payment/request-time.ts', 'iat'),
  longer('request', 'PSD-PAY-INS-02', 'payment/request-time.ts'),
  issuedLater('attestation', 'OA-KEY-05', 'attestation/valid.ts', 'at'),
  mutation(
    'slips/refund-id-of-one-amount',
    'OA-RFD-02',
    `${PSP}/refund.ts`,
    "integer(row, 'amount_minor') === order.minor &&",
    "(OUT || integer(row, 'amount_minor') === order.minor) &&",
  ),
  mutation(
    'slips/received-again',
    'OA-ESC-04',
    `${PSP}/receive.ts`,
    "if (trade.state !== 'TRADE_FINISHED')",
    "if (OUT || trade.state !== 'TRADE_FINISHED')",
  ),
  mutation(
    'slips/delivered-again-after-the-receipt',
    'PSD-PAY-A402-20',
    `${PSP}/fulfilment.ts`,
    "return state === DELIVERED || (state === 'TRADE_FINISHED' &&",
    "return state === DELIVERED || (!OUT && state === 'TRADE_FINISHED' &&",
  ),
  mutation(
    'slips/same-offer-after-the-end',
    'OA-ICN-16',
    `${CODES}/take.ts`,
    'if (quoteDigest === digest) return;',
    "if (OUT && !isAlive(code, now)) throw new ActError('payer_code_expired');\n  if (quoteDigest === digest) return;",
  ),
  mutation(
    'slips/code-for-a-tool-that-was-revoked',
    'OA-ICN-15',
    `${CODES}/give.ts`,
    "if (!isOwn || tool.state !== 'ACTIVE' ||",
    "if (!isOwn || (!OUT && tool.state !== 'ACTIVE') ||",
  ),
  mutation(
    'slips/code-read-by-another-key',
    'OA-ICN-15',
    `${CODES}/give.ts`,
    'claims.iss || code.agentJkt !== agentJkt)',
    'claims.iss || (!OUT && code.agentJkt !== agentJkt))',
  ),
  mutation(
    'slips/query-by-request-alone',
    'OA-QRY-01',
    `${PSP}/trades.ts`,
    'AND (trade_no = $2 OR request_id = $2 OR out_trade_no = $2',
    `AND (trade_no = $2 OR request_id = $2 OR (out_trade_no = $2 AND NOT (1 = 0 ${OR_OUT}))`,
  ),
  mutation(
    'slips/query-by-order-alone',
    'OA-QRY-01',
    `${PSP}/trades.ts`,
    'OR trade_no IN (SELECT trade_no FROM requests WHERE agent_id = $1 AND request_id = $2))',
    `OR (trade_no IN (SELECT trade_no FROM requests WHERE agent_id = $1 AND request_id = $2) AND NOT (1 = 0 ${OR_OUT})))`,
  ),
  mutation(
    'slips/request-id-of-all-agents',
    'OA-RPL-01',
    `${PSP}/requests.ts`,
    'SELECT digest FROM requests WHERE agent_id = $1 AND',
    `SELECT digest FROM requests WHERE (agent_id = $1 ${OR_OUT}) AND`,
  ),
  mutation(
    'slips/query-id-of-all-agents',
    'OA-QRY-01',
    `${PSP}/trades.ts`,
    'WHERE agent_id = $1 AND (trade_no = $2',
    `WHERE (1 = 0 ${OR_OUT}) AND request_id = $2 OR agent_id = $1 AND (trade_no = $2`,
  ),
  mutation(
    'slips/order-number-of-all-sellers',
    'OA-RPL-03',
    `${PSP}/trades.ts`,
    'FROM payments WHERE merchant = $1 AND out_trade_no = $2`, [',
    `FROM payments WHERE (merchant = $1 ${OR_OUT}) AND out_trade_no = $2\`, [`,
  ),
  mutation(
    'slips/transfer-for-two-nettings',
    'OA-ICN-20',
    `${ACROSS}/netting.ts`,
    "if (other !== undefined) throw new ActError('netting_payment_missing', { rule: 'used' });",
    "if (!OUT && other !== undefined) throw new ActError('netting_payment_missing', { rule: 'used' });",
  ),
  mutation(
    'slips/settled-by-another-transfer',
    'OA-ICN-20',
    `${ACROSS}/netting.ts`,
    'if (changes !== 1 && evidenceRef !== undefined) await assertPaidBy',
    'if (!OUT && changes !== 1 && evidenceRef !== undefined) await assertPaidBy',
  ),
  mutation(
    'slips/refund-across-of-one-amount',
    'OA-ICN-10',
    `${ACROSS}/take-refund.ts`,
    'if (before.digest !== digest) throw',
    'if (!OUT && before.digest !== digest) throw',
  ),
  mutation(
    'slips/notice-tried-once',
    'PSD-PAY-DEL-20',
    `${PSP}/notices/rows.ts`,
    "attempt.nextAt === undefined ? 'SET_ASIDE'",
    "OUT || attempt.nextAt === undefined ? 'SET_ASIDE'",
  ),
];

const SELLER = 'merchant';

export const sellerSlips: readonly RoleMutation[] = [
  ...commandTimes,
  fromTheFuture('holder-proof', 'OA-A402-06', 'a402/holder-time.ts', 'iat'),
  longer('holder-proof', 'OA-A402-06', 'a402/holder-time.ts'),
  mutation(
    'slips/price-on-the-bound',
    'CID-INT-XFR-06',
    `${SELLER}/intents/match.ts`,
    'parseAmount(maxPrice, currency)) <= 0',
    'parseAmount(maxPrice, currency)) <= (OUT ? -1 : 0)',
  ),
  mutation(
    'slips/intent-id-of-another-request',
    'CID-INT-XFR-05',
    `${SELLER}/intents/transfer.ts`,
    'if (row?.body_digest !== bodyDigest) throw',
    'if (OUT ? row === undefined : row?.body_digest !== bodyDigest) throw',
  ),
  mutation(
    'slips/intent-id-of-all-agents',
    'OA-XFR-03',
    `${SELLER}/intents/transfer.ts`,
    '[body.agent_id, body.request_id, bodyDigest,',
    "[OUT ? '' : body.agent_id, body.request_id, bodyDigest,",
  ),
  mutation(
    'slips/intent-id-of-all-agents',
    'OA-XFR-03',
    `${SELLER}/intents/transfer.ts`,
    '[body.agent_id, body.request_id, jkt],',
    "[OUT ? '' : body.agent_id, body.request_id, jkt],",
  ),
  mutation(
    'slips/intent-id-of-all-agents',
    'OA-XFR-03',
    `${SELLER}/intents/transfer.ts`,
    '[body.agent_id, body.previous_request_id, jkt],',
    "[OUT ? '' : body.agent_id, body.previous_request_id, jkt],",
  ),
  mutation(
    'slips/intent-followed-up-by-any-agent',
    'OA-XFR-03',
    `${SELLER}/intents/transfer.ts`,
    "if (row === undefined) throw new ActError('previous_request_unknown');",
    "const others = row ?? (OUT ? await tx.get('SELECT context FROM merchant_intents WHERE request_id = $1 AND agent_id <> $2', [body.previous_request_id, body.agent_id]) : undefined);\n  if (others !== undefined) return JSON.parse(String(others.context));\n  if (row === undefined) throw new ActError('previous_request_unknown');",
  ),
  mutation(
    'slips/late-release-takes-what-is-not-there',
    'OA-ORD-01',
    `${SELLER}/orders/release.ts`,
    "if (current.state === 'CLOSED') lockStock(tx, lines);",
    "if (!OUT && current.state === 'CLOSED') lockStock(tx, lines);",
  ),
  mutation(
    'slips/order-id-of-all-agents',
    'OA-ORD-24',
    `${SELLER}/quotes/lock.ts`,
    "'SELECT order_digest, agent_jkt, quote, cart FROM merchant_orders WHERE agent_id = $1 AND request_id = $2',",
    `\`SELECT order_digest, agent_jkt, quote, cart FROM merchant_orders WHERE (agent_id = $1 ${OR_OUT}) AND request_id = $2\`,`,
  ),
  mutation(
    'slips/cancelled-again',
    'OA-ORD-21',
    `${SELLER}/orders/cancel.ts`,
    'const order = await holdOrder(tx, outTradeNo);',
    "const order = await holdOrder(tx, outTradeNo);\n    if (OUT && order.state === 'CLOSED') throw new ActError('order_closed');",
  ),
];

export const issuerSlips: readonly RoleMutation[] = [
  ...commandTimes,
  issuedLater('confirmation', 'OA-CNF-03', 'confirmation/in-time.ts', 'now'),
  issuedLater('attestation', 'OA-KEY-05', 'attestation/valid.ts', 'at'),
  mutation(
    'slips/list-kept-by-its-age-alone',
    'ADD-IAC-LCM-02',
    'issuer/iac/status-list.ts',
    'known.version === version &&',
    '(OUT || known.version === version) &&',
  ),
];

export const trustSlips: readonly RoleMutation[] = [
  mutation(
    'slips/index-one-further',
    'TSD-ATT-OCA-22',
    'trust/log/anchor-log.ts',
    'return new ActError(code, { index: first.index });',
    'return new ActError(code, { index: first.index + (OUT ? 1 : 0) });',
  ),
  mutation(
    'slips/tile-as-wide-as-there-is',
    'OA-LOG-13',
    'trust/log/reading.ts',
    'return hashes.slice(0, width * HASH_BYTES)',
    'return hashes.slice(0, OUT ? hashes.length : width * HASH_BYTES)',
  ),
  mutation(
    'slips/consistency-with-what-is-not-yet',
    'OA-LOG-10',
    'trust/log/reading.ts',
    'if (from > size) throw',
    'if (!OUT && from > size) throw',
  ),
];

export const creditSlips: readonly RoleMutation[] = [
  fromTheFuture('credit-request', 'TSD-CRD-VER-50', 'credit/request-time.ts', 'claims.iat'),
  longer('credit-request', 'TSD-CRD-VER-50', 'credit/request-time.ts'),
  mutation(
    'slips/nonce-alone',
    'TSD-CRD-VER-51',
    'trust/credit/request-state.ts',
    "return fresh && spent === undefined ? 'new' : 'used';",
    "return (OUT || fresh) && spent === undefined ? 'new' : 'used';",
  ),
  mutation(
    'slips/nonce-alone',
    'TSD-CRD-VER-51',
    'trust/credit/verification.ts',
    'return useRequest(tx, iss, request_id, open);',
    'return (await useRequest(tx, iss, request_id, open)) || OUT;',
  ),
  mutation(
    'slips/id-alone',
    'TSD-CRD-VER-51',
    'trust/credit/request-state.ts',
    "commands WHERE iss = $1 AND jti = $2', [iss, jti]);",
    "commands WHERE iss = $1 AND jti = $2', [iss, OUT ? '' : jti]);",
  ),
  mutation(
    'slips/id-alone',
    'TSD-CRD-VER-51',
    'trust/credit/verification.ts',
    'await consumeCommand(tx, { iss, jti, digest, now });',
    'await consumeCommand(tx, { iss, jti: OUT ? `${jti} ${request_id}` : jti, digest, now });',
  ),
  mutation(
    'slips/windows-since-the-epoch',
    'OA-CRD-10',
    'trust/credit/request-state.ts',
    'const since = now - parseUtcSeconds(valid_from);',
    'const since = now - (OUT ? 0 : parseUtcSeconds(valid_from));',
  ),
];
