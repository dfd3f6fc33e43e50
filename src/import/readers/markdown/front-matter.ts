/** Front matter in YAML, as pandoc and others write it. */
import { parse } from 'yaml';
import type { Metadata } from '../types.ts';

export const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/** What front matter says of the work; nothing where it is no YAML. */
export function metadataIn(yaml: string | undefined): Metadata {
  let data: Record<string, unknown> = {};
  try {
    data = (parse(yaml ?? '') as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
  const of = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = data[name];
      const first = Array.isArray(value) ? value[0] : value;
      const text =
        typeof first === 'object' && first !== null ? (first as { name?: unknown }).name : first;
      if (typeof text === 'string' && text.trim() !== '') return text.trim();
      if (typeof text === 'number') return String(text);
    }
    return undefined;
  };
  const entries = {
    title: of('title'),
    author: of('author', 'creator'),
    institution: of('institution', 'institute', 'affiliation', 'school', 'publisher'),
    date: /\d{4}/u.exec(of('date', 'year', 'issued') ?? '')?.[0],
    language: of('lang', 'language'),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, v]) => v !== undefined));
}
