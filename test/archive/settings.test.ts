import { expect, test } from 'vitest';
import { parseSettings, SettingsError } from '../../src/archive/read-settings.ts';
import { completeSettings } from '../../src/archive/settings.ts';

function faultsOf(text: string): readonly string[] {
  try {
    parseSettings(text, 'archive.yaml');
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

test('an archive without settings has a title, English and the root of its host', () => {
  const { title, language, base, twins } = completeSettings(undefined);
  expect([title, language, base]).toEqual(['Cable Archive', 'en', '/']);
  expect(twins).toEqual({ source: true, json: true, markdown: true });
});

test('an empty file and a file of comments are no settings, not wrong ones', () => {
  expect(faultsOf('')).toEqual([]);
  expect(faultsOf('# nothing yet\n')).toEqual([]);
});

test('a key that lost its value is left out: collections whose last entry was deleted, a title', () => {
  expect(parseSettings('title:\ncollections:\nsearch:\n  words:\n', 'archive.yaml')).toEqual(
    completeSettings({}),
  );
  expect(faultsOf('titel:\n')).toHaveLength(1);
});

test('the base path is that of the address, unless told otherwise, and has its slashes', () => {
  expect(completeSettings({ url: 'https://example.org/archive' })).toMatchObject({
    base: '/archive/',
    origin: 'https://example.org',
  });
  expect(completeSettings({ url: 'https://example.org', base: 'a/b' }).base).toBe('/a/b/');
});

test('an unknown key is told with its line, what is allowed, and the key that was meant', () => {
  const [fault] = faultsOf('title: Here\n\ndescripton: There\n');
  expect(fault).toMatch(/^archive\.yaml:3: `descripton` is no setting\. Allowed here: title, description, /);
  expect(fault).toContain('Did you mean `description`?');
});

test('an unknown key inside a collection is told where it stands', () => {
  const [fault] = faultsOf('collections:\n  a:\n    title: A\n    license: CC0\n');
  expect(fault).toMatch(
    /^archive\.yaml:4: `collections\.a\.license` is no setting\. Allowed here: title, description,/,
  );
  expect(fault).toContain('Did you mean `licence`?');
});

test('a wrong value is told with its line and what it must be', () => {
  expect(faultsOf('twins:\n  json: maybe\n')).toEqual([
    'archive.yaml:2: `twins.json` must be true or false.',
  ]);
  expect(faultsOf('search: { memory: 1.5 }')).toEqual([
    'archive.yaml:1: `search.memory` must be a whole number.',
  ]);
  expect(faultsOf('search: { memory: 1 }')).toEqual(['archive.yaml:1: `search.memory` must be 256 or more.']);
  expect(faultsOf('url: cables.example.org')).toEqual([
    'archive.yaml:1: `url` must be an address like https://cables.example.org.',
  ]);
  expect(faultsOf('- a\n- b\n')).toEqual([
    'archive.yaml:1: must be a group of settings (`key: value` lines, indented).',
  ]);
});

test('all faults are told at once, from the top', () => {
  const faults = faultsOf('title: [1]\nbase: "a b"\nnonsense: 1\n');
  expect(faults.map((fault) => fault.split(':')[1])).toEqual(['1', '2', '3']);
});

test('broken YAML is told with its line', () => {
  expect(faultsOf('title: "Here\nlanguage: en\n')[0]).toMatch(/^archive\.yaml:\d: this is not valid YAML: /);
});
