/**
 * Settings as they are stored: `{"setting":"vertical","theme":"dark"}` under one name, read by the few
 * bytes at the head of every page (src/layouts/start.ts) before anything is painted.
 */
import { remember, remembered } from '../session/storage.ts';
import { CHOICES, isSetting, type Settings, SIZES } from './choices.ts';

const NAMES = [...CHOICES.map((c) => c.name), SIZES.name];

/** What a reader has set; what is not of ours is left out. */
export function stored(): Settings {
  try {
    const all: unknown = JSON.parse(remembered('settings') ?? '{}');
    const entries = Object.entries(all ?? {}).map(([k, v]) => [k, String(v)] as const);
    return new Map(entries.filter((entry) => isSetting(...entry)));
  } catch {
    return new Map();
  }
}

/** Writes settings down for later pages. */
export function store(settings: Settings): void {
  const text = JSON.stringify(Object.fromEntries(settings));
  remember('settings', settings.size > 0 ? text : null);
}

/** What is set on this page. */
export function current(): Settings {
  const { dataset } = document.documentElement;
  return new Map(
    NAMES.map((name) => [name, dataset[name] ?? ''] as const).filter((s) => isSetting(...s)),
  );
}

/** Sets the attributes of <html>, those of ours and no others. */
export function write(settings: Settings): void {
  const { dataset } = document.documentElement;
  for (const name of NAMES) {
    const value = settings.get(name);
    if (value === undefined) delete dataset[name];
    else dataset[name] = value;
  }
}
