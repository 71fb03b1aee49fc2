/** What a command is given by `main.ts`; commands read neither the environment nor the arguments by themselves. */
export interface CliIo {
  write(text: string): void;
  writeError(text: string): void;
  /** The standard input, opened when it is asked for. */
  input(): AsyncIterable<Uint8Array>;
  /** Whether the output may carry colour. */
  readonly colour: boolean;
  /** Unix seconds. */
  now(): number;
}

/**
 * 0: accepted, decoded, as expected. 1: refused. 2: the command line or its input cannot be used. 3: what was to be
 * judged cannot be reached.
 */
export const EXIT = { ok: 0, refused: 1, unusable: 2, unreachable: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line or its input cannot be used; the message is one line for the console. */
export class UnusableInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableInput';
  }
}

/** One subcommand: the arguments after its name, and the console. */
export type Command = (args: readonly string[], io: CliIo) => Promise<ExitCode>;
