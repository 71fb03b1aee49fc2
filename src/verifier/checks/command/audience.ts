import type { Check } from '../../check.ts';
import type { CommandFacts } from '../../facts/command.ts';

/** OpenACT commands, OA-CMD-05: a command is made out to one server. */
export const check: Check<CommandFacts> = {
  requirement: 'OA-CMD-05',
  name: 'command audience',
  run({ claims, audience }) {
    if (claims.aud === audience) return undefined;
    return { code: 'command_audience_mismatch', evidence: { aud: claims.aud, audience } };
  },
};
