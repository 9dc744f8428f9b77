import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { t } from '../i18n/index.ts';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** `bare`: no head; the content is the whole dialog. */
  variant?: 'plain' | 'bare';
  /** Not by Escape or a click beside it, where something would be lost. */
  isSticky?: boolean;
  children: ReactNode;
}

/**
 * The platform's modal dialog: it keeps the focus inside and gives it back after. Drawn only while it is
 * open. What is marked `data-autofocus` is where it begins.
 */
export function Dialog({ title, onClose, variant = 'plain', isSticky, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const before = document.activeElement;
    if (!element.open) element.showModal();
    // React gives focus before the dialog is open, and the platform then takes it to what comes first.
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-variant={variant}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        if (!isSticky) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !isSticky) onClose();
      }}
    >
      <div className="dialog-box">
        {variant === 'bare' ? null : (
          <header className="dialog-head">
            <h2>{title}</h2>
            <button
              type="button"
              className="icon-button"
              title={t('common.close')}
              aria-label={t('common.close')}
              onClick={onClose}
            >
              <X size={16} aria-hidden />
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
