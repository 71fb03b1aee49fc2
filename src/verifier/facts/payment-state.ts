import { assertMoment } from './moment.ts';
import {
  assertBoolean,
  assertCount,
  assertListOfTexts,
  assertMembers,
  assertMinorUnits,
  assertObject,
  assertTexts,
} from './own.ts';
import type { KnownState } from './payment.ts';

/**
 * What a store has answered, held to its shape before anything is compared with it: a tool that ends in milliseconds
 * never ends, a list that is one text has every part of it in it, and a limit under a misspelt name limits nothing. What
 * is left out stays an obligation. A word that is none of a state is not looked at here: every check takes it for a
 * refusal.
 */

const OF_STATE = [
  'replay',
  'status',
  'usage',
  'tool',
  'payeeOwner',
  'partners',
  'balanceMinor',
  'risk',
  'above',
] as const;
const OF_TOOL_TEXTS = ['state', 'agent_id', 'delegator', 'currency'] as const;
const OF_TOOL = [
  ...OF_TOOL_TEXTS,
  'maxAmountMinor',
  'validUntil',
  'merchants',
  'confirmEach',
  'subAccount',
] as const;

/** @throws TypeError, RangeError for a mistake of whoever calls */
export function assertKnownState(state: KnownState): void {
  assertMembers('state', state, OF_STATE);
  const { usage, tool, payeeOwner, partners, balanceMinor, above } = state;
  if (usage !== undefined) assertUsage('state.usage', usage);
  if (tool !== undefined && tool !== null) assertTool(tool);
  if (payeeOwner !== undefined && payeeOwner !== null) assertTexts('state', state, ['payeeOwner']);
  if (partners !== undefined) assertListOfTexts('state.partners', partners);
  if (balanceMinor !== undefined) assertMinorUnits('state.balanceMinor', balanceMinor);
  if (above !== undefined) assertAbove(above);
}

function assertUsage(what: string, usage: NonNullable<KnownState['usage']>): void {
  assertObject(what, usage);
  assertMinorUnits(`${what}.spentMinor`, usage.spentMinor);
  assertMinorUnits(`${what}.heldMinor`, usage.heldMinor);
  assertCount(`${what}.count`, usage.count);
}

function assertTool(tool: NonNullable<KnownState['tool']>): void {
  assertMembers('state.tool', tool, OF_TOOL);
  assertTexts('state.tool', tool, OF_TOOL_TEXTS);
  assertMinorUnits('state.tool.maxAmountMinor', tool.maxAmountMinor);
  assertMoment(tool.validUntil, 'state.tool.validUntil');
  const { merchants, confirmEach, subAccount } = tool;
  if (merchants !== undefined) assertListOfTexts('state.tool.merchants', merchants);
  if (confirmEach !== undefined) assertBoolean('state.tool.confirmEach', confirmEach);
  if (subAccount !== undefined) assertTexts('state.tool.subAccount', subAccount, ['state']);
}

function assertAbove(above: NonNullable<KnownState['above']>): void {
  if (!Array.isArray(above)) throw new TypeError('state.above has to be a list, in the order of the chain.');
  for (const [at, one] of above.entries()) {
    assertMembers(`state.above.${at}`, one, ['status', 'usage']);
    if (one.usage !== undefined) assertUsage(`state.above.${at}.usage`, one.usage);
  }
}
