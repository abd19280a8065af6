/** Two cables and a site to cite them from. */
import type { FrontMatter } from '../../src/cable/front-matter.ts';
import type { Site } from '../../src/publish/site.ts';

export const site: Site = {
  title: 'Harbor Papers',
  description: 'Cables about harbors',
  origin: 'https://cables.example.org',
  base: '/archive/',
  publisher: 'Harbor Press',
  licence: 'https://creativecommons.org/publicdomain/mark/1.0/',
};

export const cable: FrontMatter = {
  id: '08BEIJING1882',
  dialect: 'web',
  dtg: { raw: 'O 150945Z MAY 08', iso: '2008-05-15T09:45Z', lines: [3, 3] },
  year: 2008,
  station: 'BEIJING',
  serial: 1882,
  from: { raw: 'AMEMBASSY BEIJING', name: 'AMEMBASSY BEIJING' },
  to: [{ raw: 'SECSTATE WASHDC IMMEDIATE 7318', name: 'SECSTATE WASHDC' }],
  classification: 'SECRET',
  captions: ['NOFORN'],
  tags: [
    { code: 'PARM', kind: 'subject', name: 'Arms controls' },
    { code: 'IR', kind: 'country', name: 'Iran' },
  ],
  subject: 'CHINA URGED TO TERMINATE CONVENTIONAL ARMS TRANSFERS TO IRAN',
  subjectTitle: 'China Urged to Terminate Conventional Arms Transfers to Iran',
  source: { path: '2008/08BEIJING1882.txt', lines: 31 },
};

/** A record that holds almost nothing. */
export const bare: FrontMatter = { dialect: 'unknown', source: { lines: 1 } };
