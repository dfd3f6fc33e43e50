/** The device's voices: which speak a language, and which of them is best for a text. */

/** What is told of a voice; `SpeechSynthesisVoice` has it. */
export type Voice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'voiceURI' | 'localService'>;

/** Primary subtag and region of a voice's language, which systems write in ways of their own: zh_TW, cmn-TW, zh-Hant-TW, yue. */
function partsOf(lang: string): { primary: string; region: string; dialect: boolean } {
  const [first = '', ...rest] = lang.replaceAll('_', '-').toLowerCase().split('-');
  const region = rest.find((part) => /^[a-z]{2}$/u.test(part));
  if (first === 'yue') return { primary: 'zh', region: 'hk', dialect: false };
  const primary = first === 'cmn' ? 'zh' : first;
  const usual = primary !== 'zh' ? '' : rest.includes('hant') ? 'tw' : 'cn';
  // zh-CN-liaoning
  return {
    primary,
    region: region ?? usual,
    dialect: rest.some((part) => /^[a-z]{5,}$/u.test(part)),
  };
}

/** @returns the primary subtag of a language: zh of zh-Hant-TW, and of cmn and yue */
export const primaryOf = (lang: string): string => partsOf(lang).primary;

/** The regions of a text's language, nearest first. Who reads Mandarin would rather hear another Mandarin than Cantonese. */
function regionsFor(lang: string): string[] {
  const { primary, region } = partsOf(lang);
  if (primary !== 'zh') return region === '' ? ['us', 'gb'] : [region];
  if (region === 'hk' || region === 'mo') return ['hk', 'mo', 'tw', 'cn'];
  return region === 'tw' ? ['tw', 'cn', 'sg', 'hk'] : ['cn', 'sg', 'tw', 'hk'];
}

const NATURAL = /natural|neural|premium|enhanced|siri/iu;
/** Apple's eight Eloquence voices, and eSpeak. */
const POOR = /^(?:Eddy|Flo|Grandma|Grandpa|Reed|Rocko|Sandy|Shelley)\b|espeak/iu;

const qualityOf = ({ name, lang, localService }: Voice): number =>
  (NATURAL.test(name) ? 0 : 1) + (localService ? 0 : 2) + (partsOf(lang).dialect ? 4 : 0);

/**
 * The voices that speak a text's language, the best first: its region before others, voices of the device
 * before those that come over the net, natural ones before plain ones; poor ones only where there are no
 * others. Without the net, those that need it are left out.
 * @param lang of the text, as `lang` has it
 */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string, online = true): V[] {
  const regions = regionsFor(lang);
  const rank = (voice: V) => {
    const at = regions.indexOf(partsOf(voice.lang).region);
    return (at < 0 ? regions.length : at) * 10 + qualityOf(voice);
  };
  const speaking = voices
    .filter((voice) => primaryOf(voice.lang) === primaryOf(lang))
    .filter((voice) => online || voice.localService);
  const good = speaking.filter(({ name }) => !POOR.test(name));
  return (good.length > 0 ? good : speaking).sort((a, b) => rank(a) - rank(b));
}

/** Whether a voice is of the region for which a text is written. */
export const isOfRegion = (voice: Voice, lang: string): boolean =>
  partsOf(voice.lang).region === regionsFor(lang)[0];
