/** What the checks say after a note was catalogued: the cause first. */
import { findingsOf, show } from '../../model/checks/content-folder.ts';
import type { Finding } from '../../model/checks/findings.ts';

/** Findings in the order of their causes: what cannot be read, then what is new, then the note, then the rest. */
export function causesFirst(findings: readonly Finding[], written: readonly string[]): Finding[] {
  const order = ['file', 'yaml', 'schema', 'source', 'identifier', 'citation', 'note'];
  const rank = ({ file, rule }: Finding): number => {
    const at = order.indexOf(rule.split('/')[0] ?? '');
    return (written.includes(file) ? 0 : 100) + (at < 0 ? order.length : at);
  };
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** Says what the checks find now, the cause first. */
export function report(root: string, written: readonly string[], before: readonly Finding[]): void {
  const known = new Set(before.map(({ rule, file, message }) => `${rule} ${file} ${message}`));
  const now = findingsOf(root);
  const fresh = now.filter(({ rule, file, message }) => !known.has(`${rule} ${file} ${message}`));
  const [first, ...others] = causesFirst(fresh, written);
  if (first === undefined) {
    console.log(
      now.length === 0
        ? '檢查通過。(All checks passed.)'
        : `沒有新的問題；原有 ${now.length} 項見 npm run check。(Nothing new is wrong.)`,
    );
    return;
  }
  const onlyAddresses = fresh.every(({ rule }) => rule === 'permalink/unlisted');
  console.log(
    onlyAddresses
      ? '檢查通過；新的網址以 npm run permalinks 登記。(All else is well: register the new addresses.)'
      : `先看這一項 (mend this first):\n${show(root, [first])}`,
  );
  if (!onlyAddresses && others.length > 0)
    console.log(`其後還有 ${others.length} 項 (then):\n${show(root, others)}`);
}
