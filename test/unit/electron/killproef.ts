/** A process that writes files and says so after each, killed after so many. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * @param programma module that writes to the folder `process.argv[1]` without end, and prints each name
 * once it is reported as written
 * @returns the names that were printed
 */
export async function schrijfTotKill(
  programma: string,
  map: string,
  na: number,
): Promise<string[]> {
  const kind = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', programma, map],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const weg = new Promise((klaar) => kind.once('exit', klaar));
  const namen: string[] = [];
  for await (const regel of createInterface({ input: kind.stdout })) {
    namen.push(regel);
    if (namen.length === na) kind.kill('SIGKILL');
  }
  await weg;
  return namen;
}
