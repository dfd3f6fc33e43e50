/** A page as PDFium gives it: its characters with their places, and the lines that are drawn. */

/** A character as it is printed. Places in points from the page's upper left corner. */
export interface Glyph {
  char: string;
  /** From where the pen sets it down to where it goes on. */
  left: number;
  right: number;
  baseline: number;
  /** The size of its font as it shows. */
  size: number;
  font: Font;
  /** The tags around it, from the outermost; undefined where the page is tagged and it is not (an artifact). */
  tags: Tag | undefined;
  /** Where a letter that lies on its side begins and ends, from the top. */
  lying: { top: number; bottom: number } | undefined;
}

export interface Font {
  /** Without the prefix of a subset; empty where the file names none. */
  name: string;
  bold: boolean;
  italic: boolean;
}

/** A structure element that holds text of this page. */
export interface Tag {
  type: string;
  parent: Tag | undefined;
}

/** A drawn line, or the edge of a drawn box. */
export interface Rule {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface RawPage {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
  tagged: boolean;
  /** The share of the page that pictures cover. */
  pictures: number;
}
