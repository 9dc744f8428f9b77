import { defaultRemarkPlugins } from 'streamdown';
import type { StreamdownProps } from 'streamdown';

interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
}

/** Raw HTML in Markdown is text that somebody wrote: it is shown as such. */
function htmlAsText() {
  return (tree: MarkdownNode): void => {
    const stack: { node: MarkdownNode; isInline: boolean }[] = [{ node: tree, isInline: false }];
    while (stack.length > 0) {
      const { node, isInline } = stack.pop()!;
      if (node.type === 'html') toText(node, isInline);
      const holdsText = inlineHolders.has(node.type);
      for (const child of node.children ?? []) stack.push({ node: child, isInline: holdsText });
    }
  };
}

const inlineHolders = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'tableCell',
]);

function toText(node: MarkdownNode, isInline: boolean): void {
  const text = { type: 'text', value: node.value ?? '' };
  if (isInline) {
    Object.assign(node, text);
    return;
  }
  delete node.value;
  Object.assign(node, { type: 'paragraph', children: [text] });
}

/**
 * How Markdown of strangers is read: no raw HTML (so nothing to sanitise is made in the first place),
 * no plug-ins that run code, and every address checked where it is drawn.
 */
export const markdownRules = {
  mode: 'static',
  parseIncompleteMarkdown: false,
  remarkPlugins: [...Object.values(defaultRemarkPlugins), htmlAsText],
  rehypePlugins: [],
  controls: false,
  urlTransform: (url: string) => url,
  skipHtml: true,
} satisfies Omit<StreamdownProps, 'children' | 'components'>;
