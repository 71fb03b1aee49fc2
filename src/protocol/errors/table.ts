/** What a caller may do after a refusal. `query_first`: the outcome is unknown, ask before anything else. */
export type Retryability = 'never' | 'after_correction' | 'new_request' | 'later' | 'query_first';

/** One row of the table of codes. `title` is public text: it never carries data of the request. */
export interface CodeEntry {
  readonly status: number;
  readonly title: string;
  /** The requirement that is broken when this code comes back and no check names a narrower one. */
  readonly requirement: string;
  readonly retryability: Retryability;
  readonly next: readonly string[];
}

export type CodeTable = Readonly<Record<string, CodeEntry>>;

/** Writes a row in one line; `next` names the actions that are open to the caller. */
export function row(
  status: number,
  requirement: string,
  retryability: Retryability,
  title: string,
  ...next: string[]
): CodeEntry {
  return { status, title, requirement, retryability, next };
}
