import { EKU } from '../../forge/certificate.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { mustBeCertified, openMessage } from '../../live/read.ts';
import type { Notes } from '../../run/case.ts';
import { id, MINUTE, type Spoilt } from '../account/bank.ts';
import type { Desk } from './desk.ts';
import { type IssuerCase, must, mustRefuse, mustSucceed, negative, positive } from './steps.ts';

const freshKey = (desk: Desk): Signer => desk.cast.bare(id('device'));

/** @throws SubjectFault when a good enrolment is refused */
async function enrol(desk: Desk, code: string, key: Signer, notes: Notes): Promise<JsonObject> {
  const answer = await desk.askEnrolment(code, key, {}, notes);
  mustSucceed(answer, 201);
  must(isObject(answer.body), 'The enrolment is no object.');
  return answer.body;
}

const freshCode = (desk: Desk, notes: Notes) => desk.control.loginCode(desk.settings.delegator, notes);

/** An enrolment with one thing changed: refused, and neither key nor code were used up: both are good afterwards. */
function badEnrolment(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (desk: Desk, key: Signer) => Spoilt,
): IssuerCase {
  return negative(requirement, `enrolment-${slug}`, title, async (desk, notes) => {
    await enrol(desk, await freshCode(desk, notes), freshKey(desk), notes);
    const [key, login] = [freshKey(desk), await freshCode(desk, notes)];
    mustRefuse(await desk.askEnrolment(login, key, spoil(desk, key), notes), code);
    await enrol(desk, login, key, notes);
  });
}

/** Whoever looks before it takes is found out by those who look in between: by enough of them, and not each time. */
const [RACES, AT_ONCE] = [20, 16] as const;

export const deviceCases: readonly IssuerCase[] = [
  positive(
    'OA-KEY-06',
    'enrols',
    'A key with a login code becomes a device, by a statement signed with the key for mandates.',
    async (desk, notes) => {
      const key = freshKey(desk);
      const { enrolment, device_id } = await enrol(desk, await freshCode(desk, notes), key, notes);
      const opened = openMessage(enrolment, 'act-enrolment+jwt', 'enrolment.json');
      mustBeCertified(opened, desk.around.certified(EKU.mandate));
      const { sub, cnf, device_id: stated } = opened.claims;
      must(sub === desk.settings.delegator, 'The statement is about another person.');
      must(stated === device_id, 'The statement is about another device.');
      const { x } = (cnf as JsonObject).jwk as JsonObject;
      must(x === key.key.publicJwk.x, 'The statement is about another key.');
    },
  ),
  negative(
    'OA-KEY-02',
    'enrolment-wrong-code',
    'A login code that nobody was given.',
    async (desk, notes) => {
      const key = freshKey(desk);
      const login = await freshCode(desk, notes);
      mustRefuse(await desk.askEnrolment('no-such-code', key, {}, notes), 'enrolment_refused');
      await enrol(desk, login, key, notes);
    },
  ),
  negative('OA-KEY-02', 'enrolment-code-twice', 'A login code that was used before.', async (desk, notes) => {
    const login = await freshCode(desk, notes);
    await enrol(desk, login, freshKey(desk), notes);
    mustRefuse(await desk.askEnrolment(login, freshKey(desk), {}, notes), 'enrolment_refused');
    await enrol(desk, await freshCode(desk, notes), freshKey(desk), notes);
  }),
  positive(
    'OA-KEY-02',
    'race-code-once',
    'One login code with many keys at once enrols one of them, time after time.',
    async (desk, notes) => {
      for (let round = 0; round < RACES; round += 1) {
        const login = await freshCode(desk, notes);
        const keys = Array.from({ length: AT_ONCE }, () => freshKey(desk));
        const answers = await Promise.all(keys.map((key) => desk.askEnrolment(login, key, {}, notes)));
        const enrolled = answers.filter(({ status }) => status === 201);
        must(enrolled.length === 1, `${enrolled.length} devices were enrolled with one code.`);
      }
    },
  ),
  badEnrolment(
    'OA-KEY-03',
    'possession_proof_invalid',
    'proved-by-another',
    'A proof that the new key did not sign.',
    (desk, key) => ({ signer: { ...key, key: desk.cast.stranger.key } }),
  ),
  badEnrolment(
    'OA-CMD-05',
    'command_audience_mismatch',
    'for-another-issuer',
    'A proof made out to another issuer.',
    () => ({ claims: { aud: 'did:act:other.example/iac' } }),
  ),
  badEnrolment('OA-CMD-04', 'command_target_mismatch', 'for-another-key', 'A proof for another key.', () => ({
    claims: { target: 'A'.repeat(43) },
  })),
  badEnrolment(
    'OA-CMD-03',
    'command_time_out_of_window',
    'too-old',
    'A proof of two minutes ago.',
    (desk) => ({ claims: { iat: desk.now() - 2 * MINUTE } }),
  ),
];
