/** The one table of what servers say with the files: headers, media types, caching. */
import { LINKSET } from '../exports/metadata/signposting.ts';
import { address } from '../model/addresses/address.ts';
import { ALL_DOWNLOADS, mediaType } from '../model/downloads/downloads.ts';
import { headerPolicyOf, type Inline } from './policy.ts';

/** Header fields by name. */
export type Headers = Readonly<Record<string, string>>;

/** What holds for some paths: exact ones, or all that begin with what stands before a `*` at the end. */
export interface Rule {
  paths: readonly string[];
  headers: Headers;
}

/** Devices and interfaces that the pages never ask for, and nothing in them may. */
const REFUSED = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** With every answer, those that report an error too. */
export const EVERYWHERE: Headers = {
  'Cross-Origin-Resource-Policy': 'same-origin',
  // A path tells which note somebody reads: that is nobody else's business.
  'Referrer-Policy': 'no-referrer',
  // Two years. Not for subdomains: those of a university or a library are not ours to bind.
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
};

/** The page of errors. */
export const ERROR_PAGE = '/404.html';

/** Where pages are, the worker, which keeps to the policy that it came with, and pictures, which can be pages too. */
const PAGES = [
  address.home,
  ERROR_PAGE,
  '/sw.js',
  '/favicon.svg',
  ...[
    'about',
    'chapter',
    'downloads',
    'dts',
    'emendations',
    'icons',
    'names',
    'notes',
    'offline',
    'og',
    'pages',
    'search',
    'sections',
    'sources',
    'timeline',
    'versions',
    'zh-hans',
  ].map((name) => `/${name}/*`),
];

/**
 * With pages. A search reads a dozen small files: with each of them these headers would weigh
 * more than what is in it, and tell a browser nothing.
 */
const withPages = (inline: Inline): Rule => ({
  paths: PAGES,
  headers: {
    'Content-Security-Policy': headerPolicyOf(inline),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': REFUSED.map((name) => `${name}=()`).join(', '),
  },
});

/** May be kept, but is asked for again each time; a server answers 304 where nothing has changed. */
export const REVALIDATED = 'no-cache';

/** The names of these files hold a digest of their bytes: another release has other names. */
const HASHED: Rule = {
  paths: [
    '/assets/*',
    '/pagefind/fragment/*',
    '/pagefind/index/*',
    '/pagefind/pagefind.*',
    '/pagefind/tables.*',
    '/pagefind/facets.*',
  ],
  headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
};

/**
 * What programs on other sites may read in a browser. It is public, the same for all and
 * changes nothing, and no cookie goes with a request: there is nothing to protect, and a text
 * service (DTS), a linked-data client or a reference manager on the web needs it.
 */
const SHARED: Rule = {
  paths: [address.download('*'), address.dts('*'), '/places.json', LINKSET, '/SHA256SUMS'],
  headers: { 'Access-Control-Allow-Origin': '*' },
};

/** What other sites may show or read: the shared data, and the pictures of shared links. */
const EMBEDDED: Rule = {
  paths: [...SHARED.paths, '/og/*'],
  headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
};

/** Rules for single paths that add headers and replace none; no two give the same header to one path. */
export const added = (inline: Inline): readonly Rule[] => [withPages(inline), HASHED, SHARED];

/** Rules that replace what holds everywhere, for servers that can. */
export const REPLACED: readonly Rule[] = [EMBEDDED];

/** Text says that it is UTF-8; XML and JSON say so themselves, or need not. */
const TEXT = /^text\/|^application\/x-/u;

const withCharset = (type: string): string => (TEXT.test(type) ? `${type}; charset=utf-8` : type);

/** The media types that a server cannot know by the ending, or knows differently. */
export const TYPES: readonly { paths: readonly string[]; type: string }[] = [
  ...ALL_DOWNLOADS.map((file) => ({
    paths: [address.download(file)],
    type: withCharset(mediaType(file)),
  })),
  {
    paths: [address.dts('index.json'), address.dts('collection*'), address.dts('navigation/*')],
    type: 'application/ld+json',
  },
  { paths: [address.dts('document/*')], type: 'application/tei+xml' },
  { paths: [LINKSET], type: 'application/linkset+json' },
  { paths: [address.emendationsFeed], type: 'application/atom+xml' },
  { paths: ['/manifest.webmanifest'], type: 'application/manifest+json' },
  { paths: ['/SHA256SUMS', '/robots.txt', address.llms], type: 'text/plain; charset=utf-8' },
];

/** The media types of all other files, by ending, for servers that are given all of them. */
export const ENDINGS: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

/** A path under the path that the site is served under. */
export const under = (base: string, path: string): string => base.replace(/\/+$/u, '') + path;
