/** Wrapping, and what the machines put between the lines: page banners, section footers, repeated heads, release stamps. */
import type { Draft } from './draft-cable.ts';
import { classificationLine, shortDtg } from './write-head.ts';

const WIDTH = 65;

/** Breaks a line at blanks, at most `width` characters to a piece. */
export function wrapLine(line: string, width = WIDTH): string[] {
  const out: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width);
    if (at <= 0) break;
    out.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  out.push(rest);
  return out;
}

/** Body with section footers inside it, and now and then the head of the next section. */
export function furnishSections(draft: Draft, lines: readonly string[], labels: readonly string[]): string[] {
  const { random, place, sections } = draft;
  if (sections === 1) return [...lines];
  const every = Math.ceil(lines.length / sections);
  const repeated = random.chance(0.15);
  const half = random.chance(0.27);
  return lines.flatMap((line, index) => {
    if (index === 0 || index % every !== 0) return [line];
    const section = index / every + 1;
    const number = `${String(section).padStart(3, '0')}${half ? '.2' : ''} OF ${String(sections).padStart(3, '0')}`;
    const footer = ['', `${place.stationName} ${String(place.serial).padStart(8, '0')}  ${number}`, ''];
    const head = repeated ? ['', classificationLine(draft, section), '', 'SIPDIS', '', ...labels] : [];
    return [...footer, ...(random.chance(0.05) ? ['SIPDIS'] : []), ...head, line];
  });
}

/** Pages of the 1970s: the classification above and below, a banner with station, number and time. */
export function furnishPages(draft: Draft, lines: readonly string[]): string[] {
  const { place, classification } = draft;
  const station = place.post.station1973 ?? place.post.station.slice(0, 6);
  const out: string[] = [];
  for (let first = 0, page = 1; first < lines.length; first += 50, page++) {
    const banner = `PAGE ${String(page).padStart(2, '0')}        ${station.padEnd(6)}  ${String(place.serial).padStart(5, '0')}  ${shortDtg(place.time)}`;
    out.push(classification, '', banner, '', ...lines.slice(first, first + 50), '', classification, '');
  }
  return [...out, 'NNN'];
}

/** A release under the Freedom of Information Act: stamps on each page, blanked words with the exemption in the margin. */
export function furnishRelease(draft: Draft, lines: readonly string[]): string[] {
  const { random, place } = draft;
  const stamp = `UNCLASSIFIED  U.S. Department of State Case No. F-2014-${String(draft.index % 100_000).padStart(5, '0')} Doc No. C0${random.int(5_000_000, 5_999_999)} Date: 03/11/2015`;
  const out = [`${' '.repeat(56)}RELEASE IN PART`, `${' '.repeat(56)}B1,B6`];
  lines.forEach((line, index) => {
    const long = line.length > 50 && place.year > 1972 && random.chance(0.05);
    const cut = line.lastIndexOf(' ', 30);
    out.push(
      long && cut > 0
        ? `${line.slice(0, cut)} [${' '.repeat(20)}]`.padEnd(66) + random.pick(['B1', 'B6', 'B5'])
        : line,
    );
    if (index % 55 === 54) out.push(stamp);
  });
  return [...out, 'REVIEW AUTHORITY: Talmi Zaberno, Senior Reviewer', stamp];
}
