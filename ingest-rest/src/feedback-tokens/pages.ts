// The pages behind a feedback link in a mail: without script, and without a word about whose it is.

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
  main { width: min(26rem, calc(100vw - 3rem)); }
  h1 { font-size: 1.25rem; font-weight: 600; margin: 0 0 1rem; }
  p { margin: 0; }
  form { display: grid; gap: 0.75rem; }
  label { display: grid; gap: 0.25rem; font-size: 0.875rem; }
  textarea { font: inherit; padding: 0.5rem; border: 1px solid GrayText; border-radius: 6px; resize: vertical;
    background: Field; color: FieldText; }
  div { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
  button { font: inherit; padding: 0.625rem; border: 1px solid GrayText; border-radius: 6px; cursor: pointer;
    background: ButtonFace; color: ButtonText; }
  button:focus-visible, textarea:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
<main>
<h1>${title}</h1>
${content}
</main>
</html>
`;

/** Asks before anything is taken: previews and scanners open links of mails too. */
export const questionPage = (): string =>
  page(
    'Was this helpful?',
    `<form method="post">
<label>Comment (optional) <textarea name="comment" rows="4" maxlength="10000"></textarea></label>
<div><button name="score" value="1">Yes</button><button name="score" value="0">No</button></div>
</form>`,
  );

export const thanksPage = (): string => page('Thank you', '<p>Your feedback was received.</p>');

export const gonePage = (): string =>
  page('This link does not work', '<p>It was used already, or has ended.</p>');
