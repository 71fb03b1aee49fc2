import { readAddress } from './read-address.ts';
import { readAmounts } from './read-amounts.ts';
import { readFailure } from './read-failure.ts';
import { readGoods } from './read-goods.ts';
import { readTimes } from './read-times.ts';
import type { IntentReader } from './reader.ts';

/**
 * The reference reader: fixed rules for English and Chinese, no model, no network. It misses what its rules do not
 * know, and then the user is asked. Only what the user said is read.
 */
export const ruleReader: IntentReader = {
  async read(utterances, context) {
    return utterances
      .filter(({ role }) => role === 'user')
      .flatMap(({ content }) => {
        const address = readAddress(content.normalize('NFKC'));
        const failure = readFailure(address.rest);
        const { rest } = failure;
        return [
          ...address.findings,
          ...failure.findings,
          ...readAmounts(rest, context.currency),
          ...readGoods(rest, context),
          ...readTimes(rest, context),
        ];
      });
  },
};
