import type { Obligation, PinnedKeys } from '../../verifier/index.ts';
import type { CheckView, RefusalView } from './checks.ts';
import type { MessageView } from './message.ts';

/** Everything `inspect` has to say; `--json` prints it as it is. */
export interface Report {
  readonly input: 'token' | 'bundle' | 'json';
  /** What a JSON text is; a token says it in its message. */
  readonly title?: string;
  /** The JSON text itself, without private keys; a bundle is shown by its messages. */
  readonly body?: unknown;
  readonly states?: RefusalView;
  readonly messages: readonly MessageView[];
  /** Of the whole input; the checks of one message stand with it. */
  readonly checks: readonly CheckView[];
  readonly obligations: readonly Obligation[];
  readonly needs: readonly string[];
  /** accepted: judged from end to end. decoded: nothing that could be checked speaks against it, and no more. */
  readonly verdict: 'accepted' | 'decoded' | 'refused';
  /** Unix seconds: the moment for which it was judged. */
  readonly now: number;
}

/** What the reader brings of its own. `now` in Unix seconds. */
export interface Reader {
  readonly now: number;
  readonly trustListKey: PinnedKeys | undefined;
}
