import type { CommandAction } from './possession.ts';

export type SenderRole = 'agent' | 'device';

/**
 * Which role may give which command on the account side (OA-CMD-01). Within its role a sender may only speak for its
 * own: a device for its delegator, an agent for the mandates and tools that were given to its key.
 * Suspending and resuming belong to the delegator (and to risk control, which has no HTTP call); an agent can only
 * give a mandate up for good (ADD-IAC-LCM, state transitions).
 */
export const COMMAND_ROLES = {
  'confirmation.list': ['device'],
  'confirmation.code': ['device', 'agent'],
  'mandate.read': ['agent', 'device'],
  'mandate.suspend': ['device'],
  'mandate.resume': ['device'],
  'mandate.revoke': ['agent', 'device'],
  'mandate.delegate': ['agent'],
  'tool.read': ['agent', 'device'],
  'tool.revoke': ['device'],
  'sub_account.read': ['agent', 'device'],
  'sub_account.fund': ['device'],
  'sub_account.freeze': ['device'],
  'sub_account.unfreeze': ['device'],
  'sub_account.close': ['device'],
} as const satisfies Partial<Record<CommandAction, readonly SenderRole[]>>;

export type SenderAction = keyof typeof COMMAND_ROLES;
