/** The words of the runner: what a case is, how it ends, and what a role has to bring. */

export const ROLES = ['verifier', 'merchant', 'issuer', 'psp', 'agent', 'trust', 'credit'] as const;
export type Role = (typeof ROLES)[number];

/** fail: a MUST is not kept. warn: a SHOULD is not. skip: the profile has it not. error: the suite itself broke. */
export type Verdict = 'pass' | 'fail' | 'warn' | 'skip' | 'error';

/** Something that was said to the subject and what it said back; a report shows it as it is. */
export interface Exchange {
  readonly what: string;
  readonly sent: unknown;
  readonly received: unknown;
  readonly expected?: unknown;
}

/** Where a case leaves what it saw. */
export interface Notes {
  exchange(exchange: Exchange): void;
}

/** One question with one answer. `S` is how the subject is spoken to. */
export interface Case<S> {
  /** Permanent: role/REQUIREMENT-ID/slug. */
  readonly id: string;
  readonly requirement: string;
  readonly title: string;
  readonly kind: 'positive' | 'negative';
  /** Optional features that a profile may lack; without one of them the case is skipped. */
  readonly needs: readonly string[];
  /** @throws SubjectFault when the subject does otherwise than the requirement says */
  run(subject: S, notes: Notes): Promise<void>;
}

/** The subject does what it must not, or does not what it must. Anything else that is thrown is a fault of the suite. */
export class SubjectFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SubjectFault';
  }
}

/** Says besides when it was that the subject was at fault. @throws SubjectFault, or whatever else was thrown */
export function rethrow(error: unknown, when: string): never {
  throw error instanceof SubjectFault ? new SubjectFault(`${when}: ${error.message}`) : error;
}

/** It was reached, and ended the connection before there was a whole answer, or with bytes that are none. */
export class Unanswered extends SubjectFault {}

/** The subject does not offer what it takes to ask: the case is reported as not run, never as passed. */
export class NotRun extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotRun';
  }
}

/** Nobody answers: the run cannot begin, or go on. */
export class Unreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreachable';
  }
}

/** The command line or a file that it names cannot be used; one line for the console. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** An opened subject, and how to let go of it. */
export interface Opened<S> {
  readonly subject: S;
  close(): Promise<void>;
}

/** Everything the runner needs of one role. */
export interface Suite<S> {
  readonly role: Role;
  /** Features that may be absent, by the name of the profile that has only these. */
  readonly profiles: Readonly<Record<string, readonly string[]>>;
  cases(): readonly Case<S>[];
  /** What a deployment has to be set up with before the suite can run, where that is more than nothing. */
  setUp?(settings: Settings): Readonly<Record<string, unknown>>;
  /** How many cases may run at once, each with a subject opened for itself. Left out: one. @throws UsageError */
  lanes?(settings: Settings): number;
  /** @throws Unreachable, UsageError */
  open(settings: Settings): Promise<Opened<S>>;
}

/** The part of a subject file that is the role's own. */
export interface Settings {
  /** Folder of the file: commands run there, and paths are read from there. */
  readonly folder: string;
  readonly name: string;
  readonly own: Readonly<Record<string, unknown>>;
  /** Milliseconds that the subject may take for one answer, and for what it does beside its answers. */
  readonly patience: number;
}

/** Which requirement a case is about, out of its id. */
export function caseId(role: Role, requirement: string, slug: string): string {
  return `${role}/${requirement}/${slug}`;
}

/** The cases whose ids begin with one of these; all, where there are none. */
export function casesOf<S>(suite: Suite<S>, prefixes: readonly string[]): readonly Case<S>[] {
  const all = suite.cases();
  return prefixes.length === 0
    ? all
    : all.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
}
