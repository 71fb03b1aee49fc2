import { mutation, type RoleMutation } from './role-mutations.ts';

/** Slips that an implementer of an agent makes with the clause in mind. */
const PRECHECKS = 'agent/decision/prechecks.ts';
const PAYMENT = 'verifier/checks/payment';
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

export const agentSlips: readonly RoleMutation[] = [...limits, ...chains, ...trust];
