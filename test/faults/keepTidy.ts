import { spawn } from 'node:child_process';

/**
 * A process apart that runs a shell script, with these as `$@`, when asked, and also when this
 * process ends in any way, killed included: the end of its standard input tells it.
 */
export function keepTidy(
  script: string,
  words: readonly string[],
): { readonly tidy: () => Promise<void> } {
  const keeper = spawn('sh', ['-c', `cat > /dev/null\n${script}`, 'keeper', ...words], {
    // A group of its own: an interrupt at the keyboard is not for it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise<void>((resolve) => {
    keeper.once('close', () => resolve());
  });
  return {
    async tidy() {
      keeper.stdin.end();
      await gone;
    },
  };
}
