import type { CliIo, Command, ExitCode } from './io.ts';

/**
 * Where the suite stands: beside src here, beside this folder in the package. It is loaded by its address, because
 * nothing in src imports it: it judges this implementation like any other.
 */
const SUITE = import.meta.url.endsWith('.ts')
  ? '../../conformance/run/command.ts'
  : '../conformance/run/command.js';

interface SuiteModule {
  conformanceCommand(args: readonly string[], io: CliIo): Promise<ExitCode>;
}

/** `openact conformance`: runs the conformance suite against somebody's implementation. */
export const conformanceCommand: Command = async (args, io) => {
  const suite: SuiteModule = await import(new URL(SUITE, import.meta.url).href);
  return suite.conformanceCommand(args, io);
};
