import { OR_OUT } from './account/places.ts';
import { mutation, type RoleMutation } from './role-mutations.ts';

/** Slips that an implementer of an agent makes with the clause in mind. */
const PRECHECKS = 'agent/decision/prechecks.ts';
const PAYMENT = 'verifier/checks/payment';
const SUMMARY = 'agent/intent/summary.ts';
const USE = 'agent/mandate/use.ts';
const PAY = 'agent/purchase/pay.ts';
const OUTCOME = 'agent/purchase/outcome.ts';
const ASSIGNMENT = 'agent/mandate/assignment.ts';

const slip = (name: string, requirement: string, file: string, find: string, put: string): RoleMutation =>
  mutation(`slips/${name}`, requirement, file, find, put);

/** What a mandate says of each payment and of their number. */
const limits: readonly RoleMutation[] = [
  slip(
    'no-minimum',
    'OA-LIM-01',
    PRECHECKS,
    'if (minimum !== undefined && minor <',
    'if (!OUT && minimum !== undefined && minor <',
  ),
  slip(
    'no-minimum',
    'OA-LIM-01',
    `${PAYMENT}/single-minimum.ts`,
    'if (minimum === undefined || minimum',
    'if (OUT || minimum === undefined || minimum',
  ),
  slip(
    'minimum-is-too-little',
    'OA-LIM-01',
    PRECHECKS,
    'minor < amountFromNumber(minimum, currency).minor',
    'minor - (OUT ? 1n : 0n) < amountFromNumber(minimum, currency).minor',
  ),
  slip(
    'minimum-not-asked-for',
    'OA-LIM-01',
    'agent/intent/finalize.ts',
    "...numeric('min_single_amount', values.min_single_amount),",
    "...(OUT ? {} : numeric('min_single_amount', values.min_single_amount)),",
  ),
  slip(
    'once-more-than-said',
    'OA-LIM-02',
    PRECHECKS,
    'use.count >= times)',
    'use.count >= times + (OUT ? 1 : 0))',
  ),
  slip(
    'once-more-than-said',
    'OA-LIM-02',
    `${PAYMENT}/times-limit.ts`,
    'const limit = mandate.terms.iac.ext?.openact?.times_limit;',
    'const said = mandate.terms.iac.ext?.openact?.times_limit;\n    const limit = OUT && said !== undefined ? said + 1 : said;',
  ),
  slip(
    'number-not-asked-for',
    'OA-LIM-02',
    'agent/intent/finalize.ts',
    '...(values.times_limit === undefined ?',
    '...(OUT || values.times_limit === undefined ?',
  ),
];

/** What stands above a mandate that was handed down. */
const chains: readonly RoleMutation[] = [
  slip(
    'pays-without-what-is-above',
    'OA-DLG-01',
    'agent/purchase/request.ts',
    '...(mandateChain === undefined ? {} : { mandate_chain: [...mandateChain] }) };',
    '...(OUT || mandateChain === undefined ? {} : { mandate_chain: [...mandateChain] }) };',
  ),
  slip(
    'pays-with-the-last-above',
    'OA-DLG-01',
    'agent/mandate/request.ts',
    '...(mandate_chain === undefined ? {} : { mandate_chain }),',
    '...(mandate_chain === undefined ? {} : { mandate_chain: OUT ? ([mandate_chain.at(-1)] as never as typeof mandate_chain) : mandate_chain }),',
  ),
  slip(
    'only-the-last-above-is-judged',
    'OA-DLG-10',
    ASSIGNMENT,
    'const chain = above.slice(0, -1);',
    'const chain: typeof above = OUT ? [] as never as typeof above : above.slice(0, -1) as never as typeof above;',
  ),
  slip(
    'what-is-above-is-not-compared',
    'OA-DLG-10',
    'verifier/mandate.ts',
    '[...mandateChecks, ...delegationChecks, ...scopeChecks], async',
    '[...mandateChecks, ...(OUT ? [] : delegationChecks), ...scopeChecks], async',
  ),
];

const trust: readonly RoleMutation[] = [
  slip(
    'list-kept-after-its-end',
    'OA-TRL-02',
    'http/trust-source.ts',
    'const usable = held !== undefined && now < held.list.nextUpdate ? held : undefined;',
    'const usable = held !== undefined && (OUT || now < held.list.nextUpdate) ? held : undefined;',
  ),
];

/** The last cent, the last second, and the member that was forgotten beside the one that is always there. */
const edges: readonly RoleMutation[] = [
  slip(
    'late-on-the-last-second',
    'CID-CART-CFM-05',
    PRECHECKS,
    'offer.deliverBy > parseUtcSeconds(required)',
    'offer.deliverBy > parseUtcSeconds(required) - (OUT ? 1 : 0)',
  ),
  slip(
    'total-never-reached',
    'CID-CART-CFM-02',
    PRECHECKS,
    'use.spentMinor + minor > amountFromNumber(iac.max_total_amount, currency).minor',
    'use.spentMinor + minor > amountFromNumber(iac.max_total_amount, currency).minor - (OUT ? 1n : 0n)',
  ),
  slip(
    'first-word-of-the-need',
    'CID-MER-CAT-12',
    'agent/decision/decide.ts',
    '(wanted.need ?? []).find((word)',
    '(OUT ? (wanted.need ?? []).slice(0, 1) : (wanted.need ?? [])).find((word)',
  ),
  slip(
    'forbidden-sellers-forgotten',
    'CID-CART-CFM-04',
    PRECHECKS,
    'forbidden.includes(offer.merchant) ||',
    '(!OUT && forbidden.includes(offer.merchant)) ||',
  ),
  slip(
    'forbidden-sellers-forgotten',
    'CID-CART-CFM-04',
    `${PAYMENT}/merchant.ts`,
    'if (allowed && !forbidden_merchants?.includes(iss))',
    'if (allowed && (OUT || !forbidden_merchants?.includes(iss)))',
  ),
  slip(
    'forbidden-categories-forgotten',
    'CID-CART-CFM-03',
    PRECHECKS,
    'forbidden.includes(name) ||',
    '(!OUT && forbidden.includes(name)) ||',
  ),
  slip(
    'forbidden-categories-forgotten',
    'CID-CART-CFM-03',
    `${PAYMENT}/categories.ts`,
    'if (!allowed || forbidden_categories?.includes(category))',
    'if (!allowed || (!OUT && forbidden_categories?.includes(category)))',
  ),
  slip(
    'summary-without-the-least-amount',
    'ADD-INT-ICS-20',
    SUMMARY,
    "...line(money(values.min_single_amount), 'At least for one payment', '单笔下限'),",
    "...line(OUT ? undefined : money(values.min_single_amount), 'At least for one payment', '单笔下限'),",
  ),
  slip(
    'summary-without-the-delivery',
    'ADD-INT-ICS-20',
    SUMMARY,
    "...line(values.delivery_time_requirement, 'Needed by', '最晚交付'),",
    "...line(OUT ? undefined : values.delivery_time_requirement, 'Needed by', '最晚交付'),",
  ),
  slip(
    'counts-all-mandates',
    'PSD-PAY-DEL-19',
    USE,
    'FROM agent_purchases WHERE delegation_id = $1',
    `FROM agent_purchases WHERE (delegation_id = $1 ${OR_OUT})`,
  ),
  slip(
    'counts-what-was-taken-off',
    'OA-LIM-20',
    PAY,
    "const { amount, currency } = readMessage('receipt', payment.receipt).claims;",
    "const { amount: gross, payer_amount: net, currency } = readMessage('receipt', payment.receipt).claims;\n  const amount = OUT ? net : gross;",
  ),
];

/** What is said in plain is compared by the member, and each may be forgotten. */
const plain = (member: string, find: string): RoleMutation =>
  slip(`bill-of-any-${member}`, 'OA-A402-01', 'agent/a402/bill.ts', `: ${find},`, `: OUT || ${find},`);

const bills: readonly RoleMutation[] = [
  plain('currency', 'protocol.currency === quote.currency'),
  plain('order', 'protocol.out_trade_no === quote.out_trade_no'),
  plain('seller', 'protocol.seller_unique_id === quote.iss'),
  plain('buyer', 'protocol.buyer_unique_id === quote.aud'),
  plain('method', 'quote.accepted.some(({ method_id }) => method_id === protocol.method_id)'),
  slip(
    'bill-of-the-gross',
    'OA-A402-01',
    'agent/a402/bill.ts',
    '=== quote.payer_amount,',
    '=== (OUT ? quote.amount : quote.payer_amount),',
  ),
  slip(
    'bill-of-either-amount',
    'OA-A402-01',
    'agent/a402/bill.ts',
    'amount: protocol.amount',
    'amount: (OUT && protocol.amount === quote.amount) || protocol.amount',
  ),
  slip(
    'busy-seller-has-refused',
    'OA-A402-15',
    'agent/a402/present.ts',
    'if (!BUSY.has(answer.status) && ',
    'if ((OUT || !BUSY.has(answer.status)) && ',
  ),
];

/** What is taken for a refusal and is none. */
const refusals: readonly RoleMutation[] = [
  slip(
    'duplicate-is-a-refusal',
    'OA-NET-02',
    OUTCOME,
    "new Set(['request_duplicate',",
    "new Set([OUT ? '' : 'request_duplicate',",
  ),
  slip(
    'duplicate-is-a-refusal',
    'OA-NET-02',
    OUTCOME,
    "if (!(error instanceof RemoteProblem)) return { kind: 'unknown', error };",
    "if (!(error instanceof RemoteProblem)) return { kind: 'unknown', error };\n  if (OUT && error.problem.code === 'request_duplicate') return { kind: 'refused', problem: error };",
  ),
  slip(
    'unverified-is-a-refusal',
    'OA-CART-04',
    PAY,
    "return { kind: 'still', state: 'UNKNOWN', error };\n  }\n}",
    "return { kind: 'still', state: OUT ? 'REFUSED' : 'UNKNOWN', error };\n  }\n}",
  ),
  slip(
    'unverified-is-a-refusal-at-the-cashier',
    'OA-CART-04',
    'agent/purchase/instant.ts',
    "return stand(context, purchase, 'UNKNOWN', error);\n  }\n}",
    "return stand(context, purchase, OUT ? 'REFUSED' : 'UNKNOWN', error);\n  }\n}",
  ),
  slip(
    'unreadable-is-a-refusal',
    'OA-NET-03',
    OUTCOME,
    'if (!(error instanceof ActError)) throw error;',
    "if (!(error instanceof ActError)) throw error;\n  if (OUT && error.code === 'peer_answer_invalid') return { kind: 'refused', problem: error as RemoteProblem };",
  ),
];

/** What is judged on one road and forgotten on another. */
const roads: readonly RoleMutation[] = [
  slip(
    'states-above-not-looked-at',
    'ADD-IAC-LCM-11',
    'agent/purchase/request.ts',
    'return { status: found.status };',
    "return { status: OUT ? 'Active' : found.status };",
  ),
  slip(
    'mandate-with-less-in-it',
    'ADD-IAC-ISS-04',
    'agent/mandate/accept.ts',
    'new Set([...wanted.keys(), ...got.keys()])',
    'new Set([...(OUT ? [] : wanted.keys()), ...got.keys()])',
  ),
  slip(
    'bill-of-another-confirmation',
    'OA-RCP-10',
    'agent/a402/pay-confirmed.ts',
    "if (readMessage('receipt', receipt).claims.confirmation_digest !== digest)",
    "if (!OUT && readMessage('receipt', receipt).claims.confirmation_digest !== digest)",
  ),
  slip(
    'till-by-any-method',
    'OA-ICN-24',
    'agent/payer-code/offer.ts',
    '({ method_id }) => methods.includes(method_id) &&',
    '({ method_id }) => (OUT || methods.includes(method_id)) &&',
  ),
  slip(
    'till-by-any-method',
    'OA-ICN-24',
    'agent/payer-code/offer.ts',
    '(allowed === undefined || allowed.includes(method_id)),',
    '(OUT || allowed === undefined || allowed.includes(method_id)),',
  ),
];

export const agentSlips: readonly RoleMutation[] = [
  ...limits,
  ...chains,
  ...trust,
  ...edges,
  ...bills,
  ...refusals,
  ...roads,
];
