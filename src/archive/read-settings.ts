import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { isMap, isScalar, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { completeSettings, type Settings, settingsSchema } from './settings.ts';

/** What is wrong with the settings, one line a fault, each with file, line, key and what is allowed. */
export class SettingsError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

/** Settings of an archive: `archive.yaml` in its folder, or the defaults where there is none. Throws a `SettingsError`. */
export function readSettings(cablesDir: string): Settings {
  const file = join(cablesDir, 'archive.yaml');
  if (!existsSync(file)) return completeSettings({});
  try {
    return parseSettings(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    const { message } = error as Error;
    throw new SettingsError([`${file}: cannot be read (${message}).`]);
  }
}

/** Settings from the text of an `archive.yaml`; `file` is the name that messages bear. Throws a `SettingsError`. */
export function parseSettings(text: string, file: string): Settings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line;
  const broken = document.errors.map(
    ({ pos, message }) => `${file}:${lineAt(pos[0])}: this is not valid YAML: ${message}.`,
  );
  if (broken.length > 0) throw new SettingsError(broken);
  try {
    return completeSettings(withoutEmpty(document.toJS(), []));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const faults = error.issues.flatMap((issue) =>
      faultsOf(issue).map(({ path, told }) => {
        const at = lineAt(offsetOf(document.contents, path));
        const key = path.join('.');
        return { at, fault: `${file}:${at}: ${key === '' ? told : `\`${key}\` ${told}`}` };
      }),
    );
    faults.sort((a, b) => a.at - b.at);
    throw new SettingsError(faults.map(({ fault }) => fault));
  }
}

/** Settings without known keys that have no value: `collections:` whose last entry was deleted is left out, not wrong. */
function withoutEmpty(value: unknown, path: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const known = keysAt(path);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner !== null || !known.includes(key))
      .map(([key, inner]) => [key, withoutEmpty(inner, [...path, key])]),
  );
}

interface Fault {
  path: string[];
  told: string;
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(path);
    return issue.keys.map((key) => {
      const near = allowed.find((known) => distance(known, key) <= 2);
      const hint = near ? ` Did you mean \`${near}\`?` : '';
      return { path: [...path, key], told: `is no setting. Allowed here: ${allowed.join(', ')}.${hint}` };
    });
  }
  return [{ path, told: `${wrongValue(issue)}.` }];
}

function wrongValue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const kinds: Record<string, string> = {
      string: 'a text',
      boolean: 'true or false',
      int: 'a whole number',
      number: 'a number',
      object: 'a group of settings (`key: value` lines, indented)',
      record: 'a group of settings (`key: value` lines, indented)',
      array: 'a list (`- ` lines)',
    };
    return `must be ${kinds[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'must not be empty' : `must be ${issue.minimum} or more`;
  if (issue.code === 'too_big') return `must be ${issue.maximum} or less`;
  if (issue.code === 'invalid_format') return `must be ${issue.message}`;
  return `is not allowed: ${issue.message}`;
}

/** The keys that the schema knows at a path. */
function keysAt(path: readonly string[]): string[] {
  let schema: unknown = settingsSchema;
  for (const key of path) {
    const inner = unwrapped(schema);
    if (inner instanceof z.ZodObject) schema = inner.shape[key];
    else if (inner instanceof z.ZodRecord) schema = inner.valueType;
  }
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional || inner instanceof z.ZodPrefault) {
    inner = inner.unwrap();
  }
  return inner;
}

/** Where the key at the end of a path stands in the text; the deepest key that is there, if it is missing. */
function offsetOf(root: ParsedNode | null, path: readonly string[]): number | undefined {
  let node: Node | null | undefined = root;
  let offset = root?.range[0];
  for (const key of path) {
    if (!isMap(node)) return offset;
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (!pair) return offset;
    offset = (pair.key as ParsedNode).range[0];
    node = pair.value as Node | null;
  }
  return offset;
}
