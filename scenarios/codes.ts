import { codes } from '../src/protocol/errors/index.ts';
import type { Scenario, Step } from './format.ts';

/** Every code that a scenario expects; that it comes is shown when the scenario is played. */
export function reachedCodes(scenarios: readonly Scenario[]): Set<string> {
  const reached = scenarios.flatMap(({ setup = [], twin, steps }) =>
    [...setup, ...twin, ...steps].flatMap(codesOf),
  );
  return new Set(reached.filter((name) => Object.hasOwn(codes, name)));
}

function codesOf(step: Step): string[] {
  const { refused, outcomes = {}, answer = {} } = step.expect ?? {};
  const inner = [...(step.twin ?? []), ...(step.before ?? []), ...(step.after ?? [])].flatMap(codesOf);
  // What a finding rests on is a code that came back, though nothing was refused.
  const { reason } = answer;
  return [
    ...(refused === undefined ? [] : [refused]),
    ...(typeof reason === 'string' ? [reason] : []),
    ...Object.keys(outcomes),
    ...inner,
  ];
}
