import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { type Settings, Unreachable, UsageError } from '../../run/case.ts';
import { linesOf } from '../../run/lines.ts';

/** What a verifier says. `errored` is no refusal: it did not come to a judgement. */
export type Answer =
  | {
      readonly verdict: 'accepted';
      readonly obligations: readonly string[];
      readonly values?: Record<string, unknown>;
    }
  | { readonly verdict: 'refused'; readonly code: string; readonly requirement?: string }
  | { readonly verdict: 'errored'; readonly message: string };

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A process that died or fell silent is begun again, so that one bad case spoils no other; but not for ever. */
const STARTS = 4;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const errored = (message: string): Answer => ({ verdict: 'errored', message });

/** Reads one line of the subject strictly: what is not an answer is an error, never a refusal. */
export function readAnswer(line: string, id: string): Answer {
  let parsed: { readonly id?: unknown; readonly result?: Record<string, unknown> };
  try {
    parsed = JSON.parse(line);
  } catch {
    return errored(`Not a line of JSON: ${line.slice(0, 200)}`);
  }
  if (parsed?.id !== id) return errored(`An answer to ${JSON.stringify(parsed?.id)}, where ${id} was asked.`);
  const { verdict, code, requirement, obligations = [], values, message } = parsed.result ?? {};
  if (verdict === 'refused' && isText(code))
    return { verdict, code, ...(isText(requirement) ? { requirement } : {}) };
  if (verdict === 'accepted' && Array.isArray(obligations) && obligations.every(isText))
    return {
      verdict,
      obligations,
      ...(values === undefined ? {} : { values: values as Record<string, unknown> }),
    };
  if (verdict === 'errored') return errored(isText(message) ? message : 'The subject errored.');
  return errored(`Not an answer: ${line.slice(0, 200)}`);
}

/** A verifier as a command: one question a line on its standard input, one answer a line on its standard output. */
export class VerifierProcess {
  private readonly command: readonly [string, ...string[]];
  private readonly settings: Settings;
  private child: Child | undefined;
  private waiting: { readonly id: string; readonly done: (answer: Answer) => void } | undefined;
  private starts = 0;
  private asked = 0;

  constructor(settings: Settings) {
    const { command } = settings.own;
    const unknown = Object.keys(settings.own).find((member) => member !== 'command');
    if (unknown !== undefined) throw new UsageError(`verifier.${unknown} is not a member of a subject file.`);
    if (!Array.isArray(command) || !command.every(isText) || command[0] === undefined)
      throw new UsageError('verifier.command is not a list of a program and its arguments.');
    this.command = command as [string, ...string[]];
    this.settings = settings;
  }

  /** @throws Unreachable when the process cannot be started, or has been begun too often */
  async ask(question: Readonly<Record<string, unknown>>): Promise<Answer> {
    const child = this.child ?? this.begin();
    const id = String(++this.asked);
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const timer = setTimeout(
      () => this.lose(`No answer within ${this.settings.patience} ms.`),
      this.settings.patience,
    );
    this.waiting = { id, done: resolve };
    child.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.waiting = undefined;
    }
  }

  close(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private begin(): Child {
    if (this.starts === STARTS) throw new Unreachable('The verifier has ended or fallen silent too often.');
    this.starts += 1;
    const [program, ...args] = this.command;
    const child = spawn(program, args, { cwd: this.settings.folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.lose(`${program} cannot be started: ${error.message}`, child));
    child.on('close', (code, signal) => this.lose(`The verifier ended with ${signal ?? code}.`, child));
    void this.listen(child);
    return child;
  }

  private async listen(child: Child): Promise<void> {
    for await (const line of linesOf(child.stdout)) {
      if (this.waiting !== undefined && this.child === child)
        this.waiting.done(readAnswer(line, this.waiting.id));
    }
  }

  /** The question that is open ends as an error, and the next one finds a new process. */
  private lose(message: string, whose: Child | undefined = this.child): void {
    if (whose !== this.child) return;
    this.close();
    this.waiting?.done(errored(message));
  }
}
