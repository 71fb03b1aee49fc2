import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../live/http.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { type Bureau, MINUTE } from './bureau.ts';
import { type CreditCase, must, mustRefuse, mustSay, negative, unanswered } from './steps.ts';

const AT_ONCE = 16;
const MOST_AT_ONCE = 1;
const LOOK_MS = 200;

/** What was sent at once, and one of it that came too often, once it may come again. @throws SubjectFault */
async function tooOften<T>(
  sent: readonly T[],
  send: (one: T) => Promise<Answer>,
  meanwhile: () => Promise<unknown>,
): Promise<T> {
  const answers = await Promise.all(sent.map(send));
  const at = answers.findIndex(({ status }) => status >= 400);
  const [refused, one] = [answers[at], sent[at]];
  if (refused === undefined || one === undefined)
    throw new SubjectFault('Everything that came at once was served.');
  mustRefuse(refused, 'request_rate_exceeded', 429);
  const said = String(refused.headers.get('retry-after'));
  must(Number(said) >= 1 && Number(said) <= MINUTE, `Retry-After is ${said}.`);
  await meanwhile();
  await sleep(Number(said) * 1_000 + LOOK_MS);
  return one;
}

const limited = (bureau: Bureau, notes: Notes, work: () => Promise<void>): Promise<void> =>
  bureau.control.limited(MOST_AT_ONCE, notes, work, 'caller-limit');

export const limitCases: readonly CreditCase[] = [
  unanswered(
    'OA-OPS-02',
    'caller-limit',
    `${AT_ONCE} requests at once by a relying party that may send ${MOST_AT_ONCE}: what comes too often is told when to come again, and is new then; a subject is served meanwhile.`,
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const first = () => bureau.requestClaims(credentialId, 'CREDENTIAL');
      mustSay(await bureau.verify(first(), notes), 'VERIFIED');
      const sent = Array.from({ length: AT_ONCE }, first);
      await limited(bureau, notes, async () => {
        const again = await tooOften(
          sent,
          (claims) => bureau.askVerification(claims, notes),
          () => bureau.apply(notes),
        );
        mustSay(await bureau.verify(again, notes), 'VERIFIED');
      });
    },
  ),
  negative(
    'OA-OPS-02',
    'caller-limit-of-a-subject',
    `${AT_ONCE} applications at once by a subject that may send ${MOST_AT_ONCE}: what comes too often is told when to come again, and is new then.`,
    async (bureau, notes) => {
      await bureau.apply(notes);
      const sent = Array.from({ length: AT_ONCE }, () => bureau.application());
      const send = (body: (typeof sent)[number]) => bureau.post('/credit/applications', body, notes);
      await limited(bureau, notes, async () => {
        const again = await tooOften(sent, send, async () => {});
        bureau.draftIn(await send(again));
      });
    },
  ),
];
