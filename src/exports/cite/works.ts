/** A cited work in the styles that a reader may write in. */
import { closeSpacing } from '../../markdown/rehype-spacing.ts';
import { CJK, spoken } from '../../model/sources/name.ts';
import { chicago, shortNote } from '../../model/sources/reference/chicago.ts';
import { taiwan } from '../../model/sources/reference/chinese.ts';
import {
  ended,
  inLanguage,
  plain,
  type Run,
  together,
} from '../../model/sources/reference/runs.ts';
import { type Source, urlOf, withName } from '../../model/sources/source.ts';
import { STYLE_NAME, type Style } from '../../search/cite/places.ts';
import { apaList, apaText } from './apa.ts';
import { apaTaiwanList, apaTaiwanText } from './apa-taiwan.ts';
import { gbt7714, type Standard } from './gbt7714.ts';
import { mlaList, mlaText } from './mla.ts';

/** A style, and a work in its forms. */
export type WorkStyle = Pick<Style, 'id' | 'name' | 'lang' | 'forms'>;

/** The address after a Chinese reference stands alone at its end: a full-width stop would become part of it. */
const withUrl = (runs: Run[], url: string | undefined): Run[] =>
  url ? together(runs, `，${url}`) : together(runs, '。');

/** Works in Latin letters are noted in Taiwan as in English, with p. and pp. where pages are cited. */
function taiwanStyle(source: Source): Style['forms'] {
  if (source.language === 'en') {
    const { note, list } = chicagoStyle(source, true);
    return { ...(note ? { note } : {}), ...(list ? { list } : {}) };
  }
  const runs = withUrl(taiwan(source), urlOf(source));
  return { note: runs, list: runs };
}

function chicagoStyle(source: Source, own = false): Style['forms'] {
  const url = urlOf(source);
  const note = chicago(source, 'note', { own });
  const list = chicago(source, 'list', { own });
  const english = (runs: Run[]) => inLanguage(runs, 'en');
  return {
    note: english(ended(url ? together(ended(note, ','), ` ${url}`) : note, '.')),
    short: english(ended(shortNote(source), '.')),
    list: english(url ? together(list, ` ${url}.`) : list),
  };
}

const english = (forms: Style['forms']): Style['forms'] =>
  Object.fromEntries(Object.entries(forms).map(([form, runs]) => [form, inLanguage(runs, 'en')]));

function gbtStyle(source: Source, standard: Standard): Style['forms'] {
  const runs = [plain(gbt7714(source, standard))];
  const own = source.language === 'en' ? inLanguage(runs, 'en') : runs;
  return { note: own, list: own };
}

/** Whether an English style would have to print characters, as nobody has given the Latin form yet. */
export function lacksLatin(source: Source): boolean {
  const title = source.title ?? source['container-title'] ?? '';
  const names = [...(source.author ?? []), ...(source.editor ?? [])];
  return (
    (CJK.test(title) && (!source.latin?.title || !source.translated?.title)) ||
    names.some((name) => CJK.test(spoken(name)) && !name.latin)
  );
}

/** Fields in which a word processor may have set spaces between Han and digits. */
const SPACED = [
  'title',
  'container-title',
  'collection-title',
  'event-title',
  'publisher',
  'authority',
  'genre',
  'number',
  'issue',
  'volume',
] as const;

/** The words of a work without those spaces; a style in English keeps its own between a name and “and”. */
function closed(source: Source): Source {
  const words = SPACED.flatMap((field): [string, string][] => {
    const value = source[field];
    return value === undefined ? [] : [[field, closeSpacing(value)]];
  });
  return { ...source, ...Object.fromEntries(words) };
}

/** A work in every style, the one most readers write in first. */
export function stylesOfWork(printed: Source): WorkStyle[] {
  const inChinese = printed.language !== 'en';
  const named = withName(printed);
  const source = inChinese ? closed(named) : named;
  const styles: (WorkStyle | undefined)[] = [
    { id: 'taiwan', name: STYLE_NAME.taiwan, lang: 'zh', forms: taiwanStyle(source) },
    { id: 'chicago', name: STYLE_NAME.chicago, lang: 'en', forms: chicagoStyle(source) },
    inChinese
      ? {
          id: 'apa',
          name: STYLE_NAME.apa,
          lang: 'zh',
          forms: { text: apaTaiwanText(source), list: apaTaiwanList(source) },
        }
      : undefined,
    {
      id: 'apa',
      name: STYLE_NAME.apa,
      lang: 'en',
      forms: english({ text: apaText(source), list: apaList(source) }),
    },
    {
      id: 'mla',
      name: STYLE_NAME.mla,
      lang: 'en',
      forms: english({ text: mlaText(source), list: mlaList(source) }),
    },
    { id: 'gbt7714', name: 'GB/T 7714—2025', lang: 'zh', forms: gbtStyle(source, '2025') },
    { id: 'gbt7714-2015', name: 'GB/T 7714—2015', lang: 'zh', forms: gbtStyle(source, '2015') },
  ];
  return styles.flatMap((style) => style ?? []);
}
