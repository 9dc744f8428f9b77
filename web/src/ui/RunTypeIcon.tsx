import {
  Binary,
  Braces,
  CircleDashed,
  FileText,
  Link2,
  MessageSquareQuote,
  Search,
  Sparkles,
  Wrench,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { RunType } from '../gql/graphql.ts';

const looks: Record<RunType, { icon: LucideIcon; word: string }> = {
  LLM: { icon: Sparkles, word: 'LLM' },
  CHAIN: { icon: Link2, word: 'Chain' },
  TOOL: { icon: Wrench, word: 'Tool' },
  RETRIEVER: { icon: Search, word: 'Retriever' },
  EMBEDDING: { icon: Binary, word: 'Embedding' },
  PROMPT: { icon: MessageSquareQuote, word: 'Prompt' },
  PARSER: { icon: Braces, word: 'Parser' },
};

export function runTypeWord(runType: RunType | undefined): string {
  return runType ? (looks[runType]?.word ?? 'Run') : 'Unknown';
}

/** Icon and hue of a run type; a dashed circle for a run that has not come. */
export function RunTypeIcon({ runType }: { runType: RunType | undefined }) {
  const Icon = runType ? (looks[runType]?.icon ?? FileText) : CircleDashed;
  return (
    <span className="run-type" data-type={runType ?? 'NONE'} title={runTypeWord(runType)}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      <span className="sr-only">{runTypeWord(runType)}</span>
    </span>
  );
}
