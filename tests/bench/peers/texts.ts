/** The chapter's portable Markdown, as a whole and cut by section. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Text {
  /** `chapter`, or `section-4`. */
  name: string;
  title: string;
  /** Without front matter and without the heading that is the title. */
  body: string;
}

export interface Texts {
  title: string;
  chapter: Text;
  sections: readonly Text[];
}

const DEFINITION = /^\[\^(\d+)\]: /u;

/** A heading's text, without the anchors of its ids. */
const plain = (heading: string): string => heading.replace(/^#+ |<[^>]+>/gu, '');

/** The body with the notes that it refers to. */
function withNotes(body: string, notes: ReadonlyMap<string, string>): string {
  const numbers = new Set([...body.matchAll(/\[\^(\d+)\]/gu)].map(([, n]) => n ?? ''));
  return [body.trim(), ...[...numbers].flatMap((n) => notes.get(n)?.trim() ?? [])].join('\n\n');
}

/**
 * @param markdown `/downloads/chapter.md`: front matter, one `#`, a `##` for each section, notes as GFM has them
 * @throws when the chapter has no section to cut
 */
export function textsOf(markdown: string): Texts {
  const lines = markdown.replace(/^---\n.*?\n---\n/su, '').split('\n');
  const starts = lines.flatMap((line, i) => (DEFINITION.test(line) ? [i] : []));
  const text = lines.slice(0, starts[0]).join('\n');
  const notes = new Map(
    starts.map((start, i) => [
      lines[start]?.match(DEFINITION)?.[1] ?? '',
      lines.slice(start, starts[i + 1]).join('\n'),
    ]),
  );
  const [head = '', ...cut] = text.split(/^(?=## )/mu);
  if (cut.length === 0) throw new Error('the chapter has no sections: run npm run build');
  const sections = cut.map((section, i): Text => {
    const [title = '', ...rest] = section.split('\n');
    return {
      name: `section-${i + 1}`,
      title: plain(title),
      body: withNotes(rest.join('\n'), notes),
    };
  });
  const title = plain(head.match(/^# .*$/mu)?.[0] ?? '');
  const body = withNotes(head.replace(/^# .*$/mu, '') + cut.join(''), notes);
  return { title, chapter: { name: 'chapter', title, body }, sections };
}

/** Writes the files of a site, by their paths below a folder. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** All texts as Markdown files: the title in front matter, or as a heading where the peer wants one. */
export function markdownFiles(
  texts: Texts,
  below: string,
  title: 'front matter' | 'heading',
): Record<string, string> {
  return Object.fromEntries(
    [texts.chapter, ...texts.sections].map((text) => [
      join(below, `${text.name}.md`),
      title === 'heading'
        ? `# ${text.title}\n\n${text.body}\n`
        : `---\ntitle: ${JSON.stringify(text.title)}\n---\n\n${text.body}\n`,
    ]),
  );
}
