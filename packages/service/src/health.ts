/** One thing a process depends on. */
export interface HealthCheck {
  name: string;
  /** Throws when the dependency cannot keep its promise now. */
  check: () => Promise<void>;
}

export interface HealthReport {
  ready: boolean;
  /** `ok`, or what is wrong. */
  checks: Record<string, string>;
  /** How things stand, for people. */
  details?: Record<string, unknown>;
}

/** `/live` says that the process runs, `/ready` that it can keep its promises (A5). */
export interface Health {
  report: () => Promise<HealthReport>;
  /** From now on not ready; load balancers stop sending. */
  startDraining: () => void;
}

export interface HealthOptions {
  /** For each check. Default 2000. */
  timeoutMs?: number;
  /** Said beside the checks whenever somebody asks. */
  details?: () => Record<string, unknown>;
}

export function createHealth(
  checks: HealthCheck[],
  { timeoutMs = 2000, details }: HealthOptions = {},
): Health {
  let draining = false;

  async function runCheck({ name, check }: HealthCheck): Promise<[string, string]> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      await Promise.race([check(), timeout]);
      return [name, 'ok'];
    } catch (error) {
      return [name, error instanceof Error ? error.message : 'failed'];
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async report() {
      const results = await Promise.all(checks.map(runCheck));
      const ready = !draining && results.every(([, state]) => state === 'ok');
      return {
        ready,
        checks: Object.fromEntries(draining ? [...results, ['draining', 'yes']] : results),
        ...(details && { details: details() }),
      };
    },
    startDraining: () => {
      draining = true;
    },
  };
}
