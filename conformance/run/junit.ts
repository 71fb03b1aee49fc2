import type { Entry, Result } from './record.ts';

/** XML 1.0 has no place for other characters, escaped or not. */
function isXml(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return (
    point === 9 ||
    point === 10 ||
    point === 13 ||
    (point >= 0x20 && point < 0xfffe && (point & 0xf800) !== 0xd800) ||
    point >= 0x10000
  );
}

function escaped(text: string): string {
  return Array.from(text, (character) => (isXml(character) ? character : '�'))
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

function outcomeOf({
  verdict,
  message = '',
  expected_failure: expected,
  requirement,
  clause,
}: Entry): string {
  const text = escaped(`${message} [${requirement}] ${clause}`);
  if (expected !== undefined) return `<skipped message="expected to fail: ${escaped(expected)}"/>`;
  switch (verdict) {
    case 'pass':
      return '';
    case 'skip':
      return `<skipped message="${escaped(message)}"/>`;
    case 'warn':
      return `<system-out>warning: ${text}</system-out>`;
    case 'fail':
      return `<failure message="${escaped(message)}">${text}</failure>`;
    case 'error':
      return `<error message="${escaped(message)}">${text}</error>`;
  }
}

/** JUnit XML: one test suite for each component. */
export function junitOf({ header, entries }: Result): string {
  const components = Map.groupBy(entries, ({ component }) => component);
  const suites = [...components].map(([component, own]) => {
    const count = (wanted: (entry: Entry) => boolean) => own.filter(wanted).length;
    const failures = count(
      ({ verdict, expected_failure: expected }) => verdict === 'fail' && expected === undefined,
    );
    const errors = count(({ verdict }) => verdict === 'error');
    const skipped = count(
      ({ verdict, expected_failure: expected }) => verdict === 'skip' || expected !== undefined,
    );
    const cases = own.map(
      (entry) =>
        `    <testcase classname="${escaped(`${header.role}.${component}`)}" name="${escaped(entry.id)}" time="${entry.milliseconds / 1000}">${outcomeOf(entry)}</testcase>`,
    );
    return [
      `  <testsuite name="${escaped(component)}" tests="${own.length}" failures="${failures}" errors="${errors}" skipped="${skipped}">`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  const name = escaped(`${header.subject} as ${header.role}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}">\n${suites.join('\n')}\n</testsuites>\n`;
}
