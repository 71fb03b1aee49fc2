/**
 * Writes EXTERNAL.md: what tests of other people say of this implementation. With --check it writes nothing and fails
 * when the page is out of date, or when a difference has no reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LIMBO } from '../../src/protocol/x509/testing/limbo-counts.ts';
import { checkOption } from '../../tools/script-options.ts';
import { type Judged, type Judgement, judgements, selection } from './judge.ts';

const page = new URL('EXTERNAL.md', import.meta.url);

/** The commit that x509-limbo's list was taken from. */
const LIMBO_COMMIT = '8a2e6f4';
const SHORT = 7;

const differs = ({ ours, theirs }: Judged): boolean => ours !== theirs;

function rowOf({ source, what, judged }: Judgement): string {
  const others = judged.filter(differs).length;
  return `| ${source} | ${what} | ${judged.length} | ${judged.length - others} | ${others} |`;
}

function deviations(all: readonly Judgement[]): string[] {
  const different = all.flatMap(({ judged }) => judged.filter(differs));
  return different.map(
    ({ id, theirs, ours, reason = '**none**' }) => `| ${id} | ${theirs} | ${ours} | ${reason} |`,
  );
}

function markdown(all: readonly Judgement[]): string {
  const { cases, passes, refused, stricter, left_out } = LIMBO;
  return [
    '# Tests of other people',
    '',
    'Made by `node conformance/external/page.ts`; `npm run check` fails when it is out of date or a difference has no reason.',
    '',
    `Wycheproof is C2SP/wycheproof at ${selection.commit.slice(0, SHORT)} (${selection.license}, see NOTICE), reduced by`,
    '[select.ts](select.ts) to what the profile can be asked: ECDSA P-256 in the form of JOSE, Ed25519, and tokens. Of the',
    'tokens of other algorithms one each is taken: the profile refuses all of them by the name of the algorithm.',
    '',
    '| source | what | tests | same verdict | other verdict |',
    '|---|---|---|---|---|',
    ...all.map(rowOf),
    `| x509-limbo at ${LIMBO_COMMIT} | certificate paths, built anew case by case | ${cases} | ${passes + refused} | ${stricter}; ${left_out} left out |`,
    '',
    'The cases of x509-limbo, with the reason beside each that is stricter or left out, are in',
    '[limbo.test.ts](../../src/protocol/x509/limbo.test.ts). The number tables and texts of RFC 8785 are in',
    '[canonicalize.test.ts](../../src/protocol/json/canonicalize.test.ts), the thumbprints of RFC 7638, 8037 and 9449 in',
    '[jwk.test.ts](../../src/protocol/digest/jwk.test.ts) and [digest.test.ts](../../src/protocol/digest/digest.test.ts),',
    'what RFC 8037 A.4 signs in [verify.test.ts](../../src/protocol/jws/verify.test.ts): no difference in any of them.',
    '',
    '## Every difference',
    '',
    '| test | theirs | ours | why |',
    '|---|---|---|---|',
    ...deviations(all),
    '',
  ].join('\n');
}

const isCheck = checkOption('conformance/external/page.ts');
const all = await judgements();
const unexplained = all.flatMap(({ judged }) => judged.filter((one) => differs(one) && !one.reason));
for (const { id, theirs, ours } of unexplained)
  console.error(`${id}: ${theirs} there, ${ours} here, and nobody says why`);
if (isCheck) {
  const isCurrent = readFileSync(page, 'utf8') === markdown(all);
  if (!isCurrent)
    console.error('conformance/external/EXTERNAL.md: out of date; run conformance/external/page.ts');
  if (!isCurrent || unexplained.length > 0) process.exitCode = 1;
} else {
  writeFileSync(page, markdown(all));
  if (unexplained.length > 0) process.exitCode = 1;
}
