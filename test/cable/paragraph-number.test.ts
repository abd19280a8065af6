import { describe, expect, test } from 'vitest';
import { parseNumber } from '../../src/cable/rows/paragraph-number.ts';

describe('a number at a line start', () => {
  test.for([
    ['1. Text', 1, undefined, 'Text'],
    ['1.  (U)  Text', 1, 'U', 'Text'],
    ['1.(SBU) Text', 1, 'SBU', 'Text'],
    ['1) (C) Text', 1, 'C', 'Text'],
    ['1) Text', 1, undefined, 'Text'],
    ['1 (C) Text', 1, 'C', 'Text'],
    ['1. C) Text', 1, 'C', 'Text'],
    ['1. (C Text', 1, 'C', 'Text'],
    ['(C) 1. Text', 1, 'C', 'Text'],
    ['93. Text', 93, undefined, 'Text'],
    ['3.The text', 3, undefined, 'The text'],
  ] as const)('%s', ([text, number, level, rest]) => {
    const read = parseNumber(text);
    expect(read?.number).toBe(number);
    expect(read?.mark?.level).toBe(level);
    expect(read?.rest).toBe(rest);
  });

  test.for([
    ['2a. (SBU) Text', '2a'],
    ['12 bis. Text', '12 bis'],
    ['1.A. Text', '1.A'],
  ] as const)('%s keeps its label', ([text, label]) => {
    expect(parseNumber(text)?.label).toBe(label);
  });

  test.for([
    '200 ships came',
    '1.5 million tons',
    '2007. That was the year',
    '12 of his people',
    '3.the small letter',
    '0. Nothing',
    '5',
    '(1) Text',
    '1,200 ships',
    '10:30 a.m.',
  ])('%s is no paragraph number', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});
