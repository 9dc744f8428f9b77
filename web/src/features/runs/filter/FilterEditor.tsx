import {
  acceptCompletion,
  autocompletion,
  closeCompletion,
  completionStatus,
  moveCompletionSelection,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  placeholder,
  tooltips,
  ViewPlugin,
} from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { filterTokens } from './filter-tokens.ts';
import type { CompleteFilter, FilterOption } from './filter-option.ts';
import type { FilterProblem } from '../model/list-filter.ts';

export interface FilterEditorProps {
  /** The text that counts. */
  value: string;
  label: string;
  placeholder: string;
  problem: FilterProblem | undefined;
  complete: CompleteFilter;
  /** Every change, before it counts. */
  onEdit: (text: string) => void;
  /** Enter, or the field was left. */
  onCommit: (text: string) => void;
  /** Gets the function that brings the focus here. */
  focusRef: RefObject<(() => void) | null>;
}

/** One line of the filter language, with completion and the place of a mistake underlined. */
export function FilterEditor(props: FilterEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const editor = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: extensionsOf(latest),
      }),
    });
    view.current = editor;
    latest.current.focusRef.current = () => {
      editor.focus();
      editor.dispatch({ selection: { anchor: editor.state.doc.length } });
    };
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === props.value) return;
    // Changed elsewhere: a facet, a saved view, going back.
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
  }, [props.value]);

  useEffect(() => {
    view.current?.dispatch({ effects: setProblem.of(props.problem) });
  }, [props.problem]);

  return (
    <div
      ref={host}
      className="filter-editor"
      // Keys that are typed here are nobody else's.
      onKeyDown={(event) => event.stopPropagation()}
    />
  );
}

type Latest = { readonly current: FilterEditorProps };

function extensionsOf(latest: Latest) {
  const commit = (view: EditorView) => {
    closeCompletion(view);
    latest.current.onCommit(view.state.doc.toString());
    return true;
  };
  return [
    history(),
    oneLine,
    look,
    problemField,
    tokenColours,
    placeholder(latest.current.placeholder),
    tooltips({ position: 'fixed', parent: document.body }),
    autocompletion({
      override: [(context) => completionOf(latest.current.complete, context)],
      icons: false,
      defaultKeymap: true,
      closeOnBlur: true,
      selectOnOpen: false,
      interactionDelay: 0,
    }),
    Prec.highest(
      keymap.of([
        {
          key: 'Enter',
          run: (view) => completionStatus(view.state) === 'active' && acceptCompletion(view),
        },
        { key: 'Tab', run: acceptFirst },
      ]),
    ),
    keymap.of([
      { key: 'Enter', run: commit },
      {
        key: 'Escape',
        run: (view) => {
          view.contentDOM.blur();
          return true;
        },
      },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': latest.current.label,
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) latest.current.onEdit(update.state.doc.toString());
    }),
    EditorView.domEventHandlers({
      blur: (_event, view) => latest.current.onCommit(view.state.doc.toString()),
    }),
  ];
}

async function completionOf(
  complete: CompleteFilter,
  context: CompletionContext,
): Promise<CompletionResult | null> {
  const found = await complete(context.state.doc.toString(), context.pos);
  if (!found) return null;
  return { from: found.from, options: found.options.map(optionOf), validFor: /^"?[\w.-]*$/ };
}

/** Takes what is marked, or the first when nothing is. */
function acceptFirst(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false;
  if (acceptCompletion(view)) return true;
  // With options open the key never leaves the field.
  moveCompletionSelection(true)(view);
  acceptCompletion(view);
  return true;
}

/** After a name its values are offered at once. */
function optionOf({ label, detail, text, isName }: FilterOption): Completion {
  return {
    label,
    ...(detail === undefined ? {} : { detail }),
    apply: (view, _completion, from, to) => {
      view.dispatch({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        userEvent: 'input.complete',
      });
      if (isName) startCompletion(view);
    },
  };
}

/** The editor's own styles lie in no layer, so those that must win are given in its way. */
const look = EditorView.theme({
  '&.cm-editor': { background: 'none', outline: 'none' },
  '.cm-scroller': {
    overflow: 'auto hidden',
    fontFamily: 'inherit',
    lineHeight: '20px',
    scrollbarWidth: 'none',
  },
  '.cm-content': { padding: '3px 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 2px' },
  '.cm-placeholder': { color: 'var(--text-quiet)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-tooltip.cm-tooltip-autocomplete, .cm-tooltip.cm-tooltip-autocomplete': {
    overflow: 'hidden',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    background: 'var(--raised)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip-autocomplete > ul': {
    maxWidth: 'min(520px, 90vw)',
    maxHeight: '280px',
    padding: '4px',
    fontFamily: 'var(--font-text)',
    fontSize: '13px',
  },
  '.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '16px',
    padding: '3px 8px',
    borderRadius: '4px',
    color: 'var(--text)',
    lineHeight: '20px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--selected)',
    color: 'var(--text)',
  },
  '.cm-completionLabel': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionMatchedText': { fontWeight: '600', textDecoration: 'none' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    color: 'var(--text-quiet)',
    fontStyle: 'normal',
  },
});

/** Pasted line breaks become spaces. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
  const text = transaction.newDoc
    .toString()
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  return [
    {
      changes: { from: 0, to: transaction.startState.doc.length, insert: text },
      selection: { anchor: text.length },
    },
  ];
});

const setProblem = StateEffect.define<FilterProblem | undefined>();

const problemField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setProblem)) next = problemMark(effect.value, transaction.newDoc.length);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function problemMark(problem: FilterProblem | undefined, length: number): DecorationSet {
  if (!problem || length === 0) return Decoration.none;
  const start = Math.min(problem.start, length - 1);
  const end = Math.min(Math.max(problem.end, start + 1), length);
  return Decoration.set([Decoration.mark({ class: 'filter-wrong' }).range(start, end)]);
}

const tokenColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = coloured(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = coloured(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function coloured(view: EditorView): DecorationSet {
  const tokens = filterTokens(view.state.doc.toString());
  return Decoration.set(
    tokens.map(({ kind, start, end }) =>
      Decoration.mark({ class: `tok-${kind}` }).range(start, end),
    ),
  );
}
