import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readStems } from '../../src/search/build/read-stems.ts';
import { runPagefind } from '../../src/search/build/run-pagefind.ts';
import { codeOfCommon, commonWords } from '../../src/search/common-words.ts';
import { stemEnglish } from '../../src/search/stem/stem-english.ts';

const ROOTS =
  'abat add agree ambassador appl argu arm arriv at atlas bias bed bl buzz cable can civil clos commun consul cosm cry day declar defin deni depart die differ dying early earr egg emb emerg engag even exceed export fail fall fil fit fizz gas gener gent govern har hop howev idl ill import inform inn inter invit iran just kin lat later lie light lin luck lyr mat miss nat nation negoti news note off only organ out own pan past pat pay pin plan play pol predict press proceed provid relat report rest run say seal sens ship short sing skies sky spy stat succeed sum tan tap ther tie troubl tun ugl univers us vat vietnam vital war weap wreck yard yes young zon';
const ENDINGS =
  " s es ed ing er est ly ness ful y able ible ant ent ance ence ment ement ion ation ations ational ization ism ist ity ive iveness ize izer ous ousness al ally alism ality ate ator ic ical icate iciti ogy ogist ies ied ying eed eedly edly ingly e fully lessly bly ably ative iviti 's us ss sses";

test('the stems of our queries are those of the index, for thousands of forms', async () => {
  const words = [
    ...new Set(ROOTS.split(' ').flatMap((root) => ENDINGS.split(' ').map((ending) => root + ending))),
  ].filter((word) => /^[a-z]+$/.test(word));
  expect(words.length).toBeGreaterThan(6000);
  const dir = mkdtempSync(join(tmpdir(), 'cable-archive-stems-'));
  try {
    mkdirSync(join(dir, 'site'));
    writeFileSync(
      join(dir, 'site', 'index.html'),
      `<html lang="en"><body data-pagefind-body><p>${words.join(' ')}</p></body></html>`,
    );
    await runPagefind(join(dir, 'site'), join(dir, 'out'), 'en');
    const different: string[] = [];
    let seen = 0;
    for (const file of readdirSync(join(dir, 'out', 'index'))) {
      for (const [stem, rows] of readStems(gunzipSync(readFileSync(join(dir, 'out', 'index', file))))) {
        for (const position of rows.get(0)?.positions ?? []) {
          seen += 1;
          const word = words[position] as string;
          if (stemEnglish(word) !== stem) different.push(`${word}: ${stem}, not ${stemEnglish(word)}`);
        }
      }
    }
    expect(seen).toBe(words.length);
    expect(different).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a common word is its own stem', () => {
  expect(commonWords.map(stemEnglish)).toEqual(commonWords);
  expect(Math.max(...commonWords.map(codeOfCommon))).toBeLessThan(16);
});
