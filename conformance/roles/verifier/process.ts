import { type Settings, UsageError } from '../../run/case.ts';
import { LineProcess } from '../../run/line-process.ts';

/** What a verifier says. `errored` is no refusal: it did not come to a judgement. */
export type Answer =
  | {
      readonly verdict: 'accepted';
      readonly obligations: readonly string[];
      readonly values?: Record<string, unknown>;
    }
  | { readonly verdict: 'refused'; readonly code: string; readonly requirement?: string }
  | { readonly verdict: 'errored'; readonly message: string };

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const errored = (message: string): Answer => ({ verdict: 'errored', message });

/** Reads one line of the subject strictly: what is not an answer is an error, never a refusal. */
function readAnswer(line: string, id: string): Answer {
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
  private readonly process: LineProcess;

  constructor({ own, folder, patience }: Settings) {
    const { command } = own;
    const unknown = Object.keys(own).find((member) => member !== 'command');
    if (unknown !== undefined) throw new UsageError(`verifier.${unknown} is not a member of a subject file.`);
    if (!Array.isArray(command) || !command.every(isText) || command[0] === undefined)
      throw new UsageError('verifier.command is not a list of a program and its arguments.');
    const program = command as [string, ...string[]];
    this.process = new LineProcess({ called: 'The verifier', command: program, folder, patience });
  }

  /** @throws Unreachable when the process cannot be started, or has been begun too often */
  async ask(question: Readonly<Record<string, unknown>>): Promise<Answer> {
    const said = await this.process.ask(question);
    return 'lost' in said ? errored(said.lost) : readAnswer(said.line, said.id);
  }

  close(): void {
    this.process.close();
  }
}
