import pino from 'pino';

export type Logger = pino.Logger;

export interface LoggerOptions {
  /** Name of the process, on every line. */
  service: string;
  level?: string;
  /** For tests; default is standard output. */
  destination?: pino.DestinationStream;
}

/** JSON lines with ISO times. Secrets are removed by name; user content never goes into a field. */
export function createLogger({ service, level = 'info', destination }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'authorization',
        'cookie',
        'apiKey',
        'password',
        '*.authorization',
        '*.cookie',
        '*["x-api-key"]',
        '*.apiKey',
        '*.password',
      ],
      censor: '***',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
