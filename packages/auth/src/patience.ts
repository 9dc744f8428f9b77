import { unavailable } from '@runlight/service';

/** A database that is silent for this long counts as away. */
const patienceMs = 2500;

/** The answer, or UNAVAILABLE when it takes too long; the question itself goes on. */
export async function impatient<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable('The database is silent')), patienceMs);
  });
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}
