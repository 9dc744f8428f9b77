/** A reason not to start, in words for the person at the terminal: what is wrong and what to do. */
export class StartFailure extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartFailure';
  }
}

const diskFull = /ENOSPC|No space left on device/i;

/** Turns what the system said into a sentence, where it is one of the usual reasons. */
export function explainSystemError(text: string): string | undefined {
  if (diskFull.test(text)) return 'the disk is full; free some space and start again';
  const library = /error while loading shared libraries: (\S+):/.exec(text)?.[1];
  if (library !== undefined) return `the system library ${library} is missing; install it`;
  if (/GLIBC_[\d.]+' not found/.test(text)) return 'the C library of this system is too old';
  if (/EACCES|Permission denied/i.test(text)) return 'a file or folder may not be accessed';
  return undefined;
}
