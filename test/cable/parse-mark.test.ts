import { describe, expect, test } from 'vitest';
import { parseMark } from '../../src/cable/rows/parse-mark.ts';

describe('a portion mark', () => {
  test.for([
    ['(C) Text', 'C', undefined],
    ['(U) Text', 'U', undefined],
    ['(TS) Text', 'TS', undefined],
    ['(LOU) Text', 'LOU', undefined],
    ['( C ) Text', 'C', undefined],
    ['(SBU)Text', 'SBU', undefined],
    ['(S/NF) Text', 'S', ['NF']],
    ['(S//NF) Text', 'S', ['NF']],
    ['(S/ NF) Text', 'S', ['NF']],
    ['(C/NOFORN) Text', 'C', ['NOFORN']],
    ['(C NF) Text', 'C', ['NF']],
    ['(SNF) Text', 'S', ['NF']],
    ['(N/SF) Text', 'S', ['NF']],
    ['(SU) Text', 'SBU', undefined],
    ['(U//FOUO) Text', 'U', ['FOUO']],
    ['(S//FGI//NF) Text', 'S', ['FGI', 'NF']],
    ['(S/REL NATO, ISAF) Text', 'S', ['REL NATO, ISAF']],
    ['(CONFIDENTIAL) Text', 'C', undefined],
  ] as const)('%s', ([text, level, controls]) => {
    const read = parseMark(text);
    expect(read?.mark.level).toBe(level);
    expect(read?.mark.controls).toEqual(controls);
    expect(read?.rest).toBe('Text');
    expect(text.startsWith(read?.mark.raw ?? '-')).toBe(true);
  });

  test.for([
    '(EU) members',
    '(UN) staff',
    '(SE) Asia',
    '(see para 2) Text',
    '(S/P) an office',
    '(c) a sub-item',
    '(a) a sub-item',
    '(Secretary Doe said that this was so) Text',
    'C) Text',
    '(C Text',
    'Text (C)',
    '(',
    '',
  ])('is not %s', (text) => {
    expect(parseMark(text)).toBeUndefined();
  });

  test('behind a number it may have lost a bracket or stand in small letters', () => {
    expect(parseMark('C) Text', { afterNumber: true })?.mark).toEqual({ raw: 'C)', level: 'C' });
    expect(parseMark('(C Text', { afterNumber: true })?.mark).toEqual({ raw: '(C', level: 'C' });
    expect(parseMark('(c) Text', { afterNumber: true })?.mark).toEqual({ raw: '(c)', level: 'C' });
    expect(parseMark('(S. Doe) Text', { afterNumber: true })).toBeUndefined();
  });
});
