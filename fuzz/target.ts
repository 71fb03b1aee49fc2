/** What became of one mutant. */
export interface Result {
  /** What was asked, about which message. */
  readonly target: string;
  /** What was done to it. */
  readonly kind: string;
  /** `refused` with its code, `may pass` for what says the same or changes what is free, or what must not happen. */
  readonly answer: string;
  /** In words, where it is one. */
  readonly finding?: string;
}

/** Something that takes mutants. A seed and an index name a mutant, which is the same in every run. */
export interface Target {
  readonly name: string;
  /** What else the command says that makes one of its mutants again, with a space behind it. */
  readonly flags?: string;
  /** Of a budget, beside the shares of the others. */
  readonly share: number;
  mutants(seed: number, from: number, count: number): AsyncIterable<Result>;
  close(): Promise<void>;
}
