import type { DayRange, Query } from './query.ts';

/** Writes a query as text that means the same: what `parseQuery` reads back as an equal tree. */
export function formatQuery(query: Query): string {
  return write(query, 0);
}

/** How tightly the surrounding operator binds: 0 nothing, 1 OR, 2 AND, 3 NOT. */
function write(query: Query, around: number): string {
  switch (query.kind) {
    case 'word':
      return query.text;
    case 'phrase':
      return /["“”„‟＂]/.test(query.text) ? `«${query.text}»` : `"${query.text}"`;
    case 'filter':
      return `${query.field}:${quoted(query.value)}`;
    case 'date':
      return writeRange(query.range);
    case 'not':
      return `-${write(query.part, 3)}`;
    case 'and':
      return bracketed(query.parts.map((part) => write(part, 2)).join(' '), around >= 2);
    case 'or':
      return bracketed(query.parts.map((part) => write(part, 1)).join(' OR '), around >= 1);
  }
}

function bracketed(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function quoted(value: string): string {
  return /^[^\s"()]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}

function writeRange({ from, to }: DayRange): string {
  if (from !== undefined && to !== undefined) return `date:${shortest(from, to)}`;
  if (from !== undefined) return `from:${from}`;
  return `to:${to}`;
}

/** `2008`, `2008-05` or a day: a range of `date:` is always one of the three. */
function shortest(from: string, to: string): string {
  if (from === to) return from;
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : from.slice(0, 4);
}
