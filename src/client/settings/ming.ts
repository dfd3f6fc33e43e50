/** 下載明體: a Ming typeface of this text's own characters, for devices that have none; loaded when it is asked for. */
import hans from '~ming/ming-hans.woff2?url';
import hansMore from '~ming/ming-hans-more.woff2?url';
import hant from '~ming/ming-hant.woff2?url';
import hantMore from '~ming/ming-hant-more.woff2?url';
import sizes from '~ming/sizes.json';

/** The typeface of the page's text: its files, and the bytes of them. */
function typeface(): { urls: string[]; bytes: number } {
  const { lang } = document.querySelector<HTMLElement>('article[lang]') ?? document.documentElement;
  const isHans = `${document.documentElement.lang} ${lang}`.includes('zh-Hans');
  return isHans
    ? { urls: [hans, hansMore], bytes: sizes.hans }
    : { urls: [hant, hantMore], bytes: sizes.hant };
}

/** How much is to be downloaded, as one says it. */
export const mingSize = (): string => `${Math.round(typeface().bytes / 1000)} KB`;

/**
 * Downloads it, so that the page changes at once when it is set. What fails can be tried again, which
 * a browser would not do by itself for a typeface of a stylesheet.
 * @throws when it cannot be had
 */
export async function downloadMing(): Promise<void> {
  const fetchWhole = async (url: string): Promise<void> => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    await response.arrayBuffer();
  };
  await Promise.all(typeface().urls.map(fetchWhole));
}
