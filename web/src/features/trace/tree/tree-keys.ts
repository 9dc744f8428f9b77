export type TreeAction =
  | 'down'
  | 'up'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'openAll'
  | 'closeAll'
  | 'toDetails'
  | 'search'
  | 'nextError'
  | 'previousError'
  | 'nextTab'
  | 'previousTab'
  | 'zoom'
  | 'criticalPath'
  | 'nextTrace'
  | 'previousTrace';

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const plain: Record<string, TreeAction> = {
  j: 'down',
  ArrowDown: 'down',
  k: 'up',
  ArrowUp: 'up',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'toDetails',
  '/': 'search',
  e: 'nextError',
  E: 'previousError',
  ']': 'nextTab',
  '[': 'previousTab',
  z: 'zoom',
  c: 'criticalPath',
  J: 'nextTrace',
  K: 'previousTrace',
};

const shifted: Record<string, TreeAction> = { ArrowRight: 'openAll', ArrowLeft: 'closeAll' };

/** What a key press means in the tree; undefined leaves it to others. */
export function treeActionOf(press: KeyPress): TreeAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.shiftKey && Object.hasOwn(shifted, press.key)) return shifted[press.key];
  return Object.hasOwn(plain, press.key) ? plain[press.key] : undefined;
}
