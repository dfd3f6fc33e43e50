/** How the Word file is set: a page of A4 as theses have it, in faces that Word has for Chinese. */
import type { IStylesOptions } from 'docx';

/** Faces of Windows and macOS by their own names; where they are missing, Word takes its own for the script. */
const FACES = {
  'zh-Hant': { serif: '新細明體', sans: '微軟正黑體', lang: 'zh-TW' },
  'zh-Hans': { serif: '宋体', sans: '微软雅黑', lang: 'zh-CN' },
} as const;

const LATIN = 'Times New Roman';

/** Half points. */
const SIZES = { text: 24, note: 20, headings: [36, 32, 28, 26, 24, 24] };

/** Twentieths of a point: two characters of the text. */
const INDENT = 480;

/** The styles of a document. @param script the script of its text */
export function stylesOf(script: keyof typeof FACES): IStylesOptions {
  const { serif, sans, lang } = FACES[script];
  const font = { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: serif };
  const language = { value: 'en-US', eastAsia: lang };
  const heading = (size: number, outlineLevel: number) => ({
    run: { size, bold: true, color: '000000', font: { ...font, eastAsia: sans } },
    // By it LibreOffice knows a heading.
    paragraph: { outlineLevel, keepNext: true, spacing: { before: 240, after: 120 } },
  });
  const [heading1, heading2, heading3, heading4, heading5, heading6] = SIZES.headings.map(heading);
  const note = { size: SIZES.note };
  return {
    default: {
      document: { run: { font, language, size: SIZES.text } },
      ...(heading1 && { heading1 }),
      ...(heading2 && { heading2 }),
      ...(heading3 && { heading3 }),
      ...(heading4 && { heading4 }),
      ...(heading5 && { heading5 }),
      ...(heading6 && { heading6 }),
      footnoteText: { run: note, paragraph: { spacing: { line: 280 } } },
      hyperlink: { run: { color: '000000', underline: { type: 'single' } } },
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        quickFormat: true,
        paragraph: { indent: { firstLine: INDENT }, spacing: { line: 400, after: 60 } },
      },
      {
        id: 'Quote',
        name: 'Quote',
        quickFormat: true,
        paragraph: {
          indent: { left: INDENT, right: INDENT },
          spacing: { line: 400, before: 60, after: 60 },
        },
      },
      {
        id: 'Caption',
        name: 'caption',
        quickFormat: true,
        run: { bold: true },
        paragraph: { alignment: 'center', keepNext: true, spacing: { before: 240, after: 60 } },
      },
      { id: 'Cell', name: 'Table Text', run: note, paragraph: { spacing: { line: 300 } } },
    ],
  };
}
