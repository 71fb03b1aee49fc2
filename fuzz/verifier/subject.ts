import type { Answer, VerifierProcess } from '../../conformance/roles/verifier/process.ts';
import { verifierSuite } from '../../conformance/roles/verifier/suite.ts';
import { UsageError } from '../../conformance/run/case.ts';
import { readSubjectFile } from '../../conformance/run/subject-file.ts';
import { forget, judge, type Outcome } from '../../conformance/subject.ts';
import type { Result, Target } from '../target.ts';
import { conclusionOf, speaksFor } from './corpus.ts';
import { Mutants } from './mutants.ts';

const FORGET_EVERY = 500;

type Said = Outcome | Exclude<Answer, { readonly verdict: 'errored' }>;

const isTaken = (said: Said): boolean => said.verdict === 'accepted' && speaksFor(said);

function wordsOf(said: Said): string {
  if (said.verdict === 'refused') return `refused ${said.code}`;
  return isTaken(said) ? 'accepted' : `refused ${conclusionOf(said)}`;
}

/** What is left to the caller, in any order, and what was computed. */
function restOf(said: Said): string {
  const { obligations, values } = said.verdict === 'accepted' ? said : { obligations: [] };
  return JSON.stringify([[...(obligations ?? [])].sort(), values]);
}

/** How the two differ, where it is a finding, and what became of the mutant. */
function compared(theirs: Said, ours: Outcome): Pick<Result, 'answer' | 'finding'> {
  const [answer, due] = [wordsOf(theirs), wordsOf(ours)];
  if (isTaken(theirs) !== isTaken(ours)) return { answer, finding: `${answer}, the reference: ${due}` };
  if (!isTaken(ours)) return { answer: answer === due ? answer : `${answer} (the reference: ${due})` };
  const [rest, dueRest] = [restOf(theirs), restOf(ours)];
  return rest === dueRest
    ? { answer }
    : { answer, finding: `accepted with ${rest}, the reference: ${dueRest}` };
}

/**
 * Asks somebody's verifier and the reference the same spoilt questions. Neither may take what the other refuses; which of
 * several codes that are due comes back is counted alone.
 */
export class SubjectTarget implements Target {
  readonly name = 'subject';
  readonly share = 1;
  readonly flags: string;
  private readonly subject: VerifierProcess;
  private readonly spoilt: Mutants;
  private asked = 0;

  private constructor(subject: VerifierProcess, spoilt: Mutants, flags: string) {
    this.subject = subject;
    this.spoilt = spoilt;
    this.flags = flags;
  }

  /**
   * @param file as the suite takes it
   * @throws UsageError when it names no verifier, or no profile of one; Unreachable when that answers nothing
   */
  static async open(file: string): Promise<SubjectTarget> {
    const { role, profile, settings } = readSubjectFile(file);
    if (role !== 'verifier') throw new UsageError(`${file} is of a ${role}, and only verifiers are asked.`);
    const operations = profile === undefined ? undefined : verifierSuite.profiles[profile];
    if (profile !== undefined && operations === undefined)
      throw new UsageError(`There is no profile ${profile}.`);
    const { subject } = await verifierSuite.open(settings);
    return new SubjectTarget(subject, new Mutants(operations && new Set(operations)), `--subject ${file} `);
  }

  async *mutants(seed: number, from: number, count: number): AsyncGenerator<Result> {
    for (let index = from; index < from + count; index += 1) yield await this.run(seed, index);
  }

  async close(): Promise<void> {
    forget();
    this.subject.close();
  }

  private async run(seed: number, index: number): Promise<Result> {
    this.asked += 1;
    if (this.asked % FORGET_EVERY === 0) forget();
    const { question, target, kind, place } = this.spoilt.of(seed, index);
    const theirs = await this.subject.ask({ ...question });
    if (theirs.verdict === 'errored')
      return { target, kind, answer: 'errored', finding: `${place}: ${theirs.message}` };
    const { answer, finding } = compared(theirs, await judge(question));
    return { target, kind, answer, ...(finding === undefined ? {} : { finding: `${place}: ${finding}` }) };
  }
}
