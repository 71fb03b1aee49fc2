import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { objectIn, without } from './bureau.ts';
import { ASSERTIONS, CREDIT_IDS, EVIDENCE, OWN_GRADE } from './ids.ts';
import {
  badApplication,
  badConfirmation,
  type CreditCase,
  must,
  mustRefuse,
  negative,
  positive,
} from './steps.ts';

const OTHER_DIGEST = `${'Z'.repeat(42)}A`;

/** Members of what the subject confirms, each with something that it did not apply for. */
const OTHERWISE: readonly (readonly [string, JsonObject[string]])[] = [
  ['agent_id', SUITE_IDS.otherAgent],
  ['role', 'CONTROLLER'],
  ['purposes', ['SOMETHING_ELSE']],
  ['scope', { transaction_types: ['goods/anything'] }],
  ['valid_until', '2099-01-01T00:00:00Z'],
  ['usage_bound', { max_amount: '999999.00', currency: 'CNY' }],
  ['authorization_modes', ['PER_REQUEST']],
  ['revocation_method', 'SERVICE_REQUEST'],
];

const same = (one: unknown, other: unknown, what: string): void =>
  must(isDeepStrictEqual(one, other), `${what} is not the same.`);

const TRIPLE = ['subject_assertion_ref', 'mapped_value', 'mapping_policy'] as const;

export const applicationCases: readonly CreditCase[] = [
  badApplication(
    'TSD-CRD-ASC-01',
    'credit_subject_unverified',
    'under-another-name',
    'An application in the subject’s name that somebody else signs.',
    ({ around }) => ({ signer: around.cast.stranger }),
  ),
  badApplication(
    'TSD-CRD-ASC-01',
    'credit_subject_unverified',
    'of-nobody',
    'An application of a subject whose identity nobody has verified.',
    ({ around }) => ({ claims: { iss: CREDIT_IDS.unknownSubject }, signer: around.cast.bare('nobody') }),
  ),
  badApplication(
    'TSD-CRD-ASC-02',
    'credit_agent_not_registered',
    'agent-of-no-provider',
    'The agent is stated by a provider that no trust list has.',
    ({ around }) => ({ attestation: { signer: around.unlistedProvider.signer } }),
  ),
  badApplication(
    'TSD-CRD-ASC-02',
    'credit_agent_not_registered',
    'another-agent',
    'The statement is about another agent.',
    () => ({ attestation: { claims: { sub: SUITE_IDS.otherAgent } } }),
  ),
  badApplication(
    'TSD-CRD-ASC-03',
    'schema_mismatch',
    'without-evidence',
    'An application that shows nothing for the association.',
    () => ({ claims: { relationship_evidence: [] } }),
  ),
  ...(['role', 'purposes', 'scope', 'valid_until', 'authorization_modes', 'revocation_method'] as const).map(
    (member) =>
      badApplication(
        'TSD-CRD-ASC-04',
        'schema_mismatch',
        `without-${member}`,
        `An application that does not say ${member}.`,
        () => without(member),
      ),
  ),
  badApplication(
    'TSD-CRD-ASC-05',
    'credit_control_unproven',
    'without-control',
    'Somebody says to operate the agent, and the agent’s key takes no part.',
    () => ({ control: 'none' }),
  ),
  badApplication(
    'TSD-CRD-ASC-06',
    'credit_evidence_invalid',
    'evidence-of-another-role',
    'Documents of development, for somebody who says to be the deployer.',
    (bureau) => bureau.developed({ role: 'DEPLOYER' }),
  ),
  positive(
    'TSD-CRD-ASC-06',
    'developer-needs-no-control',
    'Whoever developed an agent shows documents of it, and needs no key of the agent.',
    async (bureau, notes) => {
      await bureau.apply(notes, bureau.developed());
    },
  ),
  badApplication(
    'TSD-CRD-ASC-07',
    'credit_evidence_invalid',
    'evidence-of-another-subject',
    'Documents about another subject.',
    () => ({ claims: { relationship_evidence: [{ ...EVIDENCE.other }] } }),
  ),
  badApplication(
    'TSD-CRD-ASC-07',
    'credit_evidence_invalid',
    'evidence-nobody-knows',
    'One good document, and one that nobody has found genuine.',
    () => ({
      claims: {
        relationship_evidence: [
          { ...EVIDENCE.control },
          { ...EVIDENCE.control, ref: 'https://suite.example/x' },
        ],
      },
    }),
  ),
  badApplication(
    'OA-CRD-18',
    'credit_evidence_invalid',
    'evidence-that-was-changed',
    'A document that hashes to something else.',
    () => ({ claims: { relationship_evidence: [{ ...EVIDENCE.control, digest: OTHER_DIGEST }] } }),
  ),
  badApplication(
    'OA-CRD-12',
    'credit_control_unproven',
    'control-of-another-key',
    'The proof of control is of another key than the agent’s.',
    ({ around }) => ({ control: { signer: around.cast.stranger } }),
  ),
  badApplication(
    'OA-CRD-12',
    'credit_control_unproven',
    'control-for-another-application',
    'The proof of control is about another application.',
    (bureau) => ({ control: { over: String(bureau.application().application) } }),
  ),
  negative(
    'OA-CRD-13',
    'application-made-twice',
    'The same application, sent again, makes no second association.',
    async (bureau, notes) => {
      const body = bureau.application();
      bureau.draftIn(await bureau.post('/credit/applications', body, notes));
      mustRefuse(await bureau.post('/credit/applications', body, notes), 'credit_application_duplicate');
      await bureau.apply(notes);
    },
  ),
  negative(
    'OA-CRD-13',
    'race-one-application',
    'One application sent six times at once makes one association.',
    async (bureau, notes) => {
      const body = bureau.application();
      const sent = Array.from({ length: 6 }, () => bureau.post('/credit/applications', body, notes));
      const taken = (await Promise.all(sent)).filter(({ status }) => status === 201);
      must(taken.length === 1, `${taken.length} associations were made of one application.`);
      await bureau.apply(notes);
    },
  ),
  badApplication(
    'OA-CRD-16',
    'credit_predecessor_invalid',
    'predecessor-that-is-not-there',
    'An application that follows a credential that does not exist.',
    () => ({ claims: { predecessor: 'crd-of-nobody' } }),
  ),
  negative(
    'OA-CRD-16',
    'predecessor-of-another-agent',
    'An application that follows a credential for another agent.',
    async (bureau, notes) => {
      const other = await bureau.issue(notes, bureau.developed());
      await bureau.order('revoke', other.credentialId, notes);
      const predecessor = other.credentialId;
      mustRefuse(await bureau.ask({ claims: { predecessor } }, notes), 'credit_predecessor_invalid');
      await bureau.apply(notes, bureau.developed({ predecessor }));
    },
  ),
  negative(
    'OA-CRD-24',
    'followed-twice',
    'Of two applications that name one former credential one is issued, and nobody follows that one any more.',
    async (bureau, notes) => {
      const following = (predecessor: string) => ({ claims: { predecessor } });
      const former = (await bureau.issue(notes)).credentialId;
      const first = await bureau.apply(notes, following(former));
      const second = await bureau.apply(notes, following(former));
      await bureau.confirm(first, notes);
      const late = await bureau.askConfirmation(second.credentialId, bureau.confirmation(second), notes);
      mustRefuse(late, 'credit_predecessor_invalid');
      await bureau.mustBe(second.credentialId, 'PENDING', notes);
      await bureau.mustBe(former, 'REVOKED REPLACED', notes);
      mustRefuse(await bureau.ask(following(former), notes), 'credit_predecessor_invalid');
      await bureau.issue(notes, following(first.credentialId));
    },
  ),
  badApplication(
    'TSD-CRD-MAP-01',
    'credit_subject_unverified',
    'nothing-mapped-for-a-stranger',
    'Before the subject is verified nothing is mapped and no value is told.',
    ({ around }) => ({ signer: around.cast.stranger }),
  ),
  badApplication(
    'TSD-CRD-MAP-02',
    'credit_evidence_invalid',
    'nothing-mapped-for-no-association',
    'Before the association is verified nothing is mapped and no value is told.',
    () => ({ claims: { relationship_evidence: [{ ...EVIDENCE.other }] } }),
  ),
  badApplication(
    'TSD-CRD-ASC-39',
    'credit_evidence_invalid',
    'unverified-is-not-confirmed',
    'An association that is not verified gets no draft that could be confirmed.',
    () => ({
      claims: { role: 'DEVELOPER', relationship_evidence: [{ ...EVIDENCE.other }] },
      control: 'none',
    }),
  ),
  ...(
    [
      ['unknown-assertion', 'cas-of-nobody', 'that the credit service does not have'],
      ['revoked-assertion', ASSERTIONS.revoked, 'that was revoked'],
      ['ended-assertion', ASSERTIONS.ended, 'that has ended'],
      ['assertion-of-another', ASSERTIONS.other, 'of another subject'],
    ] as const
  ).map(([slug, ref, what]) =>
    badApplication(
      'TSD-CRD-MAP-03',
      'credit_assertion_invalid',
      slug,
      `An application that rests on a credit assertion ${what}.`,
      () => ({ claims: { subject_assertion_ref: ref } }),
    ),
  ),
  negative(
    'TSD-CRD-MAP-04',
    'no-rule-no-draft',
    'With no mapping to be had there is nothing to confirm, and nothing to issue.',
    async (bureau, notes) => {
      await bureau.apply(notes);
      await bureau.knowing({ mapping: 'NONE' }, notes, async () =>
        mustRefuse(await bureau.ask({}, notes), 'credit_inconclusive'),
      );
      const { draft, credential } = await bureau.issue(notes);
      must(
        Number(draft.mapping.iat) <= Date.parse(String(credential.issued_at)) / 1000,
        'The value was mapped after the credential was issued.',
      );
    },
  ),
  negative(
    'TSD-CRD-MAP-07',
    'rule-changed-in-place',
    'A mapping rule that says something else under the same id and version maps nothing; under another version it does.',
    async (bureau, notes) => {
      const before = await bureau.apply(notes);
      await bureau.knowing({ mapping: 'CHANGED_IN_PLACE' }, notes, async () =>
        mustRefuse(await bureau.ask({}, notes), 'credit_mapping_inconsistent'),
      );
      const next = await bureau.knowing({ mapping: 'NEXT_VERSION' }, notes, () => bureau.apply(notes));
      must(
        !isDeepStrictEqual(before.association.mapping_policy, next.association.mapping_policy),
        'Another rule has the same id and version.',
      );
      await bureau.apply(notes);
    },
  ),
  negative(
    'TSD-CRD-MAP-06',
    'two-rules-under-one-name',
    'While two rules have one id and version nothing is mapped: nobody could say which of them made a value.',
    async (bureau, notes) => {
      await bureau.apply(notes);
      await bureau.knowing({ mapping: 'TWICE' }, notes, async () =>
        mustRefuse(await bureau.ask({}, notes), 'credit_inconclusive'),
      );
      await bureau.apply(notes);
    },
  ),
  positive(
    'TSD-CRD-MAP-10',
    'same-rule-same-value',
    'The same rule makes the same value of the same assertion, and another one of another.',
    async (bureau, notes) => {
      const mapped = async (): Promise<unknown> => (await bureau.apply(notes)).association.mapped_value;
      const first = await mapped();
      const other = await bureau.knowing({ changed_assertions: [ASSERTIONS.good] }, notes, mapped);
      must(!isDeepStrictEqual(first, other), 'Another assertion maps to the same value.');
      same(await mapped(), first, 'What the rule makes of one assertion');
    },
  ),
  negative(
    'TSD-CRD-MAP-11',
    'mapping-that-lacks-a-part',
    'A mapping without a value is none, and nothing can be confirmed.',
    async (bureau, notes) => {
      await bureau.apply(notes);
      await bureau.knowing({ mapping: 'INCOMPLETE' }, notes, async () =>
        mustRefuse(await bureau.ask({}, notes), 'credit_mapping_inconsistent'),
      );
      await bureau.apply(notes);
    },
  ),
  positive(
    'TSD-CRD-MAP-12',
    'nothing-of-the-subjects-own',
    'Neither draft nor credential has anything of the subject’s own credit but the reference to it.',
    async (bureau, notes) => {
      const issued = await bureau.issue(notes);
      const text = JSON.stringify([issued.draft, issued.credential]);
      must(!text.includes(OWN_GRADE), 'What the subject has itself stands in what is said about the agent.');
      must(text.includes(ASSERTIONS.good), 'The assertion is not referred to.');
    },
  ),
  positive(
    'TSD-CRD-ASC-09',
    'statement-about-the-agent',
    'With the draft comes the signed statement about the agent: value, purposes, scope, for this application.',
    async (bureau, notes) => {
      const { association, mapping } = await bureau.apply(notes);
      for (const member of [...TRIPLE, 'application_id', 'credit_source', 'usage_bound', 'purposes', 'scope'])
        same(mapping[member], association[member], member);
      must(mapping.sub === association.agent_id, 'The statement is about another agent.');
    },
  ),
  positive(
    'TSD-CRD-ASC-10',
    'made-of-what-was-confirmed',
    'The credential says what was applied for and confirmed, word for word.',
    async (bureau, notes) => {
      const { draft, association } = await bureau.issue(notes);
      same(association, draft.association, 'The association');
      const { purposes, scope, role, statement, agent_id, relationship_evidence, ...rest } =
        bureau.applicationClaims();
      const { authorization_modes, revocation_method } = rest;
      const ways = { authorization_modes, revocation_method };
      const wanted = { purposes, scope, role, statement, agent_id, relationship_evidence, ...ways };
      for (const [member, due] of Object.entries(wanted)) same(association[member], due, member);
      must(association.subject_id === CREDIT_IDS.subject, 'It is about another subject.');
      must(association.issuer === bureau.settings.id, 'It names another issuer.');
    },
  ),
  positive(
    'TSD-CRD-ASC-12',
    'same-triple',
    'Assertion, value and rule with version are in the credential what the statement about the agent says.',
    async (bureau, notes) => {
      const { draft, association } = await bureau.issue(notes);
      for (const member of TRIPLE) same(association[member], draft.mapping[member], member);
    },
  ),
  positive(
    'OA-CRD-14',
    'value-before-confirmation',
    'What the subject confirms has value, rule and bound in it, and nothing of it changes until it is issued.',
    async (bureau, notes) => {
      const draft = await bureau.apply(notes);
      for (const member of ['mapped_value', 'mapping_policy', 'usage_bound'])
        must(draft.association[member] !== undefined, `What is to be confirmed has no ${member}.`);
      const issued = await bureau.knowing({ mapping: 'NEXT_VERSION' }, notes, () =>
        bureau.confirm(draft, notes),
      );
      same(issued.association, draft.association, 'What was confirmed and what was issued');
    },
  ),
  positive(
    'TSD-CRD-ASC-13',
    'is-handed-over',
    'The answer to the confirmation is the credential; before there is a draft, and afterwards it can be fetched.',
    async (bureau, notes) => {
      const draft = await bureau.apply(notes);
      const before = bureau.draftIn(await bureau.read(draft.credentialId, notes), 200);
      same(before.association, draft.association, 'The draft');
      const { credential } = await bureau.confirm(draft, notes);
      const { body } = await bureau.read(draft.credentialId, notes);
      same(body.credential, credential, 'The credential that is fetched');
    },
  ),
  ...OTHERWISE.map(([member, value]) =>
    badConfirmation(
      'TSD-CRD-ASC-08',
      `another-${member}`,
      `The subject signs another ${member} than it applied for.`,
      async (bureau, { association }) => ({
        subject_signature: bureau.innerSignature({ ...association, [member]: value }),
      }),
    ),
  ),
  badConfirmation(
    'TSD-CRD-ASC-34',
    'of-another-application',
    'The subject’s signature over another application of its own.',
    async (bureau, _, notes) => bureau.confirmation(await bureau.apply(notes)),
  ),
  badConfirmation(
    'TSD-CRD-ASC-34',
    'command-about-another',
    'A command that confirms another association.',
    async (bureau, draft) => {
      const other = { ...objectIn({ ...draft } as unknown as JsonObject, 'association'), role: 'CONTROLLER' };
      return bureau.confirmation({ ...draft, association: other });
    },
    'ATTESTED_CONFIRMATION',
  ),
  badConfirmation(
    'TSD-CRD-ASC-35',
    'signed-by-another',
    'A confirmation that somebody else than the subject signs.',
    async (bureau, draft) => bureau.confirmation(draft, { signer: bureau.around.cast.stranger }),
  ),
  badConfirmation(
    'TSD-CRD-ASC-44',
    'signature-that-does-not-hold',
    'The subject’s signature with one bit changed: the issuer signs nothing.',
    async (bureau, { association }) => {
      const good = bureau.innerSignature(association);
      const value = String(good.value);
      const turned = `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
      return { subject_signature: { ...good, value: turned } };
    },
  ),
  badConfirmation(
    'TSD-CRD-ASC-45',
    'attested-by-another',
    'Another subject confirms at the service.',
    async (bureau, draft) =>
      bureau.confirmation(draft, {
        claims: { iss: CREDIT_IDS.otherSubject },
        signer: bureau.around.otherSubject,
      }),
    'ATTESTED_CONFIRMATION',
    ['command_not_permitted'],
  ),
  badConfirmation(
    'TSD-CRD-ASC-35',
    'by-the-other-way',
    'A command, where the subject has chosen to sign by itself.',
    async (bureau, draft) =>
      bureau.confirmation({
        ...draft,
        association: { ...draft.association, confirmation_method: 'ATTESTED_CONFIRMATION' },
      }),
  ),
  positive(
    'TSD-CRD-ASC-34',
    'both-ways',
    'By its own signature or at the service: the subject confirms, and the credential is ACTIVE.',
    async (bureau, notes) => {
      for (const confirmation_method of ['DIRECT_SIGNATURE', 'ATTESTED_CONFIRMATION']) {
        const { credentialId, credential } = await bureau.issue(notes, { claims: { confirmation_method } });
        const isDirect = confirmation_method === 'DIRECT_SIGNATURE';
        must(
          'subject_signature' in credential === isDirect,
          'The inner signature is there, or missing, wrongly.',
        );
        await bureau.mustBe(credentialId, 'ACTIVE', notes);
      }
    },
  ),
  positive(
    'TSD-CRD-MAP-13',
    'ends-with-its-assertion',
    'A credential ends no later than what was applied for and than the assertion that it rests on.',
    async (bureau, notes) => {
      const valid_until = utc(bureau.now() + 900 * 86_400);
      const { association } = await bureau.issue(notes, { claims: { valid_until } });
      must(
        Date.parse(String(association.valid_until)) < Date.parse(valid_until),
        'The credential outlives the assertion that it rests on.',
      );
      must(association.usage_bound !== undefined, 'There is no bound of the agent’s own.');
    },
  ),
];
