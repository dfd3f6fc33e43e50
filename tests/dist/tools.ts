/** Validators and readers that may be missing on a machine: what needs them is then left out, and says so. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from './site.ts';

/** The path of a program; undefined where it is not installed. */
export function which(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Whether a file is a Java archive, as Debian installs epubcheck: to be run by its name or not. */
function isArchive(file: string): boolean {
  const head = Buffer.alloc(2);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, 2, 0);
  closeSync(handle);
  return head.toString('latin1') === 'PK';
}

/** Half of the time of a short run of Java would go into compiling well what is soon over. */
export const JVM: readonly string[] = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** How a program is called; undefined where it, or the Java it needs, is not installed. */
export function commandOf(program: string): string[] | undefined {
  const file = which(program);
  if (file === undefined) return undefined;
  if (!isArchive(file)) return [file];
  const java = which('java');
  return java === undefined ? undefined : [java, ...JVM, '-jar', file];
}

/** Runs a program and gives what it says and how it ends. */
export function run(
  [command = '', ...before]: readonly string[],
  args: readonly string[],
  cwd = ROOT,
): { status: number | null; output: string; stdout: string } {
  const { status, stdout, stderr, error } = spawnSync(command, [...before, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd,
  });
  if (error) throw error;
  return { status, stdout, output: stdout + stderr };
}

export { findSchema as schema } from '../../src/cli/setup/schemas.mjs';

/** A folder for the files of a test. */
export const temporary = (): string => mkdtempSync(join(tmpdir(), 'zhangju-export-'));
