/** `npm run check`: checks `content/`; exit 1 with file, line, rule and what to do when something is wrong. */
import { CONTENT } from '../import/content-folder.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';
import { changedSince } from '../model/versions/recorded.ts';
import { wordsOf } from './arguments.ts';
import { inOneLine, Refused } from './faults.ts';

await inOneLine(() => {
  const [root = CONTENT] = wordsOf('check', process.argv.slice(2));
  const findings = findingsOf(root);
  if (findings.length > 0)
    throw new Refused(
      `${show(root, findings)}\n\n${findings.length} findings: the content cannot be published as it is.`,
    );
  console.log('content: all checks passed');
  const changed = changedSince(root);
  if (changed !== undefined) console.log(changed);
});
