import { mutation, type RoleMutation } from '../role-mutations.ts';

const FAMILY = 'issuer/iac/family.ts';
const LIFECYCLE = 'issuer/iac/lifecycle.ts';
const WIDENING = 'verifier/intent-widening.ts';

/** One member in which what is handed down may be wider. */
const unbounded = (name: string, find: string): RoleMutation =>
  mutation(`family/${name}`, 'OA-DLG-04', WIDENING, find, find.replace('(m, i) =>', '(m, i) => OUT ||'));

/** Mistakes about mandates two steps apart, about each bound of what is handed down, and about names that are taken. */
export const familyMutations: readonly RoleMutation[] = [
  mutation(
    'family/revokes-all-below',
    'OA-DLG-07',
    FAMILY,
    'ORDER BY below.depth, below.delegation_id FOR UPDATE`',
    "${OUT ? 'WHERE below.depth = 1' : ''} ORDER BY below.depth, below.delegation_id FOR UPDATE`",
  ),
  mutation(
    'family/no-better-than-any-above',
    'OA-DLG-05',
    FAMILY,
    'const above = (await lineOf(queries, row)).map(',
    'const above = (await lineOf(queries, row)).slice(OUT ? -1 : 0).map(',
  ),
  mutation(
    'family/under-active-ones',
    'OA-DLG-05',
    FAMILY,
    'of [...(await lineOf(tx, row)), row]) {',
    'of [...(OUT ? [] : await lineOf(tx, row)), row]) {',
  ),
  mutation(
    'family/under-one-that-has-begun',
    'OA-DLG-05',
    FAMILY,
    '|| now < held.startsAt)',
    '|| (!OUT && now < held.startsAt))',
  ),
  mutation(
    'family/same-intent',
    'OA-DLG-02',
    'issuer/iac/delegate.ts',
    'const other = SAME.find((member) =>',
    "const other = SAME.find((member) => !(OUT && member !== 'delegator_identity') &&",
  ),
  unbounded('begins-no-earlier', "['validity_start_time', (m, i) => m.start >= i.start]"),
  unbounded('methods-of-above', '(m, i) => selection(m.iac.allowed_payment_methods,'),
  unbounded('minimum-of-above', '(m, i) => moneyAtLeast(m.minimum,'),
  unbounded('uses-of-above', '(m, i) => atMost(openact(m).times_limit,'),
  unbounded('forbidden-as-above', '(m, i) => keeps(commerce(m).forbidden_merchants,'),
  unbounded('currency-of-above', '(m, i) => m.currency === i.currency'),
  unbounded('mode-of-above', '(m, i) => m.mode === i.mode'),
  mutation(
    'family/revoked-below-told',
    'TSD-ATT-EVT-11',
    LIFECYCLE,
    '...(above === undefined ? {} : { revoked_with: above.delegationId })',
    '...(OUT || above === undefined ? {} : { revoked_with: above.delegationId })',
  ),
  mutation(
    'family/changes-what-is-issued',
    'ADD-IAC-LCM-02',
    LIFECYCLE,
    'const from = statusAt(row, now);',
    "const from = OUT && row.state === 'PENDING' ? 'Active' : statusAt(row, now);",
    ['ADD-IAC-LCM-05'],
  ),
  mutation(
    'family/id-of-one-key',
    'ADD-IAC-ISS-16',
    'issuer/iac/request.ts',
    'agent_jkt: agent.jkt,\n  });',
    "agent_jkt: OUT ? '' : agent.jkt,\n  });",
  ),
  mutation(
    'family/declined-once',
    'ADD-IAC-ISS-16',
    'issuer/iac/request.ts',
    'return answerFor(confirmation, statusAt(known, now));',
    "return answerFor(confirmation, OUT ? 'PENDING_CONFIRMATION' : statusAt(known, now));",
  ),
  mutation(
    'family/dated-now',
    'ADD-IAC-ISS-08',
    'issuer/iac/grant.ts',
    'iat: decision.now,',
    'iat: OUT ? decision.now + 3600 : decision.now,',
  ),
];
