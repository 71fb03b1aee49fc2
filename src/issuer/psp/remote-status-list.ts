import { expectText, type HttpClient } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { MandateClaims } from '../../protocol/generated/types.ts';
import { assertAccepted, type TrustList, verifyStatusList } from '../../verifier/index.ts';
import type { StatusAnswer } from './ports.ts';
import type { RemoteStatus } from './status-source.ts';

const UNAVAILABLE: StatusAnswer = { status: 'unavailable', usableBefore: 0 };

/**
 * Asks the signed status list of another issuer, anew for every payment. The address comes from the mandate, so it is
 * fetched only where the trust list states it for that issuer, or another list beside it (catalogue P17), and only when
 * that issuer has signed the mandate: invented ones make nobody fetch. No answer, and an answer that does not hold, are
 * `unavailable`.
 *
 * @see ADD-IAC-LCM-13, OA-STL-01, OA-NET-05
 */
export function createRemoteStatusList(client: HttpClient): RemoteStatus {
  return {
    async ask(mandate, { now, trustList, isGenuine }) {
      const { idx, uri } = mandate.status.status_list;
      if (!isListOf(uri, statusListAddress(mandate, trustList))) return UNAVAILABLE;
      if (!(await isGenuine())) return UNAVAILABLE;
      try {
        const compact = expectText(await client.get(uri));
        const list = await verifyStatusList(compact, { trustList, now, issuer: mandate.iss, uri });
        assertAccepted(list);
        if (!list.facts) return UNAVAILABLE;
        return { status: list.facts.statusAt(idx), usableBefore: list.facts.claims.exp };
      } catch (error) {
        if (error instanceof ActError) return UNAVAILABLE;
        throw error;
      }
    },
  };
}

function statusListAddress(mandate: MandateClaims, trustList: TrustList): string | undefined {
  return trustList.entry(mandate.iss, 'IAC_ISSUER')?.endpoints?.status_list_url;
}

const LIST_NAME = /^[A-Za-z0-9_-]{1,32}$/;

/** An issuer with many mandates has many lists, side by side: only the last part of the address differs. */
function isListOf(uri: string, stated: string | undefined): boolean {
  if (stated === undefined) return false;
  const folder = stated.slice(0, stated.lastIndexOf('/') + 1);
  return uri.startsWith(folder) && LIST_NAME.test(uri.slice(folder.length));
}
