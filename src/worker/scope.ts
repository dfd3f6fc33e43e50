/** What TypeScript's library for pages does not know of a service worker, and the paths of this one. */

import { pathBelow } from './understood.ts';

export interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends Extendable {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export interface AskEvent extends Extendable {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

interface Client {
  readonly id: string;
  postMessage(message: unknown): void;
}

interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<Client | undefined>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: AskEvent) => void): void;
}

export const worker = self as unknown as Scope;

/** The site's address, with a slash at its end. */
const root = (): URL => new URL(worker.registration.scope);

/** The whole address of a path. */
export const urlOf = (path: string): string => new URL(path, root()).href;

/** The path of an address below this site; undefined outside it. */
export const pathOf = (address: string): string | undefined => pathBelow(root(), address);

/** All names of this site's caches begin so: other sites may share the origin. */
export const prefix = (): string => `zhangju-1:${root().pathname}:`;
