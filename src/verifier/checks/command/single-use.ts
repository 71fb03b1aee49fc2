import type { Check } from '../../check.ts';

/** OpenACT commands, OA-CMD-02: a command is carried out once. That needs memory: the caller's. */
export const check: Check<unknown> = {
  requirement: 'OA-CMD-02',
  name: 'command carried out once',
  run() {
    return {
      obligation: 'replay',
      requirement: 'OA-CMD-02',
      detail: 'Consume the identifier of the command, by sender, with what it does.',
    };
  },
};
