import { type Code, type CodeEntry, codeEntry, type Evidence } from '../../protocol/errors/index.ts';
import type { CheckLine, Judgement } from '../../verifier/index.ts';
import { type Clause, clauseOf } from './clauses.ts';

/** One line of a judgement with its explanation. */
export interface CheckView {
  readonly requirement: string;
  readonly name: string;
  readonly outcome: CheckLine['outcome'];
  readonly refusal?: RefusalView;
}

/** Why a check refused, in the words of the table of codes and of the specification. */
export interface RefusalView {
  readonly code: Code;
  readonly title: string;
  readonly retryability: CodeEntry['retryability'];
  readonly valid_next_actions: readonly string[];
  readonly evidence: Evidence;
  /** May be narrower than the requirement of the check: a rule of certificate paths, say. */
  readonly requirement: string;
  readonly clause?: Clause;
}

export function explain(code: Code, requirement: string, evidence: Evidence): RefusalView {
  const { title, retryability, next } = codeEntry(code);
  const clause = clauseOf(requirement);
  return {
    code,
    title,
    retryability,
    valid_next_actions: next,
    evidence,
    requirement,
    ...(clause === undefined ? {} : { clause }),
  };
}

/** The lines of a judgement, for people. */
export function checkViews({ lines, refusal }: Judgement): readonly CheckView[] {
  return lines.map(({ check: name, requirement, outcome }) => {
    if (outcome !== 'refused' || refusal === undefined) return { requirement, name, outcome };
    const { code, requirement: broken, evidence } = refusal;
    return { requirement, name, outcome, refusal: explain(code, broken, evidence) };
  });
}
