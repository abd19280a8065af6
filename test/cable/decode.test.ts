import { expect, test } from 'vitest';
import { decode } from '../../src/cable/wrapper/decode.ts';

test('UTF-8 is read strictly, its mark dropped', () => {
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, 0xc2, 0xb6, 0x31]))).toEqual({
    text: '¶1',
    encoding: 'utf-8',
  });
});

test('bytes that are no UTF-8 are windows-1252: the pilcrow is one byte', () => {
  expect(decode(new Uint8Array([0xb6, 0x31, 0x92]))).toEqual({ text: '¶1’', encoding: 'windows-1252' });
});

test('UTF-16 of either order is known by its mark', () => {
  expect(decode(new Uint8Array([0xff, 0xfe, 0x31, 0x00]))).toEqual({ text: '1', encoding: 'utf-16le' });
  expect(decode(new Uint8Array([0xfe, 0xff, 0x00, 0x31]))).toEqual({ text: '1', encoding: 'utf-16be' });
});

test('UTF-16 without a mark is known by its zeros', () => {
  const text = 'UNCLAS LIMA 000012\n';
  const little = new Uint8Array(Buffer.from(text, 'utf16le'));
  expect(decode(little)).toEqual({ text, encoding: 'utf-16le' });
  expect(decode(new Uint8Array(Buffer.from(text, 'utf16le').swap16()))).toEqual({
    text,
    encoding: 'utf-16be',
  });
  expect(decode(new Uint8Array([0x31, 0, 0, 0, 0x32, 0, 0, 0, 0x33])).encoding).toBe('utf-8');
});

test('lines of a file that is no UTF-8 are read as UTF-8 where they are', () => {
  const bytes = Buffer.concat([Buffer.from('¶1. é\n'), Buffer.from([0xb6, 0x32, 0x0a]), Buffer.from('ü')]);
  expect(decode(new Uint8Array(bytes))).toEqual({ text: '¶1. é\n¶2\nü', encoding: 'windows-1252' });
});

test('no bytes are no text', () => {
  expect(decode(new Uint8Array([])).text).toBe('');
});
