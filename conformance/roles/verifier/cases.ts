import {
  allVectors,
  NO_SM3,
  type Placed,
  questionOf,
  takesSm3,
  type Vector,
  type VectorGroup,
} from '../../files.ts';
import { type Case, caseId, type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import type { Answer, VerifierProcess } from './process.ts';

/** The order of obligations is that of our checks; for others only which they are counts. */
function sorted(obligations: readonly string[] = []): string {
  return JSON.stringify([...obligations].sort());
}

/** What of an answer differs from what the vector says; undefined when nothing does. */
function differenceOf({ expected, requirement }: Vector, answer: Answer): string | undefined {
  if (answer.verdict === 'errored') return `The verifier came to no judgement: ${answer.message}`;
  if (expected.verdict === 'refused') {
    if (answer.verdict === 'accepted') return `Accepted, where ${expected.code} was due.`;
    if (answer.code !== expected.code) return `Refused as ${answer.code}, where ${expected.code} was due.`;
    if (answer.requirement !== undefined && answer.requirement !== requirement)
      return `Refused for ${answer.requirement}, where it was for ${requirement}.`;
    return undefined;
  }
  if (answer.verdict === 'refused') return `Refused as ${answer.code}, where it had to be accepted.`;
  if (sorted(answer.obligations) !== sorted(expected.obligations))
    return `Leaves to its caller ${sorted(answer.obligations)}, where it is ${sorted(expected.obligations)}.`;
  for (const [name, value] of Object.entries(expected.values ?? {})) {
    if (JSON.stringify(answer.values?.[name]) !== JSON.stringify(value))
      return `${name} is ${JSON.stringify(answer.values?.[name])}, where it is ${JSON.stringify(value)}.`;
  }
  return undefined;
}

/** The good vectors that a process has just judged well: a control need not be asked twice in a row. */
const controlled = new WeakMap<VerifierProcess, VectorGroup>();

async function control(
  subject: VerifierProcess,
  group: VectorGroup,
  good: Vector,
  notes: Notes,
  when: string,
): Promise<void> {
  const question = questionOf(group, good);
  const answer = await subject.ask({ ...question });
  const difference = differenceOf(good, answer);
  if (difference === undefined) return;
  notes.exchange({
    what: `the good message, ${when}`,
    sent: question,
    received: answer,
    expected: good.expected,
  });
  throw new SubjectFault(`The good message, ${when}: ${difference}`);
}

/** The good message is accepted, the one with the defect is not, and the good one is again. */
async function judge(subject: VerifierProcess, { group, vector }: Placed, notes: Notes): Promise<void> {
  const [good = vector] = group.vectors;
  const isControl = vector === good;
  if (!isControl && controlled.get(subject) !== group) await control(subject, group, good, notes, 'before');
  controlled.delete(subject);
  const question = questionOf(group, vector);
  const answer = await subject.ask({ ...question });
  notes.exchange({ what: vector.comment, sent: question, received: answer, expected: vector.expected });
  if (takesSm3(vector) && answer.verdict === 'refused' && answer.code === NO_SM3)
    throw new NotRun('The verifier says that it has no SM3.');
  const difference = differenceOf(vector, answer);
  if (difference !== undefined) throw new SubjectFault(difference);
  if (!isControl) await control(subject, group, good, notes, 'afterwards');
  controlled.set(subject, group);
}

/** What a verifier needs to be able to for a group: its operation, and certificates where a trust list is read. */
function needsOf({ operation, context }: VectorGroup): string[] {
  const isCertified = 'trust_list' in context || 'trust_list_key' in context;
  return isCertified ? [operation, 'certificates'] : [operation];
}

/** Every vector as a case. */
export function verifierCases(): Case<VerifierProcess>[] {
  return allVectors().map((placed) => {
    const { vector, group } = placed;
    const [message = '', , slug = ''] = vector.id.split('/');
    return {
      id: caseId('verifier', vector.requirement, `${message}.${slug}`),
      requirement: vector.requirement,
      title: vector.comment,
      kind: vector.expected.verdict === 'refused' ? 'negative' : 'positive',
      needs: needsOf(group),
      run: (subject, notes) => judge(subject, placed, notes),
    };
  });
}
