/**
 * Messages with elements in them, as HTML. In the catalogue an element is a bare tag
 * (`see <a>Downloads</a>`), so that each language has its own order of words; its attributes come from the
 * page. A second element of the same kind with attributes is `<a2>`. Whatever else stands in a
 * message, values too, is text.
 */

/** Attributes of an element: `true` is one without a value, `undefined` and `false` leave one out. */
export type Attributes = Record<string, string | number | boolean | undefined>;

const TAG = /<(\/?)((a|strong|kbd|code|small|time|span)\d?)>/gu;

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) =>
      value === true
        ? ` ${name}`
        : ` ${name}="${String(value).replace(/&/gu, '&amp;').replace(/"/gu, '&quot;')}"`,
    )
    .join('');

/**
 * A message as HTML.
 * @param message with bare tags
 * @param attributes of each element, by the name of its tag in the message
 */
export function rich(message: string, attributes: Record<string, Attributes> = {}): string {
  let at = 0;
  let html = '';
  for (const { 0: tag, 1: end, 2: name = '', 3: element, index } of message.matchAll(TAG)) {
    html += escaped(message.slice(at, index));
    html += end ? `</${element}>` : `<${element}${written(attributes[name] ?? {})}>`;
    at = index + tag.length;
  }
  return html + escaped(message.slice(at));
}
