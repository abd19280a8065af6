import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalId, parseId } from '../../src/cable/cable-id.ts';
import { postRows } from '../../src/data/posts.ts';

test.for([
  ['09SECTIQN02OF03QARACAS12', '09CARACAS12'],
  ['06EFTOLIMA34', '06LIMA34'],
  ['07ROME000056ZDK57', '07ROME56'],
  ['91STATE012345TOSEC010012', '91STATE12345'],
  ['08LIMA000078SUSPECTEDDUPLICATE79', '08LIMA79'],
  ['7676LUSAKA12', '76LUSAKA12'],
  ['2008BEIJING1882', '08BEIJING1882'],
  ['200808BEIJING1882', '08BEIJING1882'],
  ['08beijing001882.txt', '08BEIJING1882'],
  ['08 NEW DELHI 000012', '08NEWDELHI12'],
  ['08PORT-AU-PRINCE12', '08PORTAUPRINCE12'],
  ['11 ST. PETERSBURG 321', '11STPETERSBURG321'],
  ['LIMA 12 (2008)', '08LIMA12'],
  ['0902OF02LIMA3', '09LIMA3'],
  ['0902F02LIMA3', '09LIMA3'],
  ['090QOF05TOKYO3', '09TOKYO3'],
  ['0901GF02TOKYO3', '09TOKYO3'],
  ['09ECTION01OF02LIMA12', '09LIMA12'],
  ['09EFTOSECTION01OF02LIMA12', '09LIMA12'],
  ['09SIFIEDBELGRADE12', '09BELGRADE12'],
  ['08OF02LIMA12', '08LIMA12'],
  ['08SECTION01OO02LIMA12', '08LIMA12'],
  ['REL-08LIMA12', '08LIMA12'],
  ['08LIMA12_1', '08LIMA12'],
  ['08LIMA12/1', '08LIMA12'],
  ['08BEIJ1NG1882', '08BEIJING1882'],
  ['09AMEMBASSYLIMA4', '09LIMA4'],
  ['08NOFORNLIMA12', '08LIMA12'],
  ['08USUN12', '08USUNNEWYORK12'],
  ['08SECSTATE12', '08STATE12'],
  ['09HAGUE12', '09THEHAGUE12'],
  ['75NEWDE1234', '75NEWDELHI1234'],
  ['10SAOPUALO12', '10SAOPAULO12'],
  ['09SECTION1OF2LIMA12', '09LIMA12'],
  ['09SECTION01OFOSLO12', '09OSLO12'],
  ['09SECTION01LIMA12', '09LIMA12'],
  ['09FINALSECTIONOF02LIMA12', '09LIMA12'],
  ['09PART01OF02LIMA12', '09LIMA12'],
  ['O9LIMA0O12', '09LIMA12'],
  ['2009/LIMA/12', '09LIMA12'],
  ['MRN: 09 LIMA 12', '09LIMA12'],
  ['cable-09LIMA12.html', '09LIMA12'],
  ['09LIMA12 (2)', '09LIMA12'],
  ['09SECTI0N01OF02LIMA12', '09LIMA12'],
  ['09SECTION01OF02SECTION01OF02LIMA12', '09LIMA12'],
  ['09 LIMA 000012 01 OF 02', '09LIMA12'],
  ['09SECTION01OFO2LIMA12', '09LIMA12'],
  ['09CORRECTEDCOPYLIMA12', '09LIMA12'],
  ['09SBULIMA12', '09LIMA12'],
  ['73 LIMA A-123', '73LIMA-A123'],
  ['08-ABUJA-12', '08ABUJA12'],
  ['73LIMAA123', '73LIMA-A123'],
  ['08BEIJING 1882.1', '08BEIJING1882'],
  ['08TASHKENT I234', '08TASHKENT1234'],
  ['08TASHKENTI234', '08TASHKENT1234'],
  ['08 Seoul l4', '08SEOUL14'],
  ['08NEWDELHII234', '08NEWDELHI1234'],
  ['08LIMA12I4', '08LIMA1214'],
  ['l0 LIMA 1O2', '10LIMA102'],
  ['08LIMA12I', '08LIMA12'],
  ['Reference ID: 08LIMA12', '08LIMA12'],
  ['08LIMA0000000012', '08LIMA12'],
  ['08 LIMA 12, 08 LIMA 13', '08LIMA12'],
  ['LIMA 12-08', '08LIMA12'],
  ['LIMA 12, 2008', '08LIMA12'],
  ['Lima 12 of 2008', '08LIMA12'],
  ['08 LIMA l23', '08LIMA123'],
  ['08LIMAl23', '08LIMA123'],
  ['LIMA 08 123', '08LIMA123'],
  ['UNCLAS 08LIMA123', '08LIMA123'],
] as const)('%s is repaired to %s', ([text, id]) => {
  expect(canonicalId(text)).toEqual({ id, repaired: true });
});

test('a canonical id stays as it is, also of a renamed post and of an airgram', () => {
  for (const id of ['08BEIJING1882', '92KIEV12', '73BOMBAY5', '73LIMA-A123', '06TAIPEI3', '08SAMPLETOWN44']) {
    expect(canonicalId(id)).toEqual({ id, repaired: false });
  }
});

test('where two posts are equally near, none is guessed', () => {
  // One letter from LOME and from ROME.
  expect(canonicalId('08XOME12')).toEqual({ id: '08XOME12', repaired: false });
});

test('the FM line decides between posts that are equally near', () => {
  expect(canonicalId('08XOME12', 'AMEMBASSY LOME').id).toBe('08LOME12');
});

test('a text without year, station or serial has no id', () => {
  for (const text of [
    '',
    '08',
    'STATE 12345',
    'readme',
    '08LIMA',
    '08LIMA0',
    'notes-2008',
    'scan-12-08',
    '1975 A-123',
  ]) {
    expect(canonicalId(text).id).toBeUndefined();
  }
});

test('an id comes apart into year, station and serial', () => {
  expect(parseId('08BEIJING1882')).toEqual({ year: 2008, station: 'BEIJING', serial: 1882 });
  expect(parseId('73LIMA-A12')).toEqual({ year: 1973, station: 'LIMA', serial: 12, airgram: true });
  expect(parseId('beijing')).toBeUndefined();
});

test('every station of the table keeps its canonical ids', () => {
  const stations = [...new Set(postRows.map((row) => row.station).filter(Boolean))];
  for (const station of stations) {
    expect(canonicalId(`05${station}7`)).toEqual({ id: `05${station}7`, repaired: false });
  }
});

test('repairing an id twice changes nothing more, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const { id } = canonicalId(text);
      if (id !== undefined) expect(canonicalId(id).id).toBe(id);
    }),
  );
});
