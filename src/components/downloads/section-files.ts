/** The files of one section. */
import { address } from '../../model/addresses/address.ts';

interface SectionFile {
  name: string;
  to: string;
  type: string;
}

/** What each is called, where it is, and of what media type; the first is what most want. */
export const sectionFiles = (number: number): [SectionFile, ...SectionFile[]] => [
  {
    name: 'Word',
    to: address.sectionDocx(number),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { name: 'Markdown', to: address.sectionMarkdown(number), type: 'text/markdown' },
];
