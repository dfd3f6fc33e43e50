/**
 * Identifiers of works and of names: what nobody printed and somebody looked up, so that they stand
 * apart from the printed words, each with who found it. Their forms are those of their registries:
 * DOI (ISO 26324), ISBN (ISO 2108), ISSN (ISO 3297), ORCID iD (ISO 27729, ISO 7064 MOD 11-2).
 */
import { z } from 'astro/zod';
import { day, text } from '../content/scalars.ts';

/** What a work may have. */
export const WORK_IDENTIFIERS = ['doi', 'isbn', 'issn', 'pmid', 'wikidata'] as const;
/** What a name may have. */
const NAME_IDENTIFIERS = ['orcid', 'viaf', 'wikidata'] as const;
type WorkType = (typeof WORK_IDENTIFIERS)[number];
type NameType = (typeof NAME_IDENTIFIERS)[number];
export type IdentifierType = WorkType | NameType;

/** An identifier, and who found it. */
export interface Identifier<Type extends IdentifierType = IdentifierType> {
  type: Type;
  value: string;
  /** The person who looked it up. */
  by: string;
  /** The day on which that was (ISO date). */
  when?: string | undefined;
}

/** What is to be done about a number whose last character does not go with the others. */
const compare = (wanted: string): string =>
  `its check digit should be ${wanted}: compare every digit with the record`;

/** ISBN-10 and ISSN: weights fall to 2, modulo 11. */
function checkDigit11(digits: string): string {
  const length = digits.length + 1;
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (length - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** ISBN-13: weights 1 and 3 by turns, modulo 10. */
function checkDigit10(digits: string): string {
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (i % 2 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** ORCID: ISO 7064 MOD 11-2. */
function checkDigit112(digits: string): string {
  const sum = [...digits].reduce((all, digit) => (all + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function checked(value: string, digit: (digits: string) => string): string | undefined {
  const bare = value.replaceAll('-', '');
  const wanted = digit(bare.slice(0, -1));
  return bare.endsWith(wanted) ? undefined : compare(wanted);
}

function isbnFault(value: string): string | undefined {
  const bare = value.replaceAll('-', '');
  if (/--|^-|-$/u.test(value) || !/^(?:\d{9}[\dX]|97[89]\d{10})$/u.test(bare))
    return 'an ISBN has 10 digits (the last may be X), or 13 that begin with 978 or 979; hyphens may part them';
  return checked(value, bare.length === 10 ? checkDigit11 : checkDigit10);
}

function issnFault(value: string): string | undefined {
  if (!/^\d{4}-\d{3}[\dX]$/u.test(value)) return 'an ISSN is written 1234-5679 (the last may be X)';
  return checked(value, checkDigit11);
}

function orcidFault(value: string): string | undefined {
  if (!/^(?:\d{4}-){3}\d{3}[\dX]$/u.test(value))
    return 'an ORCID iD is written 0000-0002-1825-0097, without its address';
  return checked(value, checkDigit112);
}

const fits = (form: RegExp, says: string) => (value: string) =>
  form.test(value) ? undefined : says;

const FAULTS: Record<IdentifierType, (value: string) => string | undefined> = {
  doi: fits(
    /^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]*[^\s"<>.,;]$/u,
    'a DOI begins with “10.”, has a slash, and stands alone: without https://doi.org/ or doi:, and without a point after it',
  ),
  isbn: isbnFault,
  issn: issnFault,
  pmid: fits(/^[1-9]\d{0,8}$/u, 'a PMID is a number of up to nine digits'),
  wikidata: fits(/^Q[1-9]\d{0,11}$/u, 'an item of Wikidata is written Q and a number: Q42'),
  viaf: fits(/^[1-9]\d{0,21}$/u, 'a VIAF ID is a number, without its address'),
  orcid: orcidFault,
};

/**
 * What is wrong with the value of an identifier.
 * @returns what to do, in English; undefined for a value that can be one
 */
export const identifierFault = (type: IdentifierType, value: string): string | undefined =>
  FAULTS[type](value);

/** A schema of identifiers of some types; each value must pass its own check. */
const identifiers = <Type extends IdentifierType>(types: readonly [Type, ...Type[]]) =>
  z
    .array(
      z
        .strictObject({ type: z.enum(types), value: text, by: text, when: day.optional() })
        .superRefine(({ type, value }, context) => {
          const message = identifierFault(type as IdentifierType, value);
          if (message) context.addIssue({ code: 'custom', path: ['value'], message });
        }),
    )
    .default([]);

export const workIdentifiersSchema = identifiers(WORK_IDENTIFIERS);
export const nameIdentifiersSchema = identifiers(NAME_IDENTIFIERS);

/** What a reader is told an identifier is. */
export const IDENTIFIER_NAME: Record<IdentifierType, string> = {
  doi: 'DOI',
  isbn: 'ISBN',
  issn: 'ISSN',
  pmid: 'PMID',
  wikidata: 'Wikidata',
  viaf: 'VIAF',
  orcid: 'ORCID',
};

/** A DOI in an address: only what would end its path is encoded. */
const doiPath = (value: string): string =>
  value.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');

/** Where each registry answers. An ISBN has none; WorldCat knows the most. */
const ADDRESSES: Record<IdentifierType, (value: string) => string> = {
  doi: (value) => `https://doi.org/${doiPath(value)}`,
  isbn: (value) => `https://search.worldcat.org/search?q=bn:${value.replaceAll('-', '')}`,
  issn: (value) => `https://portal.issn.org/resource/ISSN/${value}`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  wikidata: (value) => `https://www.wikidata.org/wiki/${value}`,
  viaf: (value) => `https://viaf.org/viaf/${value}`,
  orcid: (value) => `https://orcid.org/${value}`,
};

/** The address at which a registry tells of an identifier. */
export const identifierUrl = ({ type, value }: Pick<Identifier, 'type' | 'value'>): string =>
  ADDRESSES[type](value);

/** The first value of a type. */
export const identifierOf = (
  { identifiers: all = [] }: { identifiers?: readonly Pick<Identifier, 'type' | 'value'>[] },
  type: IdentifierType,
): string | undefined => all.find((identifier) => identifier.type === type)?.value;
