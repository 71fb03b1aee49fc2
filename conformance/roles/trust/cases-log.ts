import { isDeepStrictEqual } from 'node:util';
import { base64url } from '../../forge/bytes.ts';
import { consistencyOf } from '../../forge/log.ts';
import { must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { schemaObjection } from '../../live/schemas.ts';
import { caseId, type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import type { TrustCase, TrustService } from './cases.ts';
import { type Clerk, entryOf, mustCover } from './clerk.ts';

const AT_ONCE = 8;

export function clerkOf({ clerk }: TrustService): Clerk {
  if (clerk === undefined) throw new NotRun('The subject file declares no log and no secret of the suite.');
  return clerk;
}

export function logCase(
  kind: 'positive' | 'negative',
  requirement: string,
  slug: string,
  title: string,
  run: (clerk: Clerk, notes: Notes) => Promise<void>,
): TrustCase {
  return {
    ...{ id: caseId('trust', requirement, slug), requirement, title, kind, needs: ['log'] },
    run: (service, notes) => run(clerkOf(service), notes),
  };
}

/** What the problem details say of the place. */
function mustName(
  answer: { readonly body: { readonly evidence?: { readonly index?: number } } },
  index: number,
): void {
  const said = answer.body.evidence?.index;
  must(said === index, `The refusal says ${String(said)}, where the first one is at ${index}.`);
}

export const logCases: readonly TrustCase[] = [
  logCase(
    'negative',
    'TSD-ATT-OCA-22',
    'anchored-twice',
    'The same anchor again is refused, and the refusal says where the first one is.',
    async (clerk, notes) => {
      const first = await clerk.append(notes);
      const again = await clerk.submit(first, notes);
      mustRefuse(again, 'anchor_duplicate');
      mustName(again, first.index);
      await clerk.append(notes);
    },
  ),
  logCase(
    'negative',
    'OA-LOG-03',
    'id-of-another',
    'Another anchor under a record id that is taken is refused, and the first one stays.',
    async (clerk, notes) => {
      const first = await clerk.append(notes);
      const other = clerk.anchor({ record_id: first.recordId });
      const refused = await clerk.submit(other, notes);
      mustRefuse(refused, 'anchor_id_reused');
      mustName(refused, first.index);
      const kept = await clerk.inChannel(`/anchors/${first.recordId}`, first.channel, notes);
      mustSucceed(kept, 200, 'http/anchored.json');
      must(kept.body.anchor === first.compact, 'Another anchor stands in its place.');
    },
  ),
  logCase(
    'negative',
    'OA-LOG-04',
    'channel-of-another',
    'Whoever names another channel is told of no anchor.',
    async (clerk, notes) => {
      const { recordId, channel, compact } = await clerk.append(notes);
      const other = await clerk.append(notes);
      mustRefuse(
        await clerk.inChannel(`/anchors/${recordId}`, other.channel, notes),
        'anchor_not_found',
        404,
      );
      const shown = await clerk.inChannel(`/anchors/${recordId}`, channel, notes);
      mustSucceed(shown, 200, 'http/anchored.json');
      must(shown.body.anchor === compact, 'Another anchor was shown.');
    },
  ),
  logCase(
    'negative',
    'OA-LOG-06',
    'no-channel',
    'Without a channel in the header, or with one in the address, no anchor is asked for.',
    async (clerk, notes) => {
      const { recordId, channel } = await clerk.append(notes);
      mustRefuse(await clerk.caller.call(`/anchors/${recordId}`, {}, notes), 'privacy_channel_missing');
      const inAddress = `/anchors/${recordId}?privacy_channel=${channel}`;
      mustRefuse(await clerk.caller.call(inAddress, {}, notes), 'privacy_channel_missing');
      mustSucceed(await clerk.inChannel(`/anchors/${recordId}`, channel, notes), 200);
    },
  ),
  logCase(
    'negative',
    'OA-LOG-10',
    'size-of-the-future',
    'A size that the log has not had has no proof; one that it has had has one.',
    async (clerk, notes) => {
      const { head } = await clerk.append(notes);
      const after = await clerk.append(notes);
      mustRefuse(
        await clerk.caller.call(`/consistency?from=${after.head.size + 1_000_000}`, {}, notes),
        'log_size_unknown',
      );
      const answer = await clerk.caller.call(`/consistency?from=${head.size}`, {}, notes);
      mustSucceed(answer, 200, 'http/log-consistency.json');
      const leaves = await clerk.leaves(after.head.size, notes);
      const due = consistencyOf(head.size, leaves).map(base64url);
      must(isDeepStrictEqual(answer.body.consistency, due), 'The proof is another one.');
    },
  ),
  logCase(
    'positive',
    'OA-LOG-11',
    'one-root-for-a-size',
    'Of anchors that come at once each has a place of its own, and one size has one root.',
    async (clerk, notes) => {
      const appended = await Promise.all(Array.from({ length: AT_ONCE }, () => clerk.append(notes)));
      const places = new Set(appended.map(({ index }) => index));
      must(places.size === AT_ONCE, 'Two anchors have one place.');
      const heads = [...appended.map(({ head }) => head), await clerk.head(notes)];
      const leaves = await clerk.leaves(Math.max(...heads.map(({ size }) => size)), notes);
      for (const head of heads) mustCover(head, leaves);
    },
  ),
  logCase(
    'positive',
    'TSD-ATT-OCA-25',
    'what-was-stays',
    'What was anchored before is there unchanged, and the log of now begins with the log of then.',
    async (clerk, notes) => {
      const before = await clerk.append(notes);
      const then = await clerk.leaves(before.head.size, notes);
      const after = await clerk.append(notes);
      const leaves = await clerk.leaves(after.head.size, notes);
      const isSame = then.every((leaf, at) => Buffer.from(leaf).equals(Buffer.from(leaves[at] ?? [])));
      must(isSame, 'An entry is another one than before.');
      mustCover(before.head, leaves);
      mustCover(after.head, leaves);
      const kept = await clerk.inChannel(`/anchors/${before.recordId}`, before.channel, notes);
      mustSucceed(kept, 200, 'http/anchored.json');
      must(
        kept.body.anchor === before.compact && kept.body.index === before.index,
        'The anchor has changed.',
      );
    },
  ),
  logCase(
    'positive',
    'OA-LOG-13',
    'recomputed-from-what-is-public',
    'The root of the latest checkpoint follows from the public tiles, and an entry is that of its anchor.',
    async (clerk, notes) => {
      const signed = await clerk.append(notes);
      const head = await clerk.head(notes);
      mustCover(head, await clerk.leaves(head.size, notes));
      const entry = (await clerk.entries(head.size, notes))[signed.index];
      must(
        Buffer.from(entry ?? []).equals(entryOf(signed)),
        'Another entry stands at the place of the anchor.',
      );
    },
  ),
  logCase(
    'positive',
    'OA-LOG-13',
    'tiles-of-an-earlier-size',
    'A tile is as wide as it was asked for, also when the log has grown since.',
    async (clerk, notes) => {
      const { head } = await clerk.append(notes);
      const before = await clerk.hashes(head.size, notes);
      await clerk.append(notes);
      const after = await clerk.hashes(head.size, notes);
      must(after.equals(before), 'The tile of one width is another one now.');
    },
  ),
  logCase(
    'positive',
    'OA-PRV-07',
    'nothing-joins-two-purchases',
    'Two anchors of one intent and one channel have nothing public in common.',
    async (clerk, notes) => {
      const first = await clerk.append(notes);
      const shared = { privacy_channel: first.channel };
      const second = await clerk.append(notes, shared);
      const entries = await clerk.entries(second.head.size, notes);
      const [one, other] = [entries[first.index] ?? [], entries[second.index] ?? []].map((entry) =>
        Buffer.from(entry),
      );
      if (one === undefined || other === undefined) throw new SubjectFault('The tiles lack an entry.');
      must(
        one.equals(entryOf(first)) && other.equals(entryOf(second)),
        'An entry is not the digest of its anchor.',
      );
      must(!one.equals(other), 'Both have the same entry.');
      const open = `${second.head.note}${Buffer.concat(entries.map((entry) => Buffer.from(entry))).toString('latin1')}`;
      for (const told of [first.recordId, first.channel, first.compact])
        must(!open.includes(told), 'What is public names an anchor.');
    },
  ),
  logCase(
    'negative',
    'OA-LOG-06',
    'channel-that-is-guessed',
    'A channel that anybody guesses is none.',
    async (clerk, notes) => {
      const { recordId, channel } = await clerk.append(notes);
      mustRefuse(await clerk.inChannel(`/anchors/${recordId}`, 'x', notes), 'privacy_channel_missing');
      mustSucceed(await clerk.inChannel(`/anchors/${recordId}`, channel, notes), 200);
      const { body } = await clerk.inChannel('/anchors', channel, notes);
      must(
        schemaObjection('http/anchor-list.json', body) === undefined,
        'The list of the channel has another form.',
      );
    },
  ),
];
