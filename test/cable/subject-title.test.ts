import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subjectTitle } from '../../src/cable/subject-title.ts';

test.for([
  ["WHO'S THE BOSS? THE WHO'S REPORT", "Who's the Boss? The WHO's Report"],
  ['DHS/ICE ON ICE', 'DHS/ICE on Ice'],
  ['PDAS SMITH ABOARD HMS MERLIN', 'PDAS Smith Aboard HMS Merlin'],
  ["ECCC, EAS AND ABD AL-RAHIM'S ISF", "ECCC, EAS and Abd Al-Rahim's ISF"],
  ["IRAN'S 63RD YEAR: THE GOI AND THE IAEA", "Iran's 63rd Year: The GOI and the IAEA"],
  ['U.S.-CHINA TALKS ON MTCR AND NPT', 'U.S.-China Talks on MTCR and NPT'],
  ['PART 3 OF 3: THE END OF THE ROAD', 'Part 3 of 3: The End of the Road'],
  ['VISIT TO PORT-AU-PRINCE WITH FM SMITH', 'Visit to Port-au-Prince With FM Smith'],
  ['NGOS AND IDPS: WHO IS TO BLAME?', 'NGOs and IDPs: Who Is to Blame?'],
  ['"THE KING" AND I (A SECOND LOOK)', '"The King" and I (A Second Look)'],
  ["FACE-TO-FACE WITH UNSC'S P-5: G-8, H1N1", "Face-to-Face With UNSC's P-5: G-8, H1N1"],
  ["MCDOE AND O'SMITH IN COTE D'IVOIRE", "McDoe and O'Smith in Cote d'Ivoire"],
  ["CHARGE D'AFFAIRES DOESN'T SPEAK", "Charge d'Affaires Doesn't Speak"],
  ['WORLD WAR II AND PART IV OF XXI CENTURY', 'World War II and Part IV of XXI Century'],
  ['FOLLOW-UP TO 20TH-CENTURY TREATY VIA THE UN', 'Follow-Up to 20th-Century Treaty via the UN'],
  ['HIV/AIDS AND/OR TB IN THE 1990S', 'HIV/AIDS and/or TB in the 1990s'],
  ['MEETING WITH XXXXXXXXXXXX', 'Meeting With XXXXXXXXXXXX'],
  ['ZANU-PF VS. MDC', 'ZANU-PF vs. MDC'],
  ['PAN-AFRICAN PARLIAMENT: FDI, GDP AND VAT', 'Pan-African Parliament: FDI, GDP and VAT'],
  ['WHY THE EU DOES WHAT IT DOES', 'Why the EU Does What It Does'],
  ["A/S DOW AND FM D'ALEMA; I/O ERRORS", "A/S Dow and FM D'Alema; I/O Errors"],
  ['AL-ANBAR, AR-RAMADI AND AL-DIN', 'Al-Anbar, Ar-Ramadi and Al-Din'],
  ["WHO'S WHO IN THE EEBC", "Who's Who in the EEBC"],
  ["SRI LANKA AND VIET NAM IN THE NAM, XI'AN AND LVIV", "Sri Lanka and Viet Nam in the NAM, Xi'an and Lviv"],
  ["YAR'ADUA'S PHD IN BIH", "Yar'Adua's PhD in BiH"],
  ['EGGS, ODD ARCS AND THE ACG FIELD', 'Eggs, Odd Arcs and the ACG Field'],
  ['THE IAEA BOG AND THE PEAT BOG', 'The IAEA BOG and the Peat Bog'],
  ["AL-QA'IDA AND THE BA'ATH PARTY", "Al-Qa'ida and the Ba'ath Party"],
  ['FUNDS OF LASHKAR-E-TAYYIBA (LET)', 'Funds of Lashkar-e-Tayyiba (LET)'],
  ['SEC. POE CALLS ON KING HAMAD BIN ISA', 'Sec. Poe Calls on King Hamad Bin Isa'],
  ['NATO-RUSSIA COUNCIL', 'NATO-Russia Council'],
  ["INT'L LABOR DAY IN ST. PETERSBURG", "Int'l Labor Day in St. Petersburg"],
  ['50% OF GDP AND #2 IN OIL', '50% of GDP and #2 in Oil'],
  ['ZANU(PF), MDC(T) AND UN-AU FORCE', 'ZANU(PF), MDC(T) and UN-AU Force'],
  ["SHI'ITE AND BA'ATHIST WAQF", "Shi'ite and Ba'athist Waqf"],
  ["GOV'T OF ALPHA; GOV. SMITH, INC.", "Gov't of Alpha; Gov. Smith, Inc."],
  ['BIN SMITH OF BRNO ON SA-18 ATGM', 'Bin Smith of Brno on SA-18 ATGM'],
  ['IT SECTOR: A NEW START FOR POL-MIL TIES', 'IT Sector: A New Start for Pol-Mil Ties'],
  [
    'TALKS IN THE HAGUE, RIO DE JANEIRO AND DAR ES SALAAM',
    'Talks in The Hague, Rio de Janeiro and Dar es Salaam',
  ],
  ['R&D AND M&A AT AT&T, THE NO.1 FIRM', 'R&D and M&A at AT&T, the No.1 Firm'],
  ["KIM IL SUNG'S HEIR AND THE CJCS", "Kim Il Sung's Heir and the CJCS"],
  ['1. THE FIRST', '1. The First'],
  ['MR. DOE, GEN. ROE AND CODEL ROE ON THE ROE', 'Mr. Doe, Gen. Roe and CODEL Roe on the ROE'],
  ['A Title That Has Small Letters', 'A Title That Has Small Letters'],
] as const)('%s', ([text, title]) => {
  expect(subjectTitle(text)).toBe(title);
});

test('only the capitals change, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(subjectTitle(text).toLowerCase()).toBe(text.toLowerCase());
    }),
  );
});
