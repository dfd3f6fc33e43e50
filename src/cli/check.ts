/** `npm run check`: checks `content/`; exit 1 with file, line, rule and what to do when something is wrong. */
import { CONTENT } from '../import/content-folder.ts';
import { findingsOf, show } from '../model/checks/content-folder.ts';

const root = process.argv[2] ?? CONTENT;
const findings = findingsOf(root);
if (findings.length > 0) {
  console.error(
    `${show(root, findings)}\n\n${findings.length} findings: the content cannot be published as it is.`,
  );
  process.exitCode = 1;
} else {
  console.log('content: all checks passed');
}
