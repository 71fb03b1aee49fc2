import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Unreachable } from './case.ts';
import { linesOf } from './lines.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** What came back of one question: a line, or the reason why there is none. */
export type Said = { readonly id: string; readonly line: string } | { readonly lost: string };

/** A process that died or fell silent is begun again, so that one bad case spoils no other; but not for ever. */
const STARTS_WITHOUT_ANSWER = 4;

/** JSON may hold characters that readers of lines in some languages take for the end of one, Node's among them. */
const inOneLine = (question: object): string =>
  JSON.stringify(question).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export interface LineProgram {
  /** What it is, for messages: "The verifier". */
  readonly called: string;
  readonly command: readonly [string, ...string[]];
  /** Where it runs. */
  readonly folder: string;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
}

/**
 * A program that reads one question a line on its standard input and writes one answer a line on its standard output.
 * One question is open at a time. Whoever does not answer in time is ended: what it would say later answers nothing.
 */
export class LineProcess {
  private readonly program: LineProgram;
  private child: Child | undefined;
  private waiting: { readonly id: string; readonly done: (said: Said) => void } | undefined;
  private starts = 0;
  private asked = 0;

  constructor(program: LineProgram) {
    this.program = program;
  }

  /** @throws Unreachable when the program has been begun too often without one answer */
  async ask(question: Readonly<Record<string, unknown>>): Promise<Said> {
    const { patience } = this.program;
    const child = this.child ?? this.begin();
    const id = String(++this.asked);
    const { promise, resolve } = Promise.withResolvers<Said>();
    const timer = setTimeout(() => this.lose(`No answer within ${patience} ms.`), patience);
    this.waiting = { id, done: resolve };
    child.stdin.write(`${inOneLine({ id, ...question })}\n`);
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
    const { called, command, folder } = this.program;
    if (this.starts === STARTS_WITHOUT_ANSWER)
      throw new Unreachable(`${called} has ended or fallen silent too often.`);
    this.starts += 1;
    const [program, ...args] = command;
    const child = spawn(program, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.lose(`${program} cannot be started: ${error.message}`, child));
    child.on('close', (code, signal) => this.lose(`${called} ended with ${signal ?? code}.`, child));
    void this.listen(child);
    return child;
  }

  private async listen(child: Child): Promise<void> {
    for await (const line of linesOf(child.stdout)) {
      if (this.waiting === undefined || this.child !== child) continue;
      this.starts = 0;
      this.waiting.done({ id: this.waiting.id, line });
    }
  }

  /** The question that is open ends without an answer, and the next one finds a new process. */
  private lose(lost: string, whose: Child | undefined = this.child): void {
    if (whose !== this.child) return;
    this.close();
    this.waiting?.done({ lost });
  }
}
