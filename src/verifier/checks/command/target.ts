import type { Check } from '../../check.ts';
import type { CommandFacts } from '../../facts/command.ts';

/** OpenACT commands, OA-CMD-04: a command is for one action on one target. */
export const check: Check<CommandFacts> = {
  requirement: 'OA-CMD-04',
  name: 'command action and target',
  run({ claims, action, target }) {
    if (claims.action === action && claims.target === target) return undefined;
    return { code: 'command_target_mismatch', evidence: { action: claims.action } };
  },
};
