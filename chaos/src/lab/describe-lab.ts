import type { Lab } from './lab.ts';

/** What the processes say about themselves, for the message of a failure: the lab will be gone then. */
export async function describeLab({ ingests, workers }: Lab): Promise<string> {
  const lines: string[] = [];
  for (const service of [...ingests, ...workers]) {
    const readiness = await service.readiness().catch(() => undefined);
    lines.push(`${service.name}: ${JSON.stringify(readiness)}`);
    const warnings = (await service.log()).split('\n').filter(isTelling).slice(-8);
    lines.push(...warnings.map((line) => `  ${line.slice(0, 400)}`));
  }
  return lines.join('\n');
}

const isTelling = (line: string) => /"level":"(warn|error|fatal)"|works again/.test(line);
