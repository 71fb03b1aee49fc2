export type { SenderDeps } from './deps.ts';
export {
  type CommandAction,
  type ExpectedCommand,
  type ProvenAgent,
  verifyAgentCommand,
  verifyPossession,
} from './possession.ts';
export { COMMAND_ROLES, type SenderAction, type SenderRole } from './roles.ts';
export { identifySender, type Parties, type Sender } from './sender.ts';
