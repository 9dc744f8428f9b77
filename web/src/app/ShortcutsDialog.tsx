import { t } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { shortcutGroups } from './shortcuts.ts';

/** Every key the client listens to. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <div className="shortcuts">
        {shortcutGroups.map((group) => (
          <section key={group.title}>
            <h3>{t(`shortcuts.groups.${group.title}`)}</h3>
            <dl>
              {group.shortcuts.map(({ keys, text }) => (
                <div key={text}>
                  <dt>{t(`shortcuts.${text}`)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
