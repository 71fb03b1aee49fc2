/** What the README, in either language, names is there: scripts, commands, scenarios, ports and variables. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { USAGE } from '../../src/cli/usage.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const scenarios = readdirSync(`${root}/scenarios/cases`).map((name) => name.replace(/\.ts$/, ''));
const sources = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => read(`src/${name}`))
  .join('\n');

/** The first group of every match. */
const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

describe.each(['README.md', 'README.zh.md'])('%s', (path) => {
  const text = read(path);

  test('its scripts are scripts of the package', () => {
    const run = named(text, /npm run ([a-z:]+)/g);
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('its commands are commands of the program', () => {
    const commands = named(text, /(?:`|npx )openact ([a-z]+)/g);
    expect(commands).toContain('dispute');
    expect(commands.filter((name) => !USAGE.includes(`  openact ${name} `))).toEqual([]);
  });

  test('its scenarios can be played', () => {
    const played = named(text, /--scenario ([0-9a-z-]+)/g);
    expect(played).toContain('01-bubble-tea');
    expect(played.filter((name) => !scenarios.includes(name))).toEqual([]);
  });
});

describe('README.md', () => {
  const text = read('README.md');

  test('its variables are read somewhere', () => {
    const variables = named(text, /\b((?:OPENACT|OTEL)_[A-Z_]+)/g);
    expect(variables).toContain('OPENACT_DATABASE');
    expect(variables.filter((name) => !sources.includes(name))).toEqual([]);
  });

  test('each port is exported where the table says', () => {
    const rows = [...text.matchAll(/^\| (`[A-Z]\w+`(?:, `[A-Z]\w+`)*) \| [^|]+ \| (.*) \|$/gm)];
    const missing = rows.flatMap(([, ports = '', where = '']) => {
      const files = named(where, /\]\((src\/[^)]+\.ts)\)/g).map(read);
      return named(ports, /`(\w+)`/g).filter(
        (port) => !files.some((file) => new RegExp(`^export .*\\b${port}\\b`, 'm').test(file)),
      );
    });
    expect(rows.length).toBeGreaterThan(8);
    expect(missing).toEqual([]);
  });
});
