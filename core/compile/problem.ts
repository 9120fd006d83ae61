/** What is wrong with a file, said so that an editor can repair it. All problems are collected; nothing stops at the first. */
export interface Problem {
  readonly file: string;
  /** The file name of the rule in `check/`, or the stage that found it. */
  readonly rule: string;
  readonly what: string;
  readonly fix: string;
}

export function describe(problem: Problem): string {
  return `${problem.file} · ${problem.rule} · ${problem.what} · ${problem.fix}`;
}
