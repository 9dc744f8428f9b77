import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@runlight/bench/src/random.ts';
import type { Lab } from '../lab/lab.ts';
import { diskFaults, networkFaults, storeFaults } from './environment-faults.ts';
import type { Fault } from './fault.ts';
import { processFaults } from './process-faults.ts';

export interface ScheduleOptions {
  lab: Lab;
  random: Random;
  faults: number;
  /** Called, and waited for, now and then when no fault is left. */
  onBreather: () => Promise<void>;
  say: (line: string) => void;
}

/** Faults after which the stack is left alone until it stores again. */
const breatherEvery = 8;

/** Inflicts so many faults, one after the other, now and then two at once; gives how often each. */
export async function inflictFaults(options: ScheduleOptions): Promise<Map<string, number>> {
  const { lab, random, faults, say } = options;
  const counts = new Map<string, number>();
  const deck = createDeck(lab, random);
  for (let done = 0; done < faults;) {
    const together = done + 1 < faults && random.next() < 0.15 ? 2 : 1;
    const chosen = Array.from({ length: together }, deck);
    for (const { name } of chosen) counts.set(name, (counts.get(name) ?? 0) + 1);
    say(`${done + 1}/${faults} ${chosen.map(({ name }) => name).join(' + ')}`);
    await Promise.all(chosen.map((fault) => run(fault, options)));
    if (Math.floor((done + together) / breatherEvery) > Math.floor(done / breatherEvery)) {
      await options.onBreather();
    }
    done += together;
    await pause(random.between(200, 900));
  }
  return counts;
}

async function run(fault: Fault, { lab, random }: ScheduleOptions): Promise<void> {
  const lastsMs = fault.lasts(random);
  await fault.inflict(lab);
  await pause(lastsMs);
  await fault.end(lab);
}

/** Kinds take turns, so that the many ways of the network do not crowd out the others. */
function createDeck(lab: Lab, random: Random): () => Fault {
  const rest = Object.keys(lab.disks).length > 0 ? [...storeFaults, ...diskFaults] : storeFaults;
  const three = <T>(kind: T) => [kind, kind, kind];
  const kinds = [...three(processFaults), ...three(networkFaults), rest];
  const decks = new Map(kinds.map((kind) => [kind, [] as Fault[]]));
  return () => {
    const kind = random.pick(kinds);
    const deck = decks.get(kind)!;
    // Every fault of a kind once before any comes again.
    if (deck.length === 0) deck.push(...shuffled(kind, random));
    return deck.pop()!;
  };
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = random.between(0, index);
    [mixed[index], mixed[other]] = [mixed[other]!, mixed[index]!];
  }
  return mixed;
}
