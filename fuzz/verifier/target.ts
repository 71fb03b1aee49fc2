import { forget, judge, type Outcome } from '../../conformance/subject.ts';
import type { Result, Target } from '../target.ts';
import { conclusionOf, speaksFor } from './corpus.ts';
import { Mutants } from './mutants.ts';

const FORGET_EVERY = 500;

/** Asks the verifier spoilt questions. */
export class VerifierTarget implements Target {
  readonly name = 'verifier';
  readonly share: number;
  private readonly spoilt = new Mutants();
  private asked = 0;

  constructor(share: number) {
    this.share = share;
  }

  async *mutants(seed: number, from: number, count: number): AsyncGenerator<Result> {
    for (let index = from; index < from + count; index += 1) yield await this.run(seed, index);
  }

  async close(): Promise<void> {
    forget();
  }

  private async run(seed: number, index: number): Promise<Result> {
    this.asked += 1;
    // A trust list that was spoilt and opened nevertheless must not fill the memory.
    if (this.asked % FORGET_EVERY === 0) forget();
    const { question, target, kind, place, mustBeRefused } = this.spoilt.of(seed, index);
    let outcome: Outcome;
    try {
      outcome = await judge(question);
    } catch (error) {
      return { target, kind, answer: 'threw', finding: `${place}: threw ${String(error)}` };
    }
    const isConclusion = outcome.verdict === 'accepted' && !speaksFor(outcome);
    if (isConclusion) return { target, kind, answer: `refused ${conclusionOf(outcome)}` };
    const answer =
      outcome.verdict === 'refused' ? `refused ${outcome.code}` : mustBeRefused ? 'accepted' : 'may pass';
    if (outcome.verdict === 'accepted' && mustBeRefused)
      return { target, kind, answer, finding: `${place}: accepted` };
    return { target, kind, answer };
  }
}
