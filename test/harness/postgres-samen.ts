/** One cluster for all test files: to make one takes as long as many tests. */
import type { TestProject } from 'vitest/node';
import { startCluster, zonderPostgres } from './postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket. */
    postgres: string;
  }
}

/** Gives what stops it. */
export default async function samen({ provide }: TestProject): Promise<() => Promise<void>> {
  if (zonderPostgres !== null) return () => Promise.resolve();
  const cluster = await startCluster();
  provide('postgres', cluster.map);
  return () => cluster.stop();
}
