/** The diagrams of the chapters are drawn by whoever shows them: one that cannot be read is shown as an error. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const spec = fileURLToPath(new URL('../../spec', import.meta.url));

interface Diagram {
  readonly chapter: string;
  readonly kind: string;
  readonly lines: readonly string[];
}

const diagrams: readonly Diagram[] = readdirSync(spec)
  .filter((name) => name.endsWith('.md'))
  .flatMap((chapter) =>
    [...readFileSync(`${spec}/${chapter}`, 'utf8').matchAll(/^```mermaid\n(.*?)^```$/gms)].map(
      ([, text = '']) => {
        const [kind = '', ...lines] = text.trimEnd().split('\n');
        return { chapter, kind, lines };
      },
    ),
  );
const of = (kind: string) => diagrams.filter((diagram) => diagram.kind === kind);

// A semicolon ends a statement of Mermaid, also inside a text, and a # begins an entity.
const TEXT = '[^;#]+';
const SEQUENCE = [
  'autonumber',
  '(?:participant|actor) [A-Z](?: as [^;#]+)?',
  `[A-Z]-{1,2}>>[A-Z]: ${TEXT}`,
  `Note over [A-Z]: ${TEXT}`,
  `(?:alt|else|opt|loop) ${TEXT}`,
  'end',
];
const STATE = [`(?:\\[\\*\\]|\\w+) --> (?:\\[\\*\\]|\\w+)(?:: ${TEXT})?`];

/** Lines that are no statement of their diagram. */
function unread({ lines }: Diagram, forms: readonly string[]): string[] {
  const statement = new RegExp(`^ +(?:${forms.join('|')})$`);
  return lines.filter((line) => !statement.test(line));
}

test('a diagram is of a kind that is read here', () => {
  const kinds = ['sequenceDiagram', 'stateDiagram-v2', 'flowchart LR', 'flowchart TD'];
  expect(diagrams.filter(({ kind }) => !kinds.includes(kind))).toEqual([]);
  expect(of('sequenceDiagram').length).toBeGreaterThan(4);
  expect(of('stateDiagram-v2').length).toBeGreaterThan(2);
});

describe('every line of a diagram is a statement', () => {
  test.each(of('sequenceDiagram'))('messages in $chapter', (diagram) => {
    expect(unread(diagram, SEQUENCE)).toEqual([]);
  });

  test.each(of('stateDiagram-v2'))('states in $chapter', (diagram) => {
    expect(unread(diagram, STATE)).toEqual([]);
  });

  test('and one with a semicolon in its text is not', () => {
    const lines = ['  M-->>A: cart, the stock locked', '  M-->>A: cart; stock locked'];
    expect(unread({ chapter: '', kind: '', lines }, SEQUENCE)).toEqual(['  M-->>A: cart; stock locked']);
  });
});

describe('who speaks in a diagram is introduced', () => {
  test.each(of('sequenceDiagram'))('in $chapter', ({ lines }) => {
    const text = lines.join('\n');
    const introduced = new Set([...text.matchAll(/(?:participant|actor) ([A-Z])/g)].map(([, who]) => who));
    const speaking = [...text.matchAll(/([A-Z])-{1,2}>>([A-Z]):/g)].flatMap(([, from, to]) => [from, to]);
    expect(speaking.length).toBeGreaterThan(4);
    expect(new Set(speaking)).toEqual(introduced);
  });
});
