/**
 * Draws spec/images/trace.svg from a real run of `npm start -- --once`, for the README:
 *
 *   FORCE_COLOR=1 npm start --silent -- --once | node tools/trace-picture.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const COLOURS: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '36': '#79c0ff',
};
const LINE_HEIGHT = 18;
const CHAR_WIDTH = 7.85;
const COLUMNS = 118;
const SKIP = '       …';
const ESCAPE = String.fromCharCode(27);
const COLOUR_CODE = new RegExp(`${ESCAPE}\\[(\\d+)m`);

/** Keeps the beginning and the attacks; the middle of the road is what the spec is for. */
function excerpt(lines: readonly string[]): string[] {
  const plain = lines.map((line) =>
    line
      .split(COLOUR_CODE)
      .filter((_part, index) => index % 2 === 0)
      .join(''),
  );
  const at = (text: string): number => plain.findIndex((line) => line.includes(text));
  const compare = at('The agent compares');
  const pay = at('act-payment-request+jwt');
  const attacks = at('attacks over HTTP');
  return [
    ...lines.slice(compare, compare + 12),
    SKIP,
    ...lines.slice(pay, pay + 8),
    SKIP,
    ...lines.slice(attacks),
  ];
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function spans(line: string): string {
  let style = '';
  const parts = line.split(COLOUR_CODE);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part ? `<tspan${style}>${escapeXml(part)}</tspan>` : '';
      if (part === '0') style = '';
      else if (part === '1') style = ' font-weight="bold"';
      else if (part === '2') style = ' fill="#8b949e"';
      else style = ` fill="${COLOURS[part] ?? '#e6edf3'}"`;
      return '';
    })
    .join('');
}

function draw(lines: readonly string[]): string {
  const width = Math.ceil(COLUMNS * CHAR_WIDTH) + 32;
  const height = lines.length * LINE_HEIGHT + 32;
  const rows = lines.map(
    (line, index) =>
      `<text x="16" y="${30 + index * LINE_HEIGHT}" xml:space="preserve">${spans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>The trace of npm start: a purchase, and the attacks that are refused</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13" fill="#e6edf3">
${rows.join('\n')}
</g>
</svg>
`;
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
const path = fileURLToPath(new URL('../spec/images/trace.svg', import.meta.url));
writeFileSync(path, draw(excerpt(input.trimEnd().split('\n'))));
