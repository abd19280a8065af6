import { expect, test } from 'vitest';
import { findPost, matchPost, postOfStation, stationOf } from '../../src/cable/find-post.ts';

test.for([
  ['SECSTATE WASHDC', 'STATE'],
  ['AMEMBASSY NEW DELHI', 'NEWDELHI'],
  ['AMEMBASSY PORT-AU-PRINCE', 'PORTAUPRINCE'],
  ['AMEMBASSY MEXICO CITY', 'MEXICO'],
  ['AMCONSUL ST. PETERSBURG', 'STPETERSBURG'],
  ["AMEMBASSY N'DJAMENA", 'NDJAMENA'],
  ['USMISSION USUN NEW YORK', 'USUNNEWYORK'],
  ['USMISSION UNVIE VIENNA', 'UNVIEVIENNA'],
  ['USMISSION USNATO', 'USNATO'],
  ['USEU BRUSSELS', 'USEUBRUSSELS'],
  ['USMISSION UNESCO PARIS', 'UNESCOPARISFR'],
  ['USINT HAVANA', 'HAVANA'],
  ['REO BASRAH', 'BASRAH'],
  ['IRAN RPO DUBAI', 'IRANRPODUBAI'],
  ['USDEL SECRETARY//MEXICO//', 'SECTO'],
  ['AMEMBASSY TRIPOLI LY', 'TRIPOLI'],
  ['AMCONSUL GENERAL LAHORE', 'LAHORE'],
  ['AMEMBASSY SAMPLETOWN', 'SAMPLETOWN'],
] as const)('%s sends as %s', ([name, station]) => {
  expect(stationOf(name)).toBe(station);
});

test('a body that only receives has no station', () => {
  expect(stationOf('JOINT STAFF WASHDC')).toBeUndefined();
});

test('six characters are a name only in 1973-79, and only if they name one post', () => {
  expect(findPost('NEWDE', { year: 1976 })?.station).toBe('NEWDELHI');
  expect(findPost('NEWDE', { year: 2006 })).toBeUndefined();
  expect(findPost('SANTIA', { year: 1976 })?.station).toBe('SANTIAGO');
  // PORTO is Port of Spain and Porto Alegre.
  expect(findPost('PORTO', { year: 1976 })).toBeUndefined();
  expect(findPost('PORTO', { year: 1976, from: 'AMCONSUL PORTO ALEGRE' })?.station).toBe('PORTOALEGRE');
});

test('a misspelt name is read only if asked, and if one post alone is near', () => {
  expect(findPost('BAGDAD')).toBeUndefined();
  expect(findPost('BAGDAD', { near: 1 })).toMatchObject({ station: 'BAGHDAD', how: 'near', distance: 1 });
  expect(findPost('XOME', { near: 1 })).toBeUndefined();
  expect(findPost('XYZ', { near: 2 })).toBeUndefined();
});

test('the longest name in running text wins', () => {
  expect(matchPost(['PORT', 'OF', 'SPAIN', '12'], 0)).toMatchObject({ station: 'PORTOFSPAIN', words: 3 });
  expect(matchPost(['NEW', 'DELHI'], 0)).toMatchObject({ station: 'NEWDELHI', words: 2 });
  expect(matchPost(['DELHI'], 0)).toMatchObject({ station: 'NEWDELHI', words: 1 });
  expect(matchPost(['THE', 'MEETING'], 0)).toBeUndefined();
});

test('a station is found again, in the row of its time', () => {
  expect(postOfStation('JEDDAH', 1982)?.kind).toBe('embassy');
  expect(postOfStation('JEDDAH', 2008)?.kind).toBe('consulate');
  expect(postOfStation('NOWHERE')).toBeUndefined();
});
