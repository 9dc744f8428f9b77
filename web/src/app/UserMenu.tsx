import { useApolloClient } from '@apollo/client/react';
import { Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { useState } from 'react';
import { signOut } from '../api/auth.ts';
import { useWorkspace } from '../api/viewer.ts';
import { t } from '../i18n/index.ts';
import { oneLine } from '../lib/format.ts';
import { applyTheme, currentTheme, themes } from '../lib/theme.ts';
import type { Theme } from '../lib/theme.ts';
import { paths } from '../paths.ts';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../ui/Menu.tsx';

const icons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

/** Who is signed in, the theme, the way out. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const client = useApolloClient();
  const { viewer } = useWorkspace();
  const [theme, setTheme] = useState(currentTheme);
  const name = oneLine(viewer.user?.name ?? t('shell.machine'), 80);

  async function leave(): Promise<void> {
    await signOut();
    await client.clearStore();
    window.location.assign(paths.signIn());
  }

  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className="nav-user" aria-label={t('shell.userMenu', { name })}>
          <span className="nav-avatar" aria-hidden>
            {String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase()}
          </span>
          <bdi className="cut">{name}</bdi>
          <Settings2 size={14} aria-hidden />
        </button>
      }
    >
      <MenuLabel>{t('shell.theme')}</MenuLabel>
      {themes.map((value) => {
        const Icon = icons[value];
        return (
          <MenuChoice
            key={value}
            isMultiple
            isChosen={value === theme}
            onChoose={() => {
              applyTheme(value);
              setTheme(value);
            }}
          >
            <Icon size={14} aria-hidden />
            {t(`shell.themes.${value}`)}
          </MenuChoice>
        );
      })}
      <MenuLine />
      <MenuItem onChoose={onShortcuts}>
        <span className="menu-check" />
        {t('shortcuts.title')}
        <kbd>?</kbd>
      </MenuItem>
      <MenuItem onChoose={() => void leave()}>
        <span className="menu-check" />
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  );
}
