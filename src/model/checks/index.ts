/** All checks of the content, in order. */
import { compare, contentStream, placeOf } from '../../import/proof.ts';
import type { Content } from '../content/content.ts';
import { readBlocks } from './blocks.ts';
import { checkCited } from './cited.ts';
import { checkEmendations } from './emendations.ts';
import { checkEvents } from './events.ts';
import type { Finding } from './findings.ts';
import { checkIdentifiers } from './identifiers.ts';
import { checkLinks } from './links.ts';
import { checkMarkdown } from './markdown.ts';
import { checkNames } from './names.ts';
import { checkNotes } from './notes.ts';
import { checkSimplified } from './simplified.ts';
import { checkStructure } from './structure.ts';
import { checkVersions } from './versions.ts';

/** The text must be the source's, character for character. */
function checkProof(content: Content): Finding[] {
  const printed = {
    sections: content.sections,
    notes: content.footnotes.map(({ data, ...entry }) => ({ ...data, ...entry })),
    furniture: content.chapter.furniture,
  };
  const difference = compare(content.source, contentStream(printed));
  if (!difference) return [];
  const { at, expected, found, sourceLine } = difference;
  const source = `source/${content.chapter.source}`;
  const place = placeOf(printed, at) ?? { file: 'chapter.yaml', line: 0 };
  return [
    {
      rule: 'text/proof',
      ...place,
      message: `the text here is “${found}”, and the source (${source}:${sourceLine}) reads “${expected}”. The printed text is never changed: mend this line, or import it again.`,
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
  const single = [
    ...content.sections.flatMap((entry) => checkMarkdown(entry, 'section')),
    ...content.footnotes.flatMap((entry) => checkMarkdown(entry, 'note')),
  ];
  // What cannot be read by itself cannot be compared with the rest.
  if (single.some((f) => f.rule === 'markdown/unreadable')) return single;
  const blocks = readBlocks(content);
  return applyAccepted(content, [
    ...single,
    ...checkNotes(content, blocks),
    ...checkStructure(content, blocks),
    ...checkLinks(blocks),
    ...checkCited(content, blocks),
    ...checkIdentifiers(content),
    ...checkNames(content, blocks),
    ...checkSimplified(content, blocks),
    ...checkEmendations(content, blocks),
    ...checkVersions(content),
    ...checkEvents(content, blocks),
    ...checkProof(content),
  ]);
}
