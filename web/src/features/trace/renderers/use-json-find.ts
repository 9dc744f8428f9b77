import { useEffect, useState } from 'react';
import { findInJson, maxHits } from '../payload/json-rows.ts';
import type { JsonHit } from '../payload/json-rows.ts';

export interface JsonFind {
  hits: JsonHit[];
  isSearching: boolean;
}

const none: JsonFind = { hits: [], isSearching: false };
const sliceMs = 8;

/** Searches a value in slices of a few milliseconds, so that typing stays smooth in 20 MB. */
export function useJsonFind(value: unknown, text: string): JsonFind {
  const [find, setFind] = useState(none);
  useEffect(() => {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') {
      setFind(none);
      return undefined;
    }
    const search = findInJson(value, wanted);
    const hits: JsonHit[] = [];
    let timer = 0;
    const work = () => {
      const untilMs = performance.now() + sliceMs;
      while (performance.now() < untilMs) {
        const step = search.next();
        if (step.done || hits.length >= maxHits) return setFind({ hits, isSearching: false });
        if (step.value) hits.push(step.value);
      }
      setFind({ hits: hits.slice(), isSearching: true });
      timer = window.setTimeout(work);
    };
    timer = window.setTimeout(work, 120);
    return () => window.clearTimeout(timer);
  }, [value, text]);
  return find;
}
