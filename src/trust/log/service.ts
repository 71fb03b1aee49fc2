import type { Signer } from '../../protocol/jws/index.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import type { Random } from '../../protocol/ports.ts';
import type { Store } from '../../store/index.ts';
import type { PinnedKeys } from '../../verifier/index.ts';
import type { DisputeHandler } from '../disputes/signed-finding.ts';

/** What the log of anchors needs besides. */
export interface AnchorService {
  /** With `logMigrations`, `disputeMigrations` and `heartbeatMigration`. */
  readonly store: Store;
  /** The key that signs checkpoints; its name is the origin of the log. */
  readonly key: NoteKey;
  readonly signer: Signer;
  /** What the trust list is signed with: submitters are judged by it. */
  readonly pinnedKeys: PinnedKeys;
  readonly random: Random;
  /** Whoever decides disputes, and signs findings. */
  readonly handler?: DisputeHandler;
}
