/** Annotations to files and from them. */
import { messages } from '../../messages/site.ts';
import type { Places } from '../../search/cite/places.ts';
import { charactersOf } from '../../search/cite/runs.ts';
import { citationOf, targetOf } from '../../search/cite/targets.ts';
import { chosenStyle } from '../cite/style.ts';
import { today } from '../site/day.ts';
import { save } from '../site/records.ts';
import { absolute } from '../site/urls.ts';
import type { Annotation } from './annotation.ts';
import { theWholeText } from './bring-up-to-date.ts';
import { citedAs } from './citation.ts';
import { fromJsonLd, NotAnnotations, toJsonLd } from './json-ld.ts';
import { type Merged, merge } from './merge.ts';
import { inOrder, textOrder } from './order.ts';
import { relocated } from './relocate.ts';
import { all, put } from './store.ts';

const fileName = (ending: string): string => `zhangju-annotations-${today()}.${ending}`;

const ordered = async (places: Places): Promise<Annotation[]> =>
  inOrder(await all(), textOrder(places));

/** The page of a block without its fragment; of a block that is there no longer, the chapter's. */
function pageOf(places: Places, block: string): string {
  const path = targetOf(places, block)?.path ?? '/chapter/';
  return absolute(path.replace(/#.*$/u, ''));
}

/** A backup: all of them as JSON-LD. @returns its name */
export async function saveJsonLd(places: Places): Promise<string> {
  const about = {
    id: `urn:uuid:${crypto.randomUUID()}`,
    label: `${messages.annotations.mine}${messages.common.colon}${places.chapter}`,
    site: absolute('/'),
    created: new Date().toISOString(),
  };
  const name = fileName('jsonld');
  const text = toJsonLd(await ordered(places), about, (block) => pageOf(places, block));
  save(text, name, 'application/ld+json');
  return name;
}

/** To be read and used in a text of one's own. @returns its name */
export async function saveMarkdown(places: Places): Promise<string> {
  // Its library is loaded when it is wanted.
  const { toMarkdownFile } = await import('./markdown.ts');
  // Away from the net, words are cited by the pages of their paragraph.
  const whole = await theWholeText().catch(() => undefined);
  const placed = (await ordered(places)).map((annotation) => {
    const target = citedAs(places, annotation, whole?.rangeOf(annotation.anchors));
    const reading = { url: absolute(target?.path ?? ''), day: today() };
    return {
      annotation,
      heading: target && `${places.chapter} ${target.locus.place ?? ''}`.trim(),
      citation: target ? charactersOf(citationOf(chosenStyle(places), target, reading)) : '',
    };
  });
  const name = fileName('md');
  const title = `${messages.annotations.mine}${messages.common.colon}${places.chapter}`;
  save(toMarkdownFile(title, messages.annotations.lost, placed), name, 'text/markdown');
  return name;
}

/** More than this is no file of annotations. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Takes the annotations of a file in: all of what it adds, or nothing.
 * @throws NotAnnotations, or when the text or the browser's store cannot be had
 */
export async function takeIn(file: File): Promise<Merged> {
  if (file.size > LARGEST) throw new NotAnnotations('kind');
  const { read, refused } = fromJsonLd(await file.text(), new Date().toISOString());
  const whole = await theWholeText();
  const site = absolute('/');
  const merged = merge(
    await all(),
    read,
    (annotation) => relocated(annotation, whole),
    (address) => address.startsWith(site),
  );
  if (merged.kept.length > 0) await put(merged.kept);
  return { ...merged, refused: merged.refused + refused };
}
