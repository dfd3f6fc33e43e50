/** Makes small Word files for the tests. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run of text. @param properties what stands in its w:rPr */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of runs. @param properties what stands in its w:pPr */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

export const heading = (level: number, text: string): string =>
  paragraph(run(text), `<w:pStyle w:val="Heading${level}"/>`);

export const noteref = (id: number, kind = 'footnote'): string =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

export const note = (id: number, text: string, kind = 'footnote'): string =>
  `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}</w:p></w:${kind}>`;

export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;

const STYLES = [1, 2, 3, 4]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join('');

/** A Word file of these paragraphs and notes, and of other parts by their kinds. */
export function docx(
  body: string,
  { footnotes = '', endnotes = '', ...others }: Record<string, string> = {},
): Uint8Array {
  const parts: Record<string, string> = {
    styles: `<w:styles ${W}>${STYLES}</w:styles>`,
    footnotes: `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
    endnotes: `<w:endnotes ${W}>${endnotes}</w:endnotes>`,
    ...Object.fromEntries(
      Object.entries(others).map(([kind, xml]) => [kind, xml.replace(/^<[^>\s/]+/u, `$& ${W}`)]),
    ),
  };
  const relations = Object.keys(parts).map(
    (kind, i) => `<Relationship Id="rId${i + 1}" Type="${TYPE}/${kind}" Target="${kind}.xml"/>`,
  );
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const types = ['document.main', ...Object.keys(parts)].map(
    (kind) =>
      `<Override PartName="/word/${kind.replace('.main', '')}.xml" ContentType="${main}.${kind}+xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([kind, xml]) => [`word/${kind}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([n, xml]) => [n, strToU8(xml)])));
}
