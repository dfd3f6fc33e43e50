/**
 * Writes small PDFs: characters at places. The font is not embedded, its codes
 * are UTF-16, and a Han character is as wide as high, so that any text can be
 * set and its geometry is known.
 */

/** A piece of text at a place, in points from the upper left corner of an A4 page. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  size?: number;
  bold?: boolean;
  /** What is said to be printed there (ActualText). */
  says?: string;
}

/** A drawn line. */
interface Stroke {
  from: [x: number, y: number];
  to: [x: number, y: number];
}

export interface PageSpec {
  pieces?: Piece[];
  strokes?: Stroke[];
  /** Whether a picture covers the page. */
  picture?: boolean;
}

const WIDTH = 595;
const HEIGHT = 842;
/** The width of what is no Han character, in sizes. */
const NARROW = 0.5;

const isWide = (char: string) => (char.codePointAt(0) ?? 0) >= 0x2018;

/** How wide a text is set, in points. */
export const widthOf = (text: string, size = 12): number =>
  [...text].reduce((sum, c) => sum + (isWide(c) ? 1 : NARROW) * size, 0);

const hex = (text: string) =>
  [...text].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');

const CMAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
  .reduce<string[][]>((groups, h, i) => {
    if (i % 100 === 0) groups.push([]);
    groups.at(-1)?.push(`<${h}00> <${h}ff> <${h}00>`);
    return groups;
  }, [])
  .map((group) => `${group.length} beginbfrange\n${group.join('\n')}\nendbfrange`)
  .join('\n')}
endcmap end end`;

function contentOf({ pieces = [], strokes = [], picture = false }: PageSpec): string {
  const text = pieces.map(({ text: t, x, y, size = 12, bold = false, says }) => {
    const own = `BT /${bold ? 'B' : 'R'} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${hex(t)}> Tj ET`;
    return says === undefined ? own : `/Span <</ActualText <feff${hex(says)}>>> BDC ${own} EMC`;
  });
  const lines = strokes.map(
    ({ from, to }) => `0.5 w ${from[0]} ${HEIGHT - from[1]} m ${to[0]} ${HEIGHT - to[1]} l S`,
  );
  return [...(picture ? [`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`] : []), ...text, ...lines].join(
    '\n',
  );
}

/** Makes a PDF of pages. @param locked whether it asks for a password that nobody knows */
export function makePdf(pages: PageSpec[], locked = false): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (dict: string, data: string) =>
    add(`<<${dict} /Length ${data.length}>>\nstream\n${data}\nendstream`);
  const cmap = stream('', CMAP);
  const font = (name: string, weight: number): number => {
    const descriptor = add(
      `<</Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV ${weight > 400 ? 160 : 80} /FontWeight ${weight}>>`,
    );
    const narrow = `[32 [${Array(8216 - 32)
      .fill(500)
      .join(' ')}]]`;
    const cid = add(
      `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor ${descriptor} 0 R /DW 1000 /W ${narrow} /CIDToGIDMap /Identity>>`,
    );
    return add(
      `<</Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${cid} 0 R] /ToUnicode ${cmap} 0 R>>`,
    );
  };
  const regular = font('Test-Regular', 400);
  const bold = font('Test-Bold', 700);
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    'x',
  );
  const tree = objects.length + 2 * pages.length + 1;
  const kids = pages.map((page) => {
    const content = stream('', contentOf(page));
    return add(
      `<</Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${content} 0 R /Resources <</Font <</R ${regular} 0 R /B ${bold} 0 R>> /XObject <</I ${image} 0 R>>>>>>`,
    );
  });
  add(`<</Type /Pages /Count ${kids.length} /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}]>>`);
  const catalog = add(`<</Type /Catalog /Pages ${tree} 0 R>>`);
  const zeros = '00'.repeat(32);
  const encrypt = locked
    ? add(`<</Filter /Standard /V 1 /R 2 /O <${zeros}> /U <${zeros}> /P -4>>`)
    : undefined;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  const rows = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  const more = encrypt === undefined ? '' : ` /Encrypt ${encrypt} 0 R /ID [<00> <00>]`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1} /Root ${catalog} 0 R${more}>>\nstartxref\n${xref}\n%%EOF`;
  return new TextEncoder().encode(file);
}
