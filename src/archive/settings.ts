/** The publisher's settings: what they are, what they are where nothing is said, and how `archive.yaml` is read. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/, 'a language tag like en, es or pt-BR');
const address = z.url({ protocol: /^https?$/, error: 'an address like https://cables.example.org' });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-05-15');

const collection = z.strictObject({
  title: text.optional(),
  description: text.optional(),
  /** Where the texts come from. */
  source: text.optional(),
  licence: text.optional(),
  /** Invented texts: each of the pages says so. */
  specimen: z.boolean().default(false),
  /** When it came into the archive: feeds show its cables as new of that day. */
  added: day.optional(),
});

const removal = z.strictObject({
  /** When the cable was taken out. */
  date: day.optional(),
  /** Why, in words for the reader. */
  reason: text,
});

export const settingsSchema = z.strictObject({
  title: text.default('Cable Archive'),
  description: text.optional(),
  /** Address of the site, with the base path or without it. */
  url: address.optional(),
  /** Path of the site on its host: `/` or `/archive/`. Left out, it is the path of `url`. */
  base: z
    .string()
    .regex(/^[A-Za-z0-9/._~-]*$/, 'a path like /archive/')
    .optional(),
  language: language.default('en'),
  publisher: text.optional(),
  licence: text.optional(),
  /** Where readers can write to: a mail address or a web page. */
  contact: text.optional(),
  /** By folder. */
  collections: z.record(z.string(), collection).default({}),
  /** Which files stand beside each page. */
  twins: z
    .strictObject({
      source: z.boolean().default(true),
      json: z.boolean().default(true),
      markdown: z.boolean().default(true),
    })
    .prefault({}),
  /** Which files the site offers besides pages and what stands beside each of them. */
  downloads: z
    .strictObject({
      /** All records and tables, under `/data/`. */
      archive: z.boolean().default(true),
      /** A table beside each list. */
      lists: z.boolean().default(true),
      /** A feed of the whole archive and of each list, where `url` is set. */
      feeds: z.boolean().default(true),
    })
    .prefault({}),
  search: z
    .strictObject({
      /** Words that one part of the search index may hold. */
      words: z.int().min(1000).max(1_000_000_000).default(16_000_000),
      /** Megabytes that the indexers that run side by side may take together. */
      memory: z.int().min(256).max(65_536).default(3200),
    })
    .prefault({}),
  pages: z
    .strictObject({
      /** Megabytes that threads making pages may take beside the first: each holds the catalog. */
      memory: z.int().min(0).max(65_536).default(1024),
    })
    .prefault({}),
  reading: z
    .strictObject({
      /** Megabytes; larger files are left out with a message. */
      largestFile: z.int().min(1).max(500).default(100),
      /** Files left alone, as globs relative to the cables folder. */
      ignore: z.array(text).default([]),
      /** Threads that read and make pages; 0 for as many as there are cores and pay. */
      threads: z.int().min(0).max(256).default(0),
    })
    .prefault({}),
  /** Cables taken out of the archive, by id: their addresses say so. */
  removed: z.record(z.string(), removal).default({}),
});

export type Collection = z.output<typeof collection>;
export type Removal = z.output<typeof removal>;

type Read = z.output<typeof settingsSchema>;

export interface Settings extends Omit<Read, 'base'> {
  /** Begins and ends with a slash. */
  base: string;
  /** Origin of the site (`https://cables.example.org`), where its address is known. */
  origin?: string;
}

/** Settings with their defaults filled in; takes what `archive.yaml` holds. Throws zod's error on what is not allowed. */
export function completeSettings(value: unknown): Settings {
  const { base, ...read } = settingsSchema.parse(value ?? {});
  const parts = (base ?? (read.url ? new URL(read.url).pathname : '/')).split('/').filter(Boolean);
  const settings: Settings = { ...read, base: parts.length === 0 ? '/' : `/${parts.join('/')}/` };
  if (read.url) settings.origin = new URL(read.url).origin;
  return settings;
}
