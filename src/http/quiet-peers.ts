import type { Clock } from '../protocol/ports.ts';

/** Peers that gave no answer when they were last called, and are left alone for a while that grows. Kept in memory. */
export interface QuietPeers {
  isLeftAlone(peer: string): boolean;
  /** That a peer was called. @param wasThere whether it answered at all; a refusal is an answer */
  note(peer: string, wasThere: boolean): void;
}

interface Quiet {
  readonly waitSeconds: number;
  readonly until: number;
}

/** @param waits the first and the longest while, in seconds */
export function createQuietPeers(
  clock: Clock,
  { firstSeconds, longestSeconds }: { readonly firstSeconds: number; readonly longestSeconds: number },
): QuietPeers {
  const quiet = new Map<string, Quiet>();
  return {
    isLeftAlone(peer) {
      const left = (quiet.get(peer)?.until ?? 0) - clock();
      // What is further off than any wait was noted by a clock that was ahead.
      return left > 0 && left <= longestSeconds;
    },
    note(peer, wasThere) {
      if (wasThere) {
        quiet.delete(peer);
        return;
      }
      const before = quiet.get(peer);
      const waitSeconds = Math.min(
        longestSeconds,
        before === undefined ? firstSeconds : 2 * before.waitSeconds,
      );
      quiet.set(peer, { waitSeconds, until: clock() + waitSeconds });
    },
  };
}
