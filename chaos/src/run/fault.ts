import type { Random } from '@runlight/bench/src/random.ts';
import type { Lab } from '../lab/lab.ts';

/** Something that goes wrong and, after a while, is over. */
export interface Fault {
  name: string;
  inflict: (lab: Lab) => Promise<void>;
  /** How long it lasts, in milliseconds. */
  lasts: (random: Random) => number;
  end: (lab: Lab) => Promise<void>;
}

export const briefly = (random: Random): number => random.between(300, 1000);
export const forAWhile = (random: Random): number => random.between(300, 2500);
