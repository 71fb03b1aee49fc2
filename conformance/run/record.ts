import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { shipped } from '../root.ts';
import type { Exchange, Role, Verdict } from './case.ts';

/** First line of a record. Digests are SHA-256, hexadecimal. */
export interface Header {
  readonly type: 'header';
  readonly format: 'openact-conformance/1';
  readonly suite: string;
  readonly act: '2.1';
  readonly node: string;
  readonly role: Role;
  readonly subject: string;
  readonly subject_version?: string;
  readonly profile: string;
  readonly selection: readonly string[];
  readonly strict: boolean;
  readonly cases: number;
  readonly started_at: string;
  readonly digests: Readonly<Record<string, string>>;
}

/** One line for each case. */
export interface Entry {
  readonly type: 'case';
  readonly id: string;
  readonly title: string;
  readonly kind: 'positive' | 'negative';
  readonly requirement: string;
  readonly component: string;
  readonly origin: 'act-2.1' | 'profile';
  readonly strength: string;
  readonly clause: string;
  readonly verdict: Verdict;
  readonly message?: string;
  /** Reason of the baseline, where it expects the failure. */
  readonly expected_failure?: string;
  readonly milliseconds: number;
  readonly exchanges: readonly Exchange[];
}

export type Counts = Readonly<Record<Verdict, number>>;

/** Last line: a record without it is no result. */
export interface Footer {
  readonly type: 'footer';
  readonly ended_at: string;
  readonly counts: Counts;
  readonly stale_baseline: readonly string[];
  readonly exit: number;
  /** SHA-256 over all lines before this one, each with its line feed. */
  readonly digest: string;
}

export interface Result {
  readonly header: Header;
  readonly entries: readonly Entry[];
  readonly footer: Footer;
}

/** SHA-256 over names and contents of the files of a folder, in order. */
function digestOfFolder(...path: readonly string[]): string {
  const folder = shipped(...path);
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  for (const name of names.sort()) hash.update(`${name}\n`).update(readFileSync(`${folder}/${name}`));
  return hash.digest('hex');
}

/** Digests of everything that decides a verdict, so that two reports can be compared. */
export function suiteDigests(): Record<string, string> {
  return {
    requirements: createHash('sha256')
      .update(readFileSync(shipped('spec', 'requirements.yaml')))
      .digest('hex'),
    schemas: digestOfFolder('schemas'),
    vectors: digestOfFolder('conformance', 'vectors'),
  };
}

export function suiteVersion(): string {
  return (JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { readonly version: string }).version;
}

/** Writes lines one after the other, and keeps the digest that the footer has. */
export class Recorder {
  private readonly hash = createHash('sha256');
  private readonly append: (line: string) => void;

  constructor(append: (line: string) => void) {
    this.append = append;
  }

  write(value: Header | Entry): void {
    const line = `${JSON.stringify(value)}\n`;
    this.hash.update(line);
    this.append(line);
  }

  end(footer: Omit<Footer, 'type' | 'digest'>): void {
    const digest = this.hash.digest('hex');
    this.append(`${JSON.stringify({ type: 'footer', ...footer, digest } satisfies Footer)}\n`);
  }
}

/** Reads a record back. @throws Error when it has no footer, or was changed */
export function readRecord(text: string): Result {
  const lines = text.split('\n').slice(0, -1);
  const parsed = lines.map((line) => JSON.parse(line) as Header | Entry | Footer);
  const [header] = parsed;
  const footer = parsed.at(-1);
  if (header?.type !== 'header' || footer?.type !== 'footer')
    throw new Error('The record has no footer: it is no result.');
  const digest = createHash('sha256')
    .update(`${lines.slice(0, -1).join('\n')}\n`)
    .digest('hex');
  if (digest !== footer.digest) throw new Error('The record is not as it was written.');
  return { header, footer, entries: parsed.slice(1, -1) as Entry[] };
}
