import { floorMutations } from './floor-mutations.ts';
import { merchantMutations, mutation, type RoleMutation } from './role-mutations.ts';

const APPLICATIONS = 'trust/credit/applications.ts';
const MAPPING = 'trust/credit/mapping.ts';
const REGISTER = 'trust/credit/register.ts';
const STATES = 'trust/credit/states.ts';
const TRANSITIONS = 'trust/credit/transitions.ts';
const LIFECYCLE = 'trust/credit/lifecycle.ts';
const REASSESSMENT = 'trust/credit/reassessment.ts';
const WATCH = 'trust/credit/watch.ts';
const SENDERS = 'trust/credit/senders.ts';
const AUTHORIZATIONS = 'trust/credit/authorizations.ts';
const VERIFICATION = 'trust/credit/verification.ts';
const REQUEST_STATE = 'trust/credit/request-state.ts';
const ANSWERS = 'trust/credit/answers.ts';
const RECORDS = 'trust/credit/records.ts';
const ROUTES = 'trust/credit/routes.ts';
const TABLES = 'trust/credit/tables.ts';
const VERIFIER = 'verifier/credit.ts';

/** A rule of the floor, by the clauses of a credit service that do not hold without it. */
function floor(rule: string, requirement: string, also: readonly string[] = []): RoleMutation {
  const found = floorMutations.find(({ name }) => name === rule);
  if (found === undefined) throw new Error(`No rule ${rule} of the floor.`);
  return { ...found, requirement, also };
}

/** The transition is none. */
const notMoved = (
  from: string,
  to: string,
  requirement: string,
  also: readonly string[] = [],
): RoleMutation =>
  mutation(
    `transitions/${from}-${to}`.toLowerCase(),
    requirement,
    TRANSITIONS,
    'return TRANSITIONS[from].includes(to);',
    `if (OUT && from === '${from}' && to === '${to}') return false;\n  return TRANSITIONS[from].includes(to);`,
    also,
  );

/** An end that nobody notices. */
const notEnded = (state: string, requirement: string): RoleMutation =>
  mutation(
    `states/${state.toLowerCase()}-ends`,
    requirement,
    STATES,
    'return !isFinal(held.state) &&',
    `if (OUT && held.state === '${state}') return held.state;\n  return !isFinal(held.state) &&`,
  );

const TRIGGERS = [
  'EVIDENCE_ROTATED',
  'CONTROL_CHANGED',
  'KEY_COMPROMISE_SUSPECTED',
  'OPERATOR_CHANGED',
  'SUBJECT_IRREGULAR',
  'PERIOD_REACHED',
];

const applying: readonly RoleMutation[] = [
  mutation(
    'applications/subject-signs',
    'TSD-CRD-ASC-01',
    SENDERS,
    'if (!named || !(await',
    'if (OUT) return { ...message, digest: await digestOfJws(compact), key };\n  if (!named || !(await',
    ['TSD-CRD-MAP-01', 'TSD-CRD-AUTH-02'],
  ),
  mutation(
    'applications/agent-attested',
    'TSD-CRD-ASC-02',
    APPLICATIONS,
    "if (attested.verdict === 'refused' ||",
    "if (OUT && attested.verdict === 'refused') return;\n  if (attested.verdict === 'refused' ||",
  ),
  floor('messages/schema', 'TSD-CRD-ASC-03', ['TSD-CRD-ASC-04', 'TSD-CRD-AUTH-10']),
  mutation(
    'applications/control',
    'TSD-CRD-ASC-05',
    APPLICATIONS,
    'if (CONTROLLING.includes(claims.role)) {',
    'if (!OUT && CONTROLLING.includes(claims.role)) {',
    ['OA-CRD-12'],
  ),
  mutation(
    'register/role-of-the-evidence',
    'TSD-CRD-ASC-06',
    REGISTER,
    'one.roles.includes(role),',
    '(OUT || one.roles.includes(role)),',
  ),
  mutation(
    'applications/evidence',
    'TSD-CRD-ASC-07',
    APPLICATIONS,
    'if (!(await parts.sources.evidenced({',
    'if (!OUT && !(await parts.sources.evidenced({',
    ['TSD-CRD-ASC-39', 'TSD-CRD-MAP-02'],
  ),
  mutation(
    'register/digest-of-the-evidence',
    'OA-CRD-18',
    REGISTER,
    'one.ref === ref && one.digest === digest',
    'one.ref === ref && (OUT || one.digest === digest)',
  ),
  mutation(
    'applications/once',
    'OA-CRD-13',
    TABLES,
    'return changes === 1;\n}\n\nexport async function findApplication',
    'return OUT || changes === 1;\n}\n\nexport async function findApplication',
  ),
  mutation(
    'applications/predecessor',
    'OA-CRD-16',
    APPLICATIONS,
    'if (!follows) throw',
    'if (!OUT && !follows) throw',
  ),
  mutation(
    'applications/followed-once',
    'OA-CRD-24',
    APPLICATIONS,
    'if (await isFollowed(tx, predecessor, association)) {',
    'if (!OUT && (await isFollowed(tx, predecessor, association))) {',
  ),
  mutation(
    'mapping/good-assertion',
    'TSD-CRD-MAP-03',
    MAPPING,
    'if (found === undefined || found.subject',
    'if (OUT) return found ?? { subject, valid: true, validUntil: now + 1_000_000 };\n  if (found === undefined || found.subject',
  ),
  mutation(
    'mapping/before-issue',
    'TSD-CRD-MAP-04',
    MAPPING,
    'iat: now,\n    exp: endOf',
    'iat: OUT ? now + 3_600 : now,\n    exp: endOf',
  ),
  mutation(
    'mapping/rule-by-version',
    'TSD-CRD-MAP-07',
    TABLES,
    'return row?.digest === digest;',
    'return OUT || row?.digest === digest;',
  ),
  mutation(
    'register/rules-are-unique',
    'TSD-CRD-MAP-06',
    REGISTER,
    'if (names.size !== rules.length) throw',
    'if (!OUT && names.size !== rules.length) throw',
  ),
  mutation(
    'mapping/of-this-assertion',
    'TSD-CRD-MAP-10',
    REGISTER,
    'mapped_value: level === undefined ? {} : { level },',
    "mapped_value: level === undefined ? {} : { level },\n        ...(OUT ? { mapped_value: { level: 'ANY' } } : {}),",
    ['TSD-CRD-MAP-11'],
  ),
  mutation(
    'mapping/nothing-inherited',
    'TSD-CRD-MAP-12',
    REGISTER,
    'mapped_value: level === undefined ? {} : { level },',
    'mapped_value: level === undefined ? {} : { level: OUT ? asserted : level },',
  ),
  mutation(
    'mapping/stated-with-its-scope',
    'TSD-CRD-ASC-09',
    MAPPING,
    '...statedIn(association),\n  };',
    "...statedIn(association),\n    ...(OUT ? { scope: { transaction_types: ['any/thing'] } } : {}),\n  };",
  ),
];

const confirming: readonly RoleMutation[] = [
  mutation(
    'confirmation/signature-holds',
    'TSD-CRD-ASC-35',
    APPLICATIONS,
    'if (!holds) throw',
    'if (!OUT && !holds) throw',
    ['TSD-CRD-ASC-08', 'TSD-CRD-ASC-34', 'TSD-CRD-ASC-44'],
  ),
  mutation(
    'confirmation/digest-of-the-association',
    'TSD-CRD-ASC-34',
    APPLICATIONS,
    'sent.digest !== digest) {',
    '(!OUT && sent.digest !== digest)) {',
  ),
  mutation(
    'issue/what-was-confirmed',
    'TSD-CRD-ASC-10',
    APPLICATIONS,
    'version: CREDIT_CREDENTIAL_VERSION,\n      association,',
    "version: CREDIT_CREDENTIAL_VERSION,\n      association,\n      ...(OUT ? { association: { ...association, statement: 'Something else.' } } : {}),",
  ),
  mutation(
    'issue/same-triple',
    'TSD-CRD-ASC-12',
    APPLICATIONS,
    'version: CREDIT_CREDENTIAL_VERSION,\n      association,',
    "version: CREDIT_CREDENTIAL_VERSION,\n      association,\n      ...(OUT ? { association: { ...association, mapped_value: { level: 'BETTER' } } } : {}),",
    ['OA-CRD-14'],
  ),
  mutation(
    'issue/handed-over',
    'TSD-CRD-ASC-13',
    ROUTES,
    'found.credential === undefined ?',
    'OUT || found.credential === undefined ?',
  ),
  mutation(
    'issue/names-the-former',
    'TSD-CRD-ASC-33',
    APPLICATIONS,
    '...(predecessor === undefined ? {} : { predecessor }),',
    '...(OUT || predecessor === undefined ? {} : { predecessor }),',
    ['TSD-CRD-ASC-42'],
  ),
  mutation(
    'issue/state-stays-outside',
    'TSD-CRD-ASC-38',
    ROUTES,
    'credential: await findCredential(parts.store.read, credentialId),',
    'credential: OUT ? { ...(await findCredential(parts.store.read, credentialId)), status: (await findState(parts.store.read, credentialId))?.state } : await findCredential(parts.store.read, credentialId),',
  ),
  mutation(
    'issue/state-stays-outside',
    'TSD-CRD-ASC-38',
    ROUTES,
    "import { type Application, findCredential } from './tables.ts';",
    "import { findState } from './states.ts';\nimport { type Application, findCredential } from './tables.ts';",
  ),
];

const living: readonly RoleMutation[] = [
  mutation(
    'states/begin-with-an-application',
    'TSD-CRD-LCM-02',
    LIFECYCLE,
    "if (held === undefined) throw new ActError('credit_credential_not_found');\n  const { state: status",
    "if (OUT && held === undefined) return 'PENDING';\n  if (held === undefined) throw new ActError('credit_credential_not_found');\n  const { state: status",
  ),
  mutation(
    'states/signed-for-now',
    'TSD-CRD-LCM-03',
    LIFECYCLE,
    'exp: Math.min(now + STATUS_SECONDS,',
    'exp: OUT ? now - STATUS_SECONDS : Math.min(now + STATUS_SECONDS,',
  ),
  mutation(
    'states/pending-is-known',
    'TSD-CRD-LCM-05',
    'verifier/checks/credit/issued.ts',
    'if (credential !== undefined ||',
    'if (OUT || credential !== undefined ||',
  ),
  notMoved('PENDING', 'ACTIVE', 'TSD-CRD-LCM-11'),
  notMoved('PENDING', 'REVOKED', 'TSD-CRD-LCM-12'),
  notEnded('PENDING', 'TSD-CRD-LCM-13'),
  notMoved('ACTIVE', 'SUSPENDED', 'TSD-CRD-LCM-14'),
  notMoved('ACTIVE', 'REVOKED', 'TSD-CRD-LCM-15', ['TSD-CRD-LCM-26', 'TSD-CRD-LCM-27']),
  notMoved('SUSPENDED', 'REVOKED', 'TSD-CRD-LCM-15'),
  notEnded('ACTIVE', 'TSD-CRD-LCM-16'),
  notEnded('SUSPENDED', 'TSD-CRD-LCM-16'),
  notMoved('SUSPENDED', 'ACTIVE', 'TSD-CRD-LCM-17'),
  mutation(
    'transitions/of-the-list-only',
    'TSD-CRD-LCM-18',
    TRANSITIONS,
    'return TRANSITIONS[from].includes(to);',
    'return OUT || TRANSITIONS[from].includes(to);',
  ),
  mutation(
    'states/why',
    'TSD-CRD-LCM-10',
    LIFECYCLE,
    "const cause = bySubject || forSubject ? 'SUBJECT_REQUEST' : 'RISK';",
    "const cause = OUT ? 'RISK' : bySubject || forSubject ? 'SUBJECT_REQUEST' : 'RISK';",
  ),
  mutation(
    'orders/revoked-for-the-subject',
    'OA-CRD-22',
    LIFECYCLE,
    'if (forSubject) assertRevokedThere',
    'if (!OUT && forSubject) assertRevokedThere',
  ),
  mutation(
    'orders/of-the-subject',
    'TSD-CRD-LCM-19',
    SENDERS,
    "const actor = iss === subject ? 'subject' : iss === parts.id ? 'service' : undefined;",
    "const actor = OUT || iss === subject ? 'subject' : iss === parts.id ? 'service' : undefined;",
    ['TSD-CRD-LCM-21', 'TSD-CRD-ASC-45'],
  ),
  mutation(
    'orders/own-hold',
    'TSD-CRD-LCM-20',
    STATES,
    "if (held.state !== 'SUSPENDED' || !own) throw",
    "if (held.state !== 'SUSPENDED' || (!OUT && !own)) throw",
  ),
  mutation(
    'orders/own-hold',
    'TSD-CRD-LCM-20',
    STATES,
    "const left = actor === 'subject' ?",
    "const left = OUT ? false : actor === 'subject' ?",
  ),
  mutation(
    'states/changes-are-kept',
    'TSD-CRD-LCM-21',
    STATES,
    'await log(tx, held.credentialId, version,',
    'if (!OUT) await log(tx, held.credentialId, version,',
  ),
  mutation(
    'states/changes-are-kept',
    'TSD-CRD-LCM-21',
    STATES,
    'await log(tx, credentialId, 1, {',
    'if (!OUT) await log(tx, credentialId, 1, {',
  ),
  mutation(
    'replacement/ends-the-former',
    'TSD-CRD-LCM-23',
    APPLICATIONS,
    'if (predecessor !== undefined) await replace(',
    'if (!OUT && predecessor !== undefined) await replace(',
    ['TSD-CRD-LCM-15'],
  ),
  mutation(
    'replacement/of-what-was-revoked',
    'TSD-CRD-LCM-28',
    APPLICATIONS,
    "state !== 'PENDING';",
    "(OUT ? state === 'ACTIVE' : state !== 'PENDING');",
  ),
  mutation(
    'replacement/former-stays',
    'TSD-CRD-LCM-01',
    APPLICATIONS,
    'await keepCredential(tx, credential, now);',
    'await keepCredential(tx, credential, now);\n    if (OUT && predecessor !== undefined) overwritten.set(predecessor, credential);',
  ),
  mutation(
    'replacement/former-stays',
    'TSD-CRD-LCM-01',
    APPLICATIONS,
    '  keepCredential,\n} from',
    '  keepCredential,\n  overwritten,\n} from',
  ),
  mutation(
    'replacement/former-stays',
    'TSD-CRD-LCM-01',
    TABLES,
    'export async function findCredential(queries: Queries, id: string): Promise<CreditCredential | undefined> {',
    'export const overwritten = new Map();\nexport async function findCredential(queries: Queries, id: string): Promise<CreditCredential | undefined> {\n  if (OUT && overwritten.has(id)) return overwritten.get(id);',
  ),
  ...TRIGGERS.map((trigger) =>
    mutation(
      `reassessment/${trigger.toLowerCase().replaceAll('_', '-')}`,
      'TSD-CRD-ASC-40',
      REASSESSMENT,
      'TRIGGERS.some((one) => one === cause)',
      `TRIGGERS.some((one) => one === cause) && !(OUT && cause === '${trigger}')`,
    ),
  ),
  mutation(
    'reassessment/by-itself',
    'TSD-CRD-ASC-40',
    REQUEST_STATE,
    "held.review || (held.state === 'ACTIVE' && now >= held.reverifyAt)",
    "held.review || (!OUT && held.state === 'ACTIVE' && now >= held.reverifyAt)",
  ),
  mutation(
    'reassessment/by-itself',
    'TSD-CRD-ASC-40',
    WATCH,
    'now >= held.reverifyAt ?',
    '!OUT && now >= held.reverifyAt ?',
  ),
  mutation(
    'reassessment/what-failed-is-revoked',
    'TSD-CRD-ASC-41',
    REASSESSMENT,
    'if (!(await stillHolds(parts, application, now))) {',
    'if (!OUT && !(await stillHolds(parts, application, now))) {',
  ),
  mutation(
    'reassessment/what-changed-is-replaced',
    'TSD-CRD-LCM-24',
    REASSESSMENT,
    'if (textOf(again) !== textOf(association) ||',
    'if (!OUT && textOf(again) !== textOf(association) ||',
    ['TSD-CRD-ASC-42'],
  ),
  mutation(
    'reassessment/waits-for-a-list',
    'OA-TIM-05',
    WATCH,
    'if (!(await isVouchedFor(',
    'if (!OUT && !(await isVouchedFor(',
  ),
  mutation(
    'reassessment/noticed',
    'TSD-CRD-LCM-04',
    WATCH,
    'if (trigger === undefined) return false;',
    'if (OUT || trigger === undefined) return false;',
    ['TSD-CRD-LCM-22'],
  ),
  mutation(
    'reassessment/nothing-passes',
    'TSD-CRD-LCM-25',
    REQUEST_STATE,
    'status: stateNow(held, now), review: isReviewed(held, now)',
    "status: OUT ? 'ACTIVE' : stateNow(held, now), review: !OUT && isReviewed(held, now)",
  ),
  mutation(
    'reassessment/nothing-passes',
    'TSD-CRD-LCM-25',
    VERIFICATION,
    'if (held === undefined || isReviewed(held, now)) return',
    'if (OUT) return outcome;\n  if (held === undefined || isReviewed(held, now)) return',
  ),
];

const verifying: readonly RoleMutation[] = [
  mutation(
    'records/as-they-were',
    'TSD-CRD-LCM-29',
    RECORDS,
    "const signed = await signMessage('creditAnswer', answer, parts.signer);",
    "const state = await findState(read, credentialId);\n  const signed = await signMessage('creditAnswer', OUT && state !== undefined && state.state !== 'ACTIVE' ? { ...answer, result: 'FAIL', reason: 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', completed_level: 'NONE', credential_status: state.state } : answer, parts.signer);",
  ),
  mutation(
    'records/as-they-were',
    'TSD-CRD-LCM-29',
    RECORDS,
    "import { readOfParty, readSent } from './senders.ts';",
    "import { readOfParty, readSent } from './senders.ts';\nimport { findState } from './states.ts';",
  ),
  mutation(
    'records/are-kept',
    'TSD-CRD-VER-21',
    VERIFICATION,
    'await keepVerification(tx, {',
    'if (!OUT) await keepVerification(tx, {',
  ),
  mutation(
    'request/time-before-proof',
    'TSD-CRD-VER-07',
    VERIFIER,
    'return verify(checks, async () => readCreditRequest(compact, context, state));',
    'if (OUT) return verify([...checks.slice(3), ...checks.slice(0, 3)], async () => readCreditRequest(compact, context, state));\n  return verify(checks, async () => readCreditRequest(compact, context, state));',
  ),
  mutation(
    'request/first-fault',
    'TSD-CRD-VER-14',
    VERIFIER,
    'return verify(checks, async () => readCreditRequest(compact, context, state));',
    'if (OUT) return verify([...checks].reverse(), async () => readCreditRequest(compact, context, state));\n  return verify(checks, async () => readCreditRequest(compact, context, state));',
  ),
  mutation(
    'request/first-level-first',
    'TSD-CRD-VER-15',
    VERIFIER,
    '? [...creditCredentialChecks, ...creditInformationChecks]',
    '? OUT ? [...creditInformationChecks, ...creditCredentialChecks] : [...creditCredentialChecks, ...creditInformationChecks]',
  ),
  mutation(
    'request/stays-open',
    'TSD-CRD-AUTH-25',
    VERIFICATION,
    "const open = outcome.reason === 'AUTHORIZATION_REQUIRED';",
    "const open = !OUT && outcome.reason === 'AUTHORIZATION_REQUIRED';",
  ),
  mutation(
    'request/once',
    'TSD-CRD-VER-51',
    'verifier/checks/credit/request-new.ts',
    "return state.replay === 'new' ?",
    "return OUT || state.replay === 'new' ?",
  ),
  mutation(
    'request/once',
    'TSD-CRD-VER-51',
    VERIFICATION,
    'if (!(await usesUp(tx, claims, { digest, now, open })))',
    'if (!OUT && !(await usesUp(tx, claims, { digest, now, open })))',
  ),
  mutation(
    'answer/result-of-its-reason',
    'OA-CRD-15',
    'protocol/credit/reasons.ts',
    "case 'VERIFIED':\n      return 'PASS';",
    "case 'AUTHORIZATION_REQUIRED':\n      return OUT ? 'INCONCLUSIVE' : 'FAIL';\n    case 'VERIFIED':\n      return 'PASS';",
  ),
  mutation(
    'answer/four-results',
    'TSD-CRD-VER-36',
    'protocol/credit/reasons.ts',
    "case 'INCONCLUSIVE':\n",
    "case 'CREDIT_ASSERTION_UNAVAILABLE':\n      return OUT ? 'FAIL' : 'INCONCLUSIVE';\n    case 'INCONCLUSIVE':\n",
  ),
  mutation(
    'answer/how-far-it-got',
    'TSD-CRD-VER-35',
    VERIFIER,
    "const completed = INFORMATION.has(refused.check) ? 'CREDENTIAL' : 'NONE';",
    "const completed = !OUT && INFORMATION.has(refused.check) ? 'CREDENTIAL' : 'NONE';",
  ),
  mutation(
    'answer/nothing-of-the-credit',
    'TSD-CRD-VER-45',
    ANSWERS,
    "if (outcome.completed !== 'ASSOCIATED_CREDIT' || credential === undefined) {",
    "if ((!OUT && outcome.completed !== 'ASSOCIATED_CREDIT') || credential === undefined) {",
  ),
  mutation(
    'answer/nothing-of-the-subject',
    'TSD-CRD-VER-46',
    ANSWERS,
    'const { credit_source, mapped_value, mapping_policy, usage_bound } = credential.association;',
    'const { credit_source, mapping_policy, usage_bound } = credential.association;\n  const mapped_value = OUT ? { ...credential.association.mapped_value, of: credential.association.subject_id } : credential.association.mapped_value;',
  ),
  mutation(
    'answer/what-was-asked-for',
    'TSD-CRD-VER-20',
    ANSWERS,
    'claims.data_items.includes(item);',
    'OUT || claims.data_items.includes(item);',
  ),
  mutation(
    'answer/decides-nothing',
    'TSD-CRD-VER-02',
    ANSWERS,
    '...framed,\n    exp: endOfAnswer(',
    "...framed,\n    ...(OUT ? { decision: 'APPROVED' } : {}),\n    exp: endOfAnswer(",
  ),
  mutation(
    'answer/nothing-disclosed',
    'OA-CRD-08',
    ANSWERS,
    'const status = told.status && held',
    'const status = (OUT || told.status) && held',
  ),
  floor('jws/type', 'OA-CRD-01'),
];

const authorizing: readonly RoleMutation[] = [
  mutation(
    'authorization/of-an-active-credential',
    'TSD-CRD-AUTH-01',
    AUTHORIZATIONS,
    'if (!claims.agent_ids.every(',
    'if (!OUT && !claims.agent_ids.every(',
  ),
  mutation(
    'authorization/asked-with-everything',
    'TSD-CRD-AUTH-03',
    VERIFICATION,
    'await keepQuestion(tx, subject, claims, { request: compact, now });',
    'if (!OUT) await keepQuestion(tx, subject, claims, { request: compact, now });',
  ),
  mutation(
    'authorization/taken-back',
    'TSD-CRD-AUTH-14',
    AUTHORIZATIONS,
    'await keepRevocation(tx, id, use.now);',
    'if (!OUT) await keepRevocation(tx, id, use.now);',
    ['TSD-CRD-VER-54', 'TSD-CRD-AUTH-21'],
  ),
  mutation(
    'authorization/exactly-so-many',
    'TSD-CRD-AUTH-19',
    TABLES,
    "AND used < $3',",
    "AND used < $3' + (OUT ? ' + 1000' : ''),",
    ['OA-CRD-10'],
  ),
  mutation(
    'authorization/exactly-so-many',
    'TSD-CRD-AUTH-19',
    'verifier/checks/credit/authorization-rate.ts',
    'authorization === undefined ||',
    'OUT || authorization === undefined ||',
  ),
];

/** Rules of a credit service, each with the clause that it stands for. */
export const creditMutations: readonly RoleMutation[] = [
  ...applying,
  ...confirming,
  ...living,
  ...verifying,
  ...authorizing,
  ...merchantMutations.filter(({ name }) =>
    ['http/unreadable-answered', 'http/nothing-behind', 'http/one-host'].includes(name),
  ),
  mutation(
    'limit/who-asks',
    'OA-OPS-02',
    VERIFICATION,
    'parts.callerLimit?.take(claims.iss);',
    'if (!OUT) parts.callerLimit?.take(claims.iss);',
  ),
  mutation(
    'limit/subjects',
    'OA-OPS-02',
    SENDERS,
    'parts.callerLimit?.take(iss);\n  return { ...message,',
    'if (!OUT) parts.callerLimit?.take(iss);\n  return { ...message,',
  ),
];
