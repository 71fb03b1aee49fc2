import { setTimeout as sleep } from 'node:timers/promises';
import { runAgentCli } from '../agent/index.ts';
import { createHttpClient } from '../http/index.ts';
import { type Command, EXIT, UnusableInput } from './io.ts';
import { isLoopback } from './loopback.ts';
import { AGENT_USAGE } from './usage.ts';

const ACTIONS: ReadonlySet<string> = new Set(['draft', 'buy', 'show', 'forget']);

/** `openact agent`: speaks to the user's running agent, which is on the same machine. */
export const agentCommand: Command = async (args, io) => {
  const [action] = args;
  if (args.includes('--help') || args.includes('-h')) {
    io.write(AGENT_USAGE);
    return EXIT.ok;
  }
  if (action === undefined || !ACTIONS.has(action))
    throw new UnusableInput('agent takes draft, buy, show or forget.');
  const http = createHttpClient(isLoopback);
  try {
    const status = await runAgentCli(args, {
      write: (line) => io.write(`${line}\n`),
      writeError: (line) => io.writeError(`openact agent: ${line}\n`),
      http,
      sleep: async (milliseconds) => sleep(milliseconds),
    });
    return status === EXIT.ok ? EXIT.ok : status === EXIT.unusable ? EXIT.unusable : EXIT.refused;
  } finally {
    await http.close();
  }
};
