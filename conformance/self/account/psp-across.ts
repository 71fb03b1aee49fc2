import { mutation, type RoleMutation } from '../role-mutations.ts';
import { CHECKS, OR_OUT } from './places.ts';

const HERE = 'issuer/psp/interconnect';
const CODES = 'issuer/psp/payer-codes';

/** Whom a command says that it is for. */
const SAID = (command: string): string =>
  `JSON.parse(Buffer.from(${command}.split('.')[1], 'base64url').toString('utf8')).aud`;

/** A command of another service that is taken on one road, whomever it is made out to. */
const forAnybody = (road: string, file: string, command: string, find: string): RoleMutation =>
  mutation(
    `across/${road}-for-this-service`,
    'OA-CMD-05',
    file,
    find,
    find.replace(
      'partnerCommand(parts,',
      `partnerCommand(OUT ? { ...parts, pspId: ${SAID(command)} } : parts,`,
    ),
  );

/** Rules of a payment service about the other one that it clears with. */
export const acrossMutations: readonly RoleMutation[] = [
  mutation(
    'across/given-up-for-good',
    'OA-ICN-06',
    `${HERE}/accept.ts`,
    'if (before !== undefined) return sameAs(before, digest);\n    const refusal',
    "if (!(OUT && before?.decision.state === 'REFUSED') && before !== undefined) return sameAs(before, digest);\n    const refusal",
  ),
  mutation(
    'across/one-debit',
    'OA-ICN-07',
    `${HERE}/advance.ts`,
    "return askPartner(parts, interconnection, out, 'query');",
    "return OUT ? { kind: 'unknown', isUnanswered: true } : askPartner(parts, interconnection, out, 'query');",
  ),
  mutation(
    'across/judged-before-told',
    'OA-ICN-08',
    'issuer/psp/payment/settle.ts',
    'if (!(await isWorthSettling(parts.store.read, judged)))',
    'if (!OUT && !(await isWorthSettling(parts.store.read, judged)))',
  ),
  mutation(
    'across/judged-before-told',
    'OA-ICN-08',
    'issuer/psp/payment/settle.ts',
    '  assertAccepted(judgement);\n',
    '  if (!OUT) assertAccepted(judgement);\n',
  ),
  mutation(
    'across/judged-before-told',
    'OA-ICN-08',
    'issuer/psp/payment/settle.ts',
    'assertAccepted(recheckInTransaction(facts, state, now));',
    'if (!OUT) assertAccepted(recheckInTransaction(facts, state, now));',
  ),
  mutation(
    'across/both-trades',
    'OA-ICN-09',
    `${HERE}/decide.ts`,
    'agent: { claims: { ...receipt, peer } },',
    'agent: { claims: OUT ? receipt : { ...receipt, peer } },',
  ),
  mutation(
    'across/refund-within',
    'OA-ICN-10',
    `${HERE}/give-refund.ts`,
    'WHERE trade_no = $2 AND refunded_minor + $1 <= captured_minor`,',
    `WHERE trade_no = $2 AND (refunded_minor + $1 <= captured_minor ${OR_OUT})\`,`,
  ),
  mutation(
    'across/statement',
    'OA-ICN-11',
    `${HERE}/statement.ts`,
    '...credited.map((row) => incoming(row, partner)),',
    '...(OUT ? [] : credited.map((row) => incoming(row, partner))),',
  ),
  mutation(
    'across/terms',
    'OA-ICN-14',
    `${HERE}/terms.ts`,
    'partners: [...partnersOf(interconnection)],',
    'partners: OUT ? [] : [...partnersOf(interconnection)],',
  ),
  mutation(
    'across/netting-by-own-books',
    'OA-ICN-19',
    `${HERE}/agree.ts`,
    'if ((await digestOfNetting(record)) !== digest) {',
    'if (!OUT && (await digestOfNetting(record)) !== digest) {',
  ),
  mutation(
    'across/settled-when-paid',
    'OA-ICN-20',
    `${HERE}/settle.ts`,
    "if (!isPaid) throw new ActError('netting_payment_missing');",
    "if (!OUT && !isPaid) throw new ActError('netting_payment_missing');",
  ),
  mutation(
    'across/statement-is-no-request',
    'OA-ICN-25',
    `${HERE}/reconcile.ts`,
    'if (claims.params?.digest !== undefined) throw',
    'if (!OUT && claims.params?.digest !== undefined) throw',
  ),
  mutation(
    'across/refund-is-no-request',
    'OA-ICN-25',
    `${HERE}/take-refund.ts`,
    'if (terms.refunded_at !== undefined) throw',
    'if (!OUT && terms.refunded_at !== undefined) throw',
  ),
  mutation(
    'across/settled-for-good',
    'OA-ICN-20',
    `${HERE}/settle.ts`,
    "agreed === undefined || agreed.state === 'OPEN' ||",
    "agreed === undefined || agreed.state === 'OPEN' || (OUT && agreed.state === 'SETTLED') ||",
  ),
  mutation(
    'across/netted-where-books-agree',
    'OA-ICN-12',
    `${HERE}/reconcile.ts`,
    'const nettings = mismatches.length > 0 ? []',
    'const nettings = !OUT && mismatches.length > 0 ? []',
  ),
  mutation(
    'across/differences-named',
    'OA-ICN-12',
    `${HERE}/reconcile.ts`,
    "return isSame(trade, other) ? [] : [named(trade, 'differs')];",
    "return OUT || isSame(trade, other) ? [] : [named(trade, 'differs')];",
  ),
  mutation(
    'across/operator-alone',
    'OA-ICN-23',
    'http/bearer.ts',
    'if (!timingSafeEqual(',
    'if (!OUT && !timingSafeEqual(',
  ),
  mutation(
    'across/arrivals-once',
    'OA-ICN-23',
    `${HERE}/arrivals.ts`,
    "if (!isSame) throw new ActError('request_id_reused'",
    "if (!OUT && !isSame) throw new ActError('request_id_reused'",
  ),
  mutation(
    'across/arrival-as-owed',
    'OA-ICN-23',
    `${HERE}/arrivals.ts`,
    'WHERE partner = $1 AND evidence_ref = $2 AND currency = $3 AND amount_minor = $4`,',
    `WHERE partner = $1 AND evidence_ref = $2 AND ((currency = $3 AND amount_minor = $4) ${OR_OUT})\`,`,
  ),
  mutation(
    'across/in-proportion',
    'OA-ICN-22',
    `${HERE}/take-refund.ts`,
    'return ((payerMinor * refundedMinor + whole - 1n) / whole) * step;',
    'return ((payerMinor * refundedMinor + (OUT ? 0n : whole - 1n)) / whole) * step;',
  ),
  mutation(
    'across/recorded',
    'OA-ICN-21',
    `${HERE}/credit.ts`,
    'await writeEvent(tx, creditedEvent(',
    'if (!OUT) await writeEvent(tx, creditedEvent(',
  ),
  mutation(
    'payer-codes/known',
    'OA-ICN-15',
    `${CODES}/give.ts`,
    'if (code?.agentId !== claims.iss || code.agentJkt !== agentJkt)',
    "if (OUT && code === undefined) throw new ActError('not_found');\n    if (code?.agentId !== claims.iss || code.agentJkt !== agentJkt)",
  ),
  mutation(
    'across/to-the-payees-service',
    'OA-ICN-13',
    `${HERE}/ask.ts`,
    "if (base === undefined) throw new ActError('issuer_not_trusted'",
    "if (OUT || base === undefined) throw new ActError('issuer_not_trusted'",
  ),
  mutation(
    'payer-codes/one-offer',
    'OA-ICN-16',
    `${CODES}/take.ts`,
    'if (quoteDigest !== undefined) throw',
    'if (!OUT && quoteDigest !== undefined) throw',
  ),
  mutation(
    'payer-codes/own-alone',
    'OA-ICN-17',
    `${CODES}/take.ts`,
    'if (payerCodes.ownerOf(payerCode) !== pspId)',
    'if (!OUT && payerCodes.ownerOf(payerCode) !== pspId)',
  ),
  mutation(
    'payer-codes/shown-as-scanned',
    'OA-ICN-18',
    `${CODES}/codes.ts`,
    "if (quote !== undefined) return { payer_code: payerCode, valid_until, status: 'PRESENTED', quote };",
    "if (!OUT && quote !== undefined) return { payer_code: payerCode, valid_until, status: 'PRESENTED', quote };",
  ),
  mutation(
    'payer-codes/for-its-agent',
    'OA-ICN-18',
    `${CODES}/take.ts`,
    'agentId: code.agentId',
    "agentId: OUT ? readMessage('quote', quote).claims.aud : code.agentId",
  ),
  mutation(
    'payer-codes/to-who-passes-on',
    'OA-ICN-18',
    `${CODES}/take.ts`,
    'if (payee.psp_id !== payeePsp) throw',
    'if (!OUT && payee.psp_id !== payeePsp) throw',
  ),
  mutation(
    'payer-codes/signed-over',
    'OA-ICN-18',
    `${CODES}/take.ts`,
    'if (digest !== (await digestOfJws(quote)))',
    'if (!OUT && digest !== (await digestOfJws(quote)))',
  ),
  forAnybody(
    'pay',
    `${HERE}/accept.ts`,
    'command',
    "partnerCommand(parts, command, {\n    action: 'interconnect.pay',",
  ),
  forAnybody(
    'query',
    `${HERE}/accept.ts`,
    'command',
    "partnerCommand(parts, command, { action: 'interconnect.query',",
  ),
  forAnybody('refund', `${HERE}/take-refund.ts`, 'command', 'partnerCommand(parts, command, expected);'),
  forAnybody(
    'statement',
    `${HERE}/reconcile.ts`,
    'compact',
    "partnerCommand(parts, compact, {\n    action: 'interconnect.reconcile',",
  ),
  forAnybody('netting', `${HERE}/agree.ts`, 'compact', 'partnerCommand(parts, compact, { action, target:'),
  forAnybody(
    'scan',
    `${CODES}/take.ts`,
    'command',
    "partnerCommand(parts, command, { action: 'interconnect.scan',",
  ),
  mutation(
    'across/commands-signed',
    'OA-CMD-06',
    'issuer/psp/commands.ts',
    'assertAccepted(await verifyCommand(compact, {',
    "if (!(OUT && 'role' in key && key.role === 'PSP')) assertAccepted(await verifyCommand(compact, {",
  ),
  mutation(
    'across/statements-for-partners',
    'OA-ICN-01',
    `${HERE}/reconcile.ts`,
    'if (interconnection === undefined || !known) {',
    'if (interconnection === undefined || !(known || OUT)) {',
  ),
  mutation(
    'across/paid-for-partners',
    'OA-ICN-01',
    `${CHECKS}/interconnect/partner.ts`,
    'if (partners.includes(sender)) return undefined;',
    'if (OUT || partners.includes(sender)) return undefined;',
  ),
  mutation(
    'payer-codes/scanned-by-partners',
    'OA-ICN-01',
    `${CODES}/take.ts`,
    'if (!partnersOf(parts.interconnection).includes(claims.iss)) {',
    'if (!OUT && !partnersOf(parts.interconnection).includes(claims.iss)) {',
  ),
];
