import { tagRows } from '../../data/tags.ts';
import { matchPost } from '../find-post.ts';

// Words of titles and offices, seen in Classified-by lines: none of them is (part of) a name there.
const titleWords = new Set(
  `A.I AD AI AIT ACOM AMEMBASSY AMCONSUL ACTING ACTG ADCM ADMIRAL APO BG BRIG BRIGADIER CMDR COM DELEGATE DPO DPR ESCORT GEN HOD MCEA MCPA MG PEC RADM REAR RLO VADM ADVISER ADVISOR ALTERNATE AREA EPRT LARGE AFFAIRE AFFAIRES AFFAIRS AGENCY AGENT AGRICULTURAL AGRICULTURE AMB AMBASSADOR AMBASSADORS AMBO AMCIT
  ANALYSIS ANALYST ARMS ASSISTANT ASSOCIATE ASST ATTACHE ATTACHÉ ATTORNEY AUTHORITY BILATERAL BIOLOGICAL BORDER BRANCH BUREAU BY CAPT CAPTAIN CDA CDR
  CENTER CG CHAIR CHAIRMAN CHARGE CHEMICAL CHARGÉ CHARGÉD CHEIF CHIEF CHIEFS CJTF CLASSIFIED CLASSIFYING COL COLONEL COMMAND COMMANDER COMMERCIAL
  COMMISSION COMMISSIONER COMPLIANCE CONFERENCE CONGEN CONOFF CONS CONSUL CONSULAR CONSULATE CONTROL COOPERATION COORDINATOR COUNCIL COUNS COUNSEL
  COUNSELLOR COUNSELOR COUNTERTERRORISM COUNTRY CULTURAL CUSTOMS D'AFFAIRE D'AFFAIRES D'AFFAIRS DAFFAIRE DAFFAIRES DAO DAS DATT DCM DEA DEFENSE DELEGATION DELOFF
  DEPARTMENT DEPT DEPUTY DESK DEVELOPMENT DHS DIR DIRECTOR DISARMAMENT DIVISION DOCTOR DR DRL ECMIN ECOMIN ECON ECONCHIEF ECONMIN ECONCOUNS ECONOFF ECONOMIC
  ECONOMICS EEB EMBASSY EMBOFF EMIN ENERGY ENFORCEMENT ENV ENVIRONMENT ENVIRONMENTAL ENVOY EPOL ESTH EST EXECUTIVE EXTERNAL FCS
  FINANCE FINANCIAL FIRST FOREIGN FORMER FSO GENERAL GENERAL'S GLOBAL GOVERNANCE GOVERNMENT GOVERNOR GROUP HEAD HEALTH HON HONORABLE HUMAN IO INFORMATION ISSUES
  INL INR INTEL INTELLIGENCE INTERAGENCY INTERIM INTERNAL INTERNATIONAL INVESTMENT JUSTICE LABOR LAW LEAD LEADER LEGAL LEGATT LIAISON LT LTC LTCOL MAJ MAJOR MANAGEMENT
  MANAGER MARINE MEMBER MGMT MILITARY MIN MINCOUNS MINISTER MISSILE MISSION MONITORING MR MRS MS MULTILATERAL MULTIPLE NARCOTICS NAS NATIONAL NATO NONPROLIFERATION NUCLEAR OBSERVER OCEANS OFF OFFICE
  OFFICER OIC ORGANIZATION ORGANIZATIONS OSCE PAO PAS PDAS PERM PERMANENT PERMREP PETROLEUM PLANNING PLENIPOTENTIARY EXTRAORDINARY PM PO POL POLAD POLCHIEF POLCONS POLCOUNS POLICY POLITICAL
  POLITICAL-ECONOMIC POLITICAL-MILITARY POL-ECON POL-MIL POLEC POLECON POLMIL POLMIN POLOFF POST POST'S POSTS PRESS PRINCIPAL PROGRAM PROGRAMS PROLIFERATION PROVINCIAL PRT PUBLIC RECONSTRUCTION REFCOORD REFUGEE REGIONAL
  REO REP REPORTING REPRESENTATIVE RIGHTS RPO RSO SCIENCE SECOND SECRETARIAT SECRETARY SECTION SECTOR SECURITY SENIOR SERVICE SOURCE SOURCES SPECIAL SPECIALIST STAFF STATE STATES STRATEGIC
  SUPERVISOR SUPERVISORY TEAM TECHNOLOGY THE THIRD TRADE TRAFFICKING TRANSNATIONAL TRANSPORTATION TREASURY U.S U.S.A UN UNDER UNIT UNITED UNVIE US USA USAID USAU USDEL USEU USG USINT USMISSION
  USNATO USOSCE USTR USUN VICE VISA WATCH WATCHER WEAPONS YEMEN'S DESIGNATE EMERITUS PRESIDENT EDITOR DERIVATIVELY CLASSIFIER ORIGINAL DRAFTER DRAFTED APPROVED`
    .split(/\s+/)
    .filter(Boolean),
);
const linkWords = new Set([
  'OF',
  'FOR',
  'TO',
  'IN',
  'AT',
  'ON',
  'THE',
  'AND',
  '&',
  'FROM',
  'BY',
  'WITH',
  'AS',
]);
// Words that say where, not what, at the front of a segment: an office rather than a title.
const officeWords =
  /^(?:THE[ \t])?(?:(?:U\.?S\.?|UNITED[ \t]STATES|AMERICAN)[ \t])?(?:AM)?(?:EMBASSY|EMB|CONSULATE|BUREAU|DEPARTMENT|DEPT|MISSION|DELEGATION|STATE|USUN|USNATO|USEU|USOSCE|UNVIE|OFFICE[ \t]OF|CONSUL|CONGEN|WASHINGTON|USMISSION|USINT|AGENCY|USDOS|DOS)\b(?!.*\b(?:OFFICER|CHIEF|DIRECTOR)\b)|^[A-Z]{1,5}(?:\/[A-Z]{1,5}){1,3}$|^(?:EUR|EAP|NEA|SCA|WHA|AF|INR|INL|ISN|IO|PRM|DRL|OES|EEB|EB|CA|DS|VCI|AVC|NP|AC|SA|ARA|EXEC|POL|ECON|CONS|MGT|MGMT)$/i;

let places: Set<string> | undefined;

/** Names of countries and regions in capitals. */
function countryNames(): Set<string> {
  if (places) return places;
  places = new Set([
    'IRAQ',
    'IRAN',
    'RUSSIA',
    'NATO',
    'CHINA',
    'EAST ASIA',
    'SOUTH ASIA',
    'NEAR EAST',
    'ASIA',
    'THE EU',
  ]);
  for (const row of tagRows)
    if (row.kind === 'country')
      places.add(
        row.name
          .replace(/[(:,].*$/, '')
          .trim()
          .toUpperCase(),
      );
  return places;
}

/** Whether the words, in capitals, name a country or region. */
export function isCountry(words: string): boolean {
  return countryNames().has(words);
}

/** How many words at `at` name a country, region or post: `South Africa` two, `Ghana` one, others none. */
export function placeWords(words: readonly string[], at: number): number {
  // Northern Iraq
  if (/^(?:NORTH|SOUTH|EAST|WEST)ERN$|^CENTRAL$/i.test(words[at] ?? '')) {
    const place = placeWords(words, at + 1);
    if (place > 0) return place + 1;
  }
  for (let count = Math.min(3, words.length - at); count > 0; count -= 1) {
    const name = words
      .slice(at, at + count)
      .join(' ')
      .replace(/[.,]+$/, '')
      .toUpperCase();
    if (countryNames().has(name)) return count;
  }
  const post = matchPost(words.slice(at, at + 4), 0);
  return post && post.how !== 'alias' ? post.words : 0;
}

/** Whether a word is part of a title or office. `mixed`: the text is not all in capitals, so a short word in capitals is a code. */
export function isTitleWord(word: string, mixed: boolean): boolean {
  const plain = word.replaceAll('’', "'").replace(/^["“”'(]+|[."“”'),:;]+$/g, '');
  const capitals = plain.toUpperCase();
  if (titleWords.has(capitals) || linkWords.has(capitals)) return true;
  if (/(?:ER|OR|NT|SUL|IST|CHIEF)S$/.test(capitals) && titleWords.has(capitals.slice(0, -1))) return true;
  if (plain.includes('/')) return true;
  // Implementation, Disarmament: a matter, no name
  if (capitals.length > 7 && /(?:TION|SION|MENT)S?$/.test(capitals)) return true;
  if (
    /^(?:A|ACTING|AMBASSADOR|CO|CONSUL|COUNSELOR|DEP|DEPUTY|VICE|POL|ECON|CONS|MGT|MIL|MINISTER|POLITICAL|ECONOMIC|POLITICO|SENIOR)-[A-Z-]+$/.test(
      capitals,
    )
  )
    return true;
  if (
    /^(?:DEP)?(?:POL|ECON|CONS|EMB|AMB|AID|CON|REF|PRIN|LAB|ESTH|AG|FIN|TREAS|PM|SCI|LEG|COM|ADMIN|PA)(?:MIL|MIN|ECON)?(?:OFF|OFFS|CHIEF|COUNS?|COUNSELOR|OFFICER|GEN|COORD|ATT)S?$/.test(
      capitals,
    )
  )
    return true;
  return mixed && isCode(plain);
}

/** Words of titles that are surnames too: behind a given name, at the end, they are. */
export function maybeSurname(word: string): boolean {
  return /^(?:HEAD|LAW|SERVICE|PRESS|MAJOR|POST|MARINE|DAS|PO|BORDER|DESK|STAFF|LEAD|GOVERNOR|MIN|COM|GEN|PEC|REAR)$/i.test(
    word,
  );
}

/** POL, EUR in a line of small letters: a code of an office, unless it is a surname in capitals. */
export function isCode(word: string): boolean {
  return /^[A-Z]{2,5}$/.test(word) && !/^(?:II|III|IV|JR|SR)$/.test(word) && !titleWords.has(word);
}

/** Whether a word only links others: OF, FOR, THE. */
export function isLinkWord(word: string): boolean {
  return linkWords.has(word.toUpperCase());
}

/** Whether words name an office or post rather than a title: `Embassy Lima`, `EUR/PRA`. */
export function isOffice(text: string): boolean {
  return officeWords.test(text.trim());
}

/** Whether a word may be part of a person's name: a capitalised word, an initial, a particle, a generation. */
export function isNameWord(word: string): boolean {
  return (
    /^["“”'(]?\p{Lu}[\p{L}'’."-]*[)"“”']?$/u.test(word) ||
    /^(?:de|la|las|los|del|della|di|da|dos|du|van|von|der|den|ter|bin|ibn|al|el|e|y|st\.|le|ten)$/.test(
      word,
    ) ||
    /^(?:d'|D'|O'|al-|el-|de)\p{Lu}[\p{L}'’-]*\.?$/u.test(word)
  );
}
