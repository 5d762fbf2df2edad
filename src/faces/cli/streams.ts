/** To the standard output. */
export const writeOut = writerTo(() => process.stdout);

/** To the standard error. */
export const writeError = writerTo(() => process.stderr);

/** A stream is opened when there is something to say: to a pipe that takes milliseconds, and a quiet run says nothing. */
function writerTo(stream: () => NodeJS.WriteStream): (text: string) => void {
  let opened: NodeJS.WriteStream | undefined;
  return (text) => {
    opened ??= stream().on('error', unlessNobodyReads);
    opened.write(text);
  };
}

/** `simplestreams publish | head -1` must not end in the middle of a commit. */
function unlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
