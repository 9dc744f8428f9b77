import { useEffect, useRef } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { isTyping } from '../../../lib/keyboard.ts';
import { treeActionOf } from './tree-keys.ts';
import type { TreeAction } from './tree-keys.ts';

interface KeyScope {
  viewRef: { current: HTMLElement | null };
  paneRef: { current: HTMLElement | null };
  isPage: boolean;
}

/** On its own page the view hears every key; beside a list only those pressed within it. */
export function useTreeKeys(act: (action: TreeAction) => void, scope: KeyScope) {
  const latest = useRef(act);
  latest.current = act;
  const { isPage, paneRef, viewRef } = scope;

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const target = event.target as HTMLElement;
    const action = treeActionOf(event);
    if (action === undefined) return;
    const isInDetails = paneRef.current?.contains(target) ?? false;
    const isOnControl = target.closest('button, a, [role="tab"], [role="separator"]') !== null;
    // Reading details, keys scroll as everywhere; a button's Enter is its own.
    if (isInDetails && /^(Arrow|Page|Home|End|Enter)/.test(event.key)) return;
    if (isOnControl && /^(Arrow|Enter)/.test(event.key)) return;
    event.preventDefault();
    latest.current(action);
  }

  useEffect(() => {
    if (!isPage) return undefined;
    const onWindowKey = (event: KeyboardEvent) => {
      const target = event.target as Node | null;
      const isElsewhere = target !== document.body && !viewRef.current?.contains(target);
      if (!isElsewhere) onKey(event);
    };
    window.addEventListener('keydown', onWindowKey);
    return () => window.removeEventListener('keydown', onWindowKey);
    // eslint-disable-next-line react/exhaustive-deps
  }, [isPage, viewRef]);

  return isPage ? undefined : (event: ReactKeyboardEvent) => onKey(event.nativeEvent);
}
