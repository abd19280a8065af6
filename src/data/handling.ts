/**
 * How a cable is handled: precedence, classification, captions, transmission prosigns, executive orders, portion marks,
 * release codes. Each row names its source in `seen` where a count was made over published cables.
 */
export interface HandlingRow {
  token: string;
  /** Other spellings and misprints of the token. */
  variants: readonly string[];
  meaning: string;
  from?: number;
  to?: number;
  /** How often, and in what set of cables. */
  seen?: string;
  unsure?: true;
}

/** Precedences, highest first. Source: ACP 127; 5 FAH-2. */
export const precedences: readonly HandlingRow[] = [
  { token: 'FLASH', variants: ['Z', 'ZZ'], meaning: 'highest: handled at once, ahead of all others', from: 1960, seen: '1 cable of 6,020 with a DTG line' },
  { token: 'NIACT IMMEDIATE', variants: ['NIACT', 'NIACTIMMEDIATE'], meaning: 'immediate, and to be acted on at night; letter O in the DTG line', from: 1960, seen: '3 of 6,712' },
  { token: 'IMMEDIATE', variants: ['O', 'OO', 'IMMED', 'IMMEDIAT'], meaning: 'letter O', from: 1960, seen: '1,629 alone, 282 as the higher of two, of 6,018' },
  { token: 'PRIORITY', variants: ['P', 'PP', 'PIORITY', 'PRIORTY', 'PRORITY'], meaning: 'letter P', from: 1960, seen: '2,391 alone, 81 as the higher of two' },
  { token: 'ROUTINE', variants: ['R', 'RR'], meaning: 'letter R; also meant where an addressee names no precedence', from: 1960, seen: '1,633 alone' },
  { token: 'CRITIC', variants: ['Y', 'W'], meaning: 'critical intelligence; not seen in State traffic', from: 1960, unsure: true },
  { token: 'DEFERRED', variants: ['M'], meaning: 'seen in other services only', from: 1960, unsure: true },
];

/** Classifications and administrative markings, highest first. Source: 5 FAH-3; executive orders. */
export const classifications: readonly HandlingRow[] = [
  { token: 'TOP SECRET', variants: ['T O P S E C R E T', 'TS', 'TOPSECRET'], meaning: 'not sent on the State network: unseen in the Cablegate set; 6 mentions in 2,081,272 of 1973-79', from: 1960 },
  { token: 'SECRET', variants: ['S E C R E T', 'S'], meaning: 'paragraph mark S', from: 1960, seen: '1,207 of 6,712; 110,342 of 2,081,272' },
  { token: 'CONFIDENTIAL', variants: ['C O N F I D E N T I A L', 'C', 'CONFID'], meaning: 'paragraph mark C', from: 1960, seen: '3,297 of 6,712; 455,910 of 2,081,272' },
  { token: 'LIMITED OFFICIAL USE', variants: ['L I M I T E D OFFICIAL USE', 'LOU', 'LIMITED OFF USE'], meaning: 'below classified; gone in October 1995; replaced by SBU', from: 1960, to: 1995, seen: '481,883 of 2,081,272' },
  { token: 'UNCLASSIFIED', variants: ['UNCLAS', 'U', 'UNCL', 'U N C L A S S I F I E D'], meaning: 'the line says UNCLAS, metadata says UNCLASSIFIED', from: 1960, seen: '2,010 of 6,712; 1,032,952 of 2,081,272' },
  { token: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY', variants: ['UNCLAS//FOUO', 'U//FOUO', 'UNCLASSIFIED E F T O'], meaning: 'metadata form of an unclassified cable with SENSITIVE or SBU', from: 1995, seen: '48 lines with // of 6,712' },
  { token: 'SENSITIVE BUT UNCLASSIFIED', variants: ['SBU', 'UNCLAS SENSITIVE', 'UNCLASSIFIED SENSITIVE'], meaning: 'administrative marking, paragraph mark SBU', from: 1995, seen: 'paragraph mark SBU: 10,423 of 50,633 marks' },
  { token: 'CONTROLLED UNCLASSIFIED INFORMATION', variants: ['CUI'], meaning: 'after 2016-2020', from: 2016, unsure: true },
  { token: 'E F T O', variants: ['EFTO', 'UNCLAS E F T O'], meaning: 'encrypted for transmission only; glued to the station in 90 published ids', from: 1960 },
];

/** Captions and channels of the caption zone. Source: 5 FAH-2, 5 FAH-3; published cables. */
export const captions: readonly HandlingRow[] = [
  { token: 'NODIS', variants: ['NO DIS', 'NODISTRIBUTION'], meaning: 'no distribution beyond the addressee but by the Executive Secretary', from: 1960, seen: '8,200 alone of 2,081,272' },
  { token: 'EXDIS', variants: ['EXCLUSIVE DISTRIBUTION'], meaning: 'exclusive distribution', from: 1960, seen: '77,631 alone of 2,081,272' },
  { token: 'LIMDIS', variants: ['LIMITED DISTRIBUTION', 'LIMDIST'], meaning: 'limited distribution', from: 1960, to: 2005, seen: '25,429 of 2,081,272' },
  { token: 'STADIS', variants: ['STATE DISTRIBUTION ONLY'], meaning: 'State distribution only', from: 1960, seen: '14,731 of 2,081,272' },
  { token: 'NOFORN', variants: ['NOFORN//', 'NF', 'NO FOREIGN NATIONALS', 'NOT RELEASABLE TO FOREIGN NATIONALS'], meaning: 'not releasable to foreign nationals', from: 1960, seen: '714 of 6,712 as a caption line' },
  { token: 'SIPDIS', variants: ['SIPDIS SIPDIS'], meaning: 'SIPRNet distribution; put in automatically, often twice', from: 1999, seen: '7,588 lines in 6,712 cables; usually two a cable up to 2008' },
  { token: 'SENSITIVE', variants: ['SENSITIVE SIPDIS'], meaning: 'State handling caption for SBU', from: 1995, seen: '1,154 of 6,712' },
  { token: 'SBU', variants: ['SENSITIVE BUT UNCLASSIFIED'], meaning: 'as a caption line', from: 1995 },
  { token: 'NOFORN SIPDIS', variants: ['SENSITIVE SIPDIS', 'SIPDIS NOFORN'], meaning: 'two captions in one line: split', from: 1999, seen: '20 of 6,712' },
  { token: 'ORCON', variants: ['OC'], meaning: 'originator controls dissemination', from: 1970 },
  { token: 'PROPIN', variants: ['PR'], meaning: 'proprietary information', from: 1970 },
  { token: 'RELIDO', variants: [], meaning: 'release by the intelligence disclosure official', from: 2001 },
  { token: 'REL TO', variants: ['REL', 'RELEASABLE TO', 'REL NATO', 'REL ISAF'], meaning: 'releasable to the states or bodies named: keep the list', from: 1970, seen: 'paragraph marks S/REL NATO 24, C/REL NATO 18, C/REL ISAF 17 in the sample' },
  { token: 'FGI', variants: ['FOREIGN GOVERNMENT INFORMATION'], meaning: 'foreign government information', from: 1995, seen: 'S//FGI//NF 10' },
  { token: 'WNINTEL', variants: [], meaning: 'warning: intelligence sources or methods; abolished 1995', from: 1970, to: 1995 },
  { token: 'NOCONTRACT', variants: ['NC'], meaning: 'not releasable to contractors; abolished 1995', from: 1970, to: 1995 },
  { token: 'FOUO', variants: ['FOR OFFICIAL USE ONLY', 'U//FOUO'], meaning: 'for official use only', from: 1970, seen: '15 paragraph marks' },
  { token: 'LES', variants: ['LAW ENFORCEMENT SENSITIVE'], meaning: 'law enforcement sensitive', from: 2000 },
  { token: 'TERREP', variants: ['TERREP EXCLUSIVE', 'TERREP COLLECTIVE'], meaning: 'terrorism reporting', from: 1980 },
  { token: 'SIPDIS EXDIS', variants: [], meaning: 'not allowed together in practice; report', from: 2005, unsure: true },
  { token: 'ROGER CHANNEL', variants: ['ROGER', 'ROG'], meaning: 'intelligence matters, handled by INR', from: 1960, seen: '2,975 channel marks ROG of 2,081,272' },
  { token: 'SY CHANNEL', variants: ['SY'], meaning: 'security channel (now DS CHANNEL)', from: 1960, to: 1985, seen: '10,358' },
  { token: 'DS CHANNEL', variants: ['DSX', 'DS'], meaning: 'diplomatic security channel', from: 1985 },
  { token: 'STR CHANNEL', variants: ['STR'], meaning: 'restricted handling, 1970s', from: 1970, to: 1980, seen: '398', unsure: true },
  { token: 'OC CHANNEL', variants: ['OC'], meaning: 'communications channel', from: 1970, to: 1985, seen: '205', unsure: true },
  { token: 'DISSENT CHANNEL', variants: ['DISSENT'], meaning: 'dissent', from: 1971 },
  { token: 'DIRGEN CHANNEL', variants: ['DIRECTOR GENERAL CHANNEL'], meaning: 'personnel, eyes of the Director General', from: 1975 },
  { token: 'AGREMENT CHANNEL', variants: ['AGREMENT'], meaning: 'naming of ambassadors', from: 1990 },
  { token: 'MED CHANNEL', variants: ['MED'], meaning: 'medical', from: 1970, seen: '5' },
  { token: 'TM CHANNEL', variants: ['TM'], meaning: 'travel messages', from: 1975 },
  { token: 'CODEL', variants: ['STAFFDEL'], meaning: 'congressional travel', from: 1960 },
  { token: 'OFFICIAL INFORMAL', variants: ['OFFICIAL-INFORMAL', 'O-I', 'SENSITIVE OFFICIAL INFORMAL'], meaning: 'person to person between posts and Department', from: 1960 },
  { token: 'EYES ONLY', variants: ['FOR ... ONLY', 'ONLY FOR ...', 'AMBASSADOR ONLY'], meaning: 'named readers only; metadata value ONLY', from: 1960, seen: '30,615 of 2,081,272' },
  { token: 'CHEROKEE', variants: [], meaning: 'Secretary level, 1960s-70s', from: 1960, to: 1980, unsure: true },
  { token: 'CONDIS', variants: ['CONTROLLED DISTRIBUTION'], meaning: 'controlled distribution', from: 2000, unsure: true },
  { token: 'NOTAL', variants: [], meaning: 'not to all addressees; belongs to a reference, not to the cable', from: 1960, seen: '89 of 3,842 REF blocks' },
  { token: 'INFORM CONSULS', variants: ['INFORM CONSULS AS APPROPRIATE'], meaning: 'post is to tell its consulates', from: 1960 },
  { token: 'ALDAC', variants: ['ALL DIPLOMATIC AND CONSULAR POSTS'], meaning: 'to all posts: an address group rather than a caption', from: 1960 },
  { token: 'CORRECTED COPY', variants: ['C O R R E C T E D COPY', 'C O R R E C T E D  C O P Y', 'CORRECTED COPY (TEXT ADDED)', 'CCY'], meaning: 'replaces an earlier sending: keep the note in brackets', from: 1960, seen: '134 of 6,712' },
  { token: 'SUSPECTED DUPLICATE', variants: ['SUSPECTED DUPE'], meaning: 'second sending; glued into one published id', from: 1960 },
  { token: 'NOT FOR INTERNET DISTRIBUTION', variants: ['NOFORN, NOT FOR INTERNET DISTRIBUTION'], meaning: 'no posting on the net', from: 1998 },
  { token: 'PROTECT AS FGI', variants: ['PLEASE PROTECT ACCORDINGLY'], meaning: 'a sentence, not a caption: goes to the body', from: 1990 },
  { token: 'SPECAT', variants: ['SPECIAL CATEGORY', 'SPECAT EXCLUSIVE'], meaning: 'military handling', from: 1960 },
  { token: 'MCN', variants: [], meaning: 'message continuity number: not a caption but the number behind an addressee', from: 1980, seen: '21,587 of 40,404 routed addressees' },
];

/** Format lines and prosigns of the transmission. Source: ACP 127. */
export const formatLines: readonly HandlingRow[] = [
  { token: 'VZCZC', variants: [], meaning: 'format line 1: start of message and channel number (VZCZCXRO1234, VZCZCXYZ0015)', from: 1980, seen: '5,729 of 6,712' },
  { token: 'PP RUEH..', variants: ['OO', 'RR', 'ZZ'], meaning: 'format line 2: precedence doubled and routing indicators of this relay', from: 1980, seen: '5,751 of 6,712' },
  { token: 'DE', variants: ['DE RUEHXX #0012/01 0331010'], meaning: 'format line 3: station that sends, serial /section, day of year and time', from: 1980, seen: '5,729 of 6,712' },
  { token: 'ZNR UUUUU', variants: ['ZNR'], meaning: 'format line 4: may go in the clear; unclassified', from: 1980, seen: '1,705' },
  { token: 'ZNY CCCCC', variants: ['ZNY'], meaning: 'format line 4: encrypted; confidential', from: 1980, seen: '2,920' },
  { token: 'ZNY SSSSS', variants: ['ZNY'], meaning: 'format line 4: encrypted; secret', from: 1980, seen: '1,038' },
  { token: 'ZNY EEEEE', variants: ['ZNY'], meaning: 'format line 4: unclassified E F T O or sensitive', from: 1980, seen: '18' },
  { token: 'ZNY TTTTT', variants: ['ZNY'], meaning: 'format line 4: top secret', from: 1980 },
  { token: 'ZZH', variants: [], meaning: 'format line 4, behind ZNR or ZNY: part of the security check', from: 1980 },
  { token: 'ZDK', variants: ['ZDK CTG RUEHNM #1234', 'ZDK RE YOUR SVC'], meaning: 'repeat of a message, at the request of the relay named', from: 1980, seen: 'about 150 of 6,018' },
  { token: 'ZDS', variants: ['ZDS ZDS'], meaning: 'repeat with a correction', from: 1980, seen: 'about 36' },
  { token: 'ZFF', variants: ['ZFF4', 'ZFF6', 'ZFF9'], meaning: 'tell me when delivered (number = to whom)', from: 1970, seen: '14' },
  { token: 'ZFD', variants: [], meaning: 'suspected duplicate', from: 1970, seen: '4' },
  { token: 'ZFR', variants: ['ZFR ZFR ZFR', 'ZFR CANCEL TELEGRAM'], meaning: 'cancel the message', from: 1970, seen: '6' },
  { token: 'ZEL', variants: ['//ZEL//'], meaning: 'this is a correction', from: 1980, seen: '3' },
  { token: 'ZUI', variants: [], meaning: 'see the service message named', from: 1980, seen: '3' },
  { token: 'ZEN', variants: ['ZEN/'], meaning: 'delivered by other means; stands where a routing indicator stands', from: 1980, seen: '11' },
  { token: 'XMT', variants: [], meaning: 'exempt: posts of the collective that do not get it', from: 1980, seen: '6' },
  { token: 'BT', variants: [], meaning: 'break: start or end of text', from: 1960, seen: '0 in published copies' },
  { token: 'NNNN', variants: ['NNN', 'NNNNVVVV', 'NNNNMAFVVZCZ'], meaning: 'end of message', from: 1960, seen: '30 of 6,712' },
];

/** Executive orders on classification, with their misprints. Source: the orders. */
export const executiveOrders: readonly HandlingRow[] = [
  { token: '10501', variants: [], meaning: 'before 1972: no line in telegrams', from: 1953, to: 1972 },
  { token: '11652', variants: ['16652', '11653'], meaning: '1 June 1972 to 1 December 1978', from: 1972, to: 1978, seen: '2 of 6,712; the rule of 1973-78' },
  { token: '12065', variants: ['12056'], meaning: '1 December 1978 to 1 August 1982', from: 1978, to: 1982, seen: '1 of 6,712' },
  { token: '12356', variants: ['12536'], meaning: '1 August 1982 to 14 October 1995', from: 1982, to: 1995, seen: '7 of 6,712' },
  { token: '12958', variants: ['12598', '12928', '12985', '19528', '19523'], meaning: '14 October 1995 to 27 June 2010 (amended by 13292 in 2003)', from: 1995, to: 2010, seen: '6,661 of 6,712' },
  { token: '13526', variants: ['13256'], meaning: '27 June 2010 onward', from: 2010, seen: '0 in the sample' },
  { token: '13292', variants: [], meaning: 'amends 12958 (25 March 2003); the cable line went on to name 12958', from: 2003, to: 2010 },
];

/** What stands behind the number on the E.O. line. Source: the orders; 5 FAH-3. */
export const declassificationActions: readonly HandlingRow[] = [
  { token: 'GDS', variants: ['11652: GDS', 'GDS 3/4/85'], meaning: '11652: general declassification schedule. 12065: GDS with a date six years on', from: 1972, to: 1982, seen: '362,453 metadata values GS of 2,081,272' },
  { token: 'ADS', variants: ['ADS, DECLAS date or event'], meaning: 'advanced declassification schedule: date or event follows', from: 1972, to: 1978 },
  { token: 'XGDS-1', variants: ['XGDS1', 'X1'], meaning: 'exempt: foreign government information', from: 1972, to: 1978, seen: '26,377' },
  { token: 'XGDS-2', variants: ['XGDS2', 'X2'], meaning: 'exempt: statute, cryptography, intelligence sources', from: 1972, to: 1978, seen: '7,273' },
  { token: 'XGDS-3', variants: ['XGDS3', 'X3'], meaning: 'exempt: a system, plan, project or foreign relations matter', from: 1972, to: 1978, seen: '6,717' },
  { token: 'XGDS-4', variants: ['XGDS4', 'X4'], meaning: 'exempt: danger to a person', from: 1972, to: 1978, seen: '1,794' },
  { token: 'RDS', variants: ['RDS-1', 'RDS-2', 'RDS-3', 'RDS-4'], meaning: '12065: review schedule, reason number, date (twenty years)', from: 1978, to: 1982 },
  { token: 'XDS', variants: ['XDS-1', 'XDS-4'], meaning: '12065: extended schedule', from: 1978, to: 1982 },
  { token: 'DECL', variants: ['DECL: 05/15/2018', 'DECL:2018/05/15', 'DECL 05/15/18', 'DECL: 15 MAY 2018', 'DECL ON'], meaning: 'date or event', from: 1982, seen: '4,665 of 6,712 incl. all date forms' },
  { token: 'OADR', variants: ['DECL: OADR', 'DECL:OADR'], meaning: 'originating agency\'s determination required', from: 1982, to: 2003, seen: '7 of 6,712' },
  { token: 'X1', variants: ['DECL: X1', '1.6X1', 'X1-X8'], meaning: '12958: exempt from ten years, category n', from: 1995, to: 2003 },
  { token: 'MR', variants: ['DECL: MR'], meaning: 'manual review', from: 2003, to: 2005, seen: '3' },
  { token: '25X1', variants: ['25X1-25X9', 'DECL: 25X1'], meaning: 'exempt from 25 years', from: 1995 },
  { token: '50X1', variants: ['50X1-HUM', '50X2-WMD'], meaning: 'exempt from 50 years', from: 2010 },
  { token: 'N/A', variants: ['NA', 'N A', 'n/a'], meaning: 'not classified, or not applicable', from: 1972, seen: '1,987 of 6,712' },
  { token: 'DNG', variants: ['DNG: CO 03/04/2026'], meaning: 'downgrade to confidential on the date', from: 1995, seen: 'about 8 of 6,712' },
  { token: 'TAGS', variants: ['TAGS in the E.O. line'], meaning: 'line break lost: split before TAGS', from: 1980, seen: '195 of 6,712 have text behind the date' },
  { token: 'OR-M', variants: ['OR-P', 'OR-O'], meaning: '12065: origin of the decision: M ambassador, P political officer, O other', from: 1978, to: 1982, unsure: true },
];

/** Reasons for classification. Source: the orders. */
export const classificationReasons: readonly HandlingRow[] = [
  { token: '1.4', variants: ['1.4 (b) and (d)', '1.4 B/D', '1,4', '1. 4'], meaning: 'reasons of E.O. 12958 as amended and 13526: a military; b foreign government; c intelligence; d foreign relations; e science, economy; f nuclear facilities; g vulnerabilities; h weapons of mass destruction', from: 2003, seen: '4,185 of 4,404' },
  { token: '1.5', variants: ['1.5 (b) and (d)'], meaning: 'the same reasons in E.O. 12958 before 2003', from: 1995, to: 2003, seen: '218 of 4,404' },
  { token: '1.6', variants: ['1.6X1'], meaning: 'exemption from automatic declassification before 2003', from: 1995, to: 2003, seen: '1' },
  { token: '1.3', variants: ['1.3(a)(1)'], meaning: 'reasons of E.O. 12356', from: 1982, to: 1995, unsure: true },
];

/** Portion marks of paragraphs. Source: 5 FAH-3. */
export const portionMarks: readonly HandlingRow[] = [
  { token: '(U)', variants: ['U', 'UNC'], meaning: 'unclassified paragraph', from: 1980, seen: '7,190' },
  { token: '(SBU)', variants: ['SBU', 'SBU/NF', 'SBU//NF'], meaning: 'sensitive but unclassified', from: 1995, seen: '10,423' },
  { token: '(LOU)', variants: ['LOU'], meaning: 'limited official use', from: 1980, to: 1995 },
  { token: '(C)', variants: ['C'], meaning: 'confidential', from: 1980, seen: '24,183' },
  { token: '(S)', variants: ['S'], meaning: 'secret', from: 1980, seen: '3,838' },
  { token: '(TS)', variants: ['TS'], meaning: 'top secret', from: 1980 },
  { token: '(C/NF)', variants: ['C//NF', 'C NF', 'C/NOFORN', 'CNF'], meaning: 'confidential, no foreign nationals', from: 1980, seen: '1,694 + 153' },
  { token: '(S/NF)', variants: ['S//NF', 'S NF', 'S/NOFORN', 'SNF'], meaning: 'secret, no foreign nationals', from: 1980, seen: '2,488 + 314' },
  { token: '(S/REL ..)', variants: ['C/REL ..', 'S//REL ..', 'SBU/REL ..'], meaning: 'releasable to the party named', from: 1995, seen: 'about 150' },
  { token: '(S//FGI//NF)', variants: ['FGI'], meaning: 'foreign government information', from: 2003, seen: '10' },
  { token: '(U//FOUO)', variants: ['U/FOUO', 'FOUO'], meaning: 'for official use only', from: 1995, seen: '15' },
  { token: 'C - ENTIRE TEXT', variants: ['CONFIDENTIAL - ENTIRE TEXT', 'SECRET ENTIRE TEXT', '(C-ENTIRE TEXT)'], meaning: 'paragraph 1 that marks all paragraphs', from: 1978, to: 2000 },
];

/** Exemptions and stamps of releases. Source: the Freedom of Information Act; stamps of published releases. */
export const releaseCodes: readonly HandlingRow[] = [
  { token: 'B1', variants: ['(b)(1)', '(B1)', '1.4(B)', '1.4(D)'], meaning: 'withheld: national security', from: 1967 },
  { token: 'B2', variants: ['(b)(2)'], meaning: 'withheld: internal rules', from: 1967 },
  { token: 'B3', variants: ['(b)(3)', 'B3 INA SECTION 222(F)'], meaning: 'withheld: by statute', from: 1967 },
  { token: 'B4', variants: ['(b)(4)'], meaning: 'withheld: trade secrets', from: 1967 },
  { token: 'B5', variants: ['(b)(5)'], meaning: 'withheld: deliberation', from: 1967 },
  { token: 'B6', variants: ['(b)(6)'], meaning: 'withheld: privacy', from: 1967 },
  { token: 'B7', variants: ['(b)(7)(A)-(F)', 'B7(C)'], meaning: 'withheld: law enforcement', from: 1967 },
  { token: 'B8', variants: ['(b)(8)'], meaning: 'withheld: banks', from: 1967 },
  { token: 'B9', variants: ['(b)(9)'], meaning: 'withheld: wells', from: 1967 },
  { token: 'NR', variants: ['NOT RESPONSIVE', 'NON-RESPONSIVE'], meaning: 'left out: not asked for', from: 1990 },
  { token: 'RELEASE IN FULL', variants: ['RIF', 'RELEASED IN FULL'], meaning: 'stamp on each page', from: 1980 },
  { token: 'RELEASE IN PART', variants: ['RIP', 'RELEASED IN PART B1,B6', 'EXCISE'], meaning: 'stamp on each page', from: 1980 },
  { token: 'DENIED IN FULL', variants: ['DIF', 'DENY'], meaning: 'stamp or withdrawal sheet', from: 1980 },
  { token: 'UNCLASSIFIED U.S. Department of State Case No.', variants: ['Case No. F-2014-00001 Doc No. C00000001 Date: 01/02/2015'], meaning: 'footer of each page', from: 2008 },
  { token: 'DECLASSIFIED/RELEASED US DEPARTMENT OF STATE EO SYSTEMATIC REVIEW', variants: ['Sheryl P. Walter ... 20 Mar 2014', 'Margaret P. Grafeld ... 22 May 2009', '... 04 MAY 2006', '... 05 JUL 2006', '... 06 JUL 2006', '... 30 JUN 2005'], meaning: 'footer of each page of the 1973-79 release; the day names the release year (see the specification)', from: 2005, to: 2014, seen: '2,081,272 of 2,081,272' },
  { token: 'XXXXXXXXXXXX', variants: ['XXXX', 'xxxx', 'Xxxxxxxxxxxx'], meaning: 'name taken out by a publisher; the count of letters says nothing', from: 2010, seen: '989 of 6,712' },
  { token: '[REDACTED]', variants: ['[...]', '[text removed]', '[not declassified]', '[name not declassified]', '[1 line not declassified]'], meaning: 'other publishers\' forms', from: 1990 },
];
