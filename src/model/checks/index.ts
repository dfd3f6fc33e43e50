/** All checks of the content, in order. */
import { compare, contentStream } from '../../import/proof.ts';
import { parseMarkdown } from '../../markdown/processor.ts';
import type { Content } from '../content.ts';
import { type Place, toBlocks } from '../document.ts';
import type { Finding } from '../findings.ts';
import { checkMarkdown } from './markdown.ts';
import { checkNotes, type PlacedBlock } from './notes.ts';
import { checkStructure } from './structure.ts';

function placedBlocks(content: Content): PlacedBlock[] {
  const place: Place = { page: content.chapter.pages.first, lineOffset: 0 };
  return content.sections.flatMap(({ file, body, bodyLine }) => {
    place.lineOffset = bodyLine - 1;
    return toBlocks(parseMarkdown(body), place).map((block) => ({ file, block }));
  });
}

/** The text must be the source's, character for character. */
function checkProof(content: Content): Finding[] {
  const difference = compare(
    content.source,
    contentStream({
      sections: content.sections,
      notes: content.footnotes.map(({ data, body }) => ({ ...data, body })),
      furniture: content.chapter.furniture,
    }),
  );
  if (!difference) return [];
  return [
    {
      rule: 'text/proof',
      file: `source/${content.chapter.source}`,
      line: difference.sourceLine,
      message: `the source reads “${difference.expected}” here, and the content “${difference.found}”. The printed text is never changed: import it again.`,
    },
  ];
}

/** Takes out what chapter.yaml accepts; an acceptance that fits nothing is a finding itself. */
function applyAccepted(content: Content, findings: Finding[]): Finding[] {
  const { accepted } = content.chapter;
  const fits = (f: Finding) => accepted.find((a) => a.rule === f.rule && a.id === f.id);
  const used = new Set(findings.map(fits));
  const stale = accepted
    .filter((a) => !used.has(a))
    .map(
      (a): Finding => ({
        rule: 'accepted/stale',
        file: 'chapter.yaml',
        line: 0,
        message: `${a.rule} is accepted for ${a.id}, and there is no such finding: take it out of “accepted”.`,
      }),
    );
  return [...findings.filter((f) => !fits(f)), ...stale];
}

/** Runs all checks; an empty list means that the content may be built. */
export function checkContent(content: Content): Finding[] {
  const entries = [...content.sections, ...content.footnotes];
  const single = entries.flatMap(checkMarkdown);
  if (single.some((f) => f.rule === 'markdown/unreadable')) return single;
  const blocks = placedBlocks(content);
  return applyAccepted(content, [
    ...single,
    ...checkNotes(content, blocks),
    ...checkStructure(content, blocks),
    ...checkProof(content),
  ]);
}
