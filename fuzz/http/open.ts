/** Routes that answer anybody, so that another question has another good answer; nothing may move all the same. */
const OPEN: readonly (readonly [route: RegExp, why: string])[] = [
  [/^trust GET \/trust-list$/, 'the list is for everybody'],
  [/^(rail|voyage|market|archive) GET \//, 'what is offered is for everybody'],
  [/^agent GET \//, 'the user may look at everything'],
  [/^bank GET \/status-lists\//, 'statuses are for everybody'],
  [/^(rail|voyage) POST \/intents$/, 'a question about goods; who asks need not sign'],
];

export function isOpen(route: string): boolean {
  return OPEN.some(([pattern]) => pattern.test(route));
}

/**
 * What the user's own agent may change for whoever speaks to it on loopback: its own notes, and the ids of the commands
 * that it sends in the user's name. Money and orders are not among it.
 */
export function isOwn(role: string, table: string): boolean {
  return role === 'agent' && /^(agent\.|\w+\.commands:)/.test(table);
}

/** The user says what is wanted, and says something else another time: values in what the agent is told are free. */
export const isUsersWord = (role: string): boolean => role === 'agent';
