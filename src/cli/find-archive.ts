import { existsSync, statSync } from 'node:fs';
import { findPlaces, type Places } from '../archive/places.ts';
import { Complaint } from './complaint.ts';

/** The archive that the environment names; a `Complaint` where no folder lies there. */
export function findArchive(): Places {
  const places = findPlaces();
  const { cables } = places;
  if (!existsSync(cables)) throw new Complaint(`There is no folder of cables: ${cables}.`);
  if (!statSync(cables).isDirectory()) throw new Complaint(`This is a file, no folder of cables: ${cables}.`);
  return places;
}
