import { setTimeout as sleep } from 'node:timers/promises';
import { runAgentCli } from '../agent/index.ts';
import { createHttpClient } from '../http/index.ts';
import { printable } from './inspect/printable.ts';
import { type Command, EXIT, UnusableInput } from './io.ts';
import { AGENT_USAGE } from './usage.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** An agent serves its user on the same machine; what a user says to it is not sent anywhere else. */
function isLoopback(origin: string): boolean {
  return LOOPBACK.has(new URL(origin).hostname);
}

/** `openact agent`: speaks to the user's running agent. */
export const agentCommand: Command = async (args, io) => {
  const [action] = args;
  if (args.includes('--help') || args.includes('-h')) {
    io.write(AGENT_USAGE);
    return EXIT.ok;
  }
  if (action !== 'draft' && action !== 'buy') throw new UnusableInput('agent takes draft or buy.');
  const http = createHttpClient(isLoopback);
  try {
    const status = await runAgentCli(args, {
      // Names of sellers and goods come from outside.
      write: (text) => io.write(`${text.split('\n').map(printable).join('\n')}\n`),
      http,
      sleep: async (milliseconds) => sleep(milliseconds),
    });
    return status === EXIT.ok ? EXIT.ok : status === EXIT.unusable ? EXIT.unusable : EXIT.refused;
  } finally {
    await http.close();
  }
};
