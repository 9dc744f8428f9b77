import { SlidersHorizontal } from 'lucide-react';
import type { RunType } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../../../ui/Menu.tsx';
import { runTypeWord } from '../../../ui/RunTypeIcon.tsx';
import type { HeatMode } from '../model/heat.ts';
import { isQuiet } from '../model/noise.ts';
import type { TreeState } from './use-tree-state.ts';
import type { TraceLens } from './use-trace-lens.ts';

const heats: readonly HeatMode[] = ['off', 'time', 'cost'];
const levels = [1, 2, 3] as const;
const hideable: readonly RunType[] = [
  'CHAIN',
  'PROMPT',
  'PARSER',
  'TOOL',
  'RETRIEVER',
  'EMBEDDING',
];
const shortMs = 10;

/** How the tree is looked at: levels, critical path, weights, what is hidden. */
export function ViewMenu({ lens, state }: { lens: TraceLens; state: TreeState }) {
  const { noise, setNoise } = lens;
  const isChanged = !isQuiet(noise) || lens.heat !== 'off' || lens.areGapsShort;
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="icon-button tr-view-button"
          data-changed={isChanged || undefined}
          title={t('trace.view.menu')}
        >
          <SlidersHorizontal size={14} aria-hidden />
          <span className="sr-only">{t('trace.view.menu')}</span>
        </button>
      }
    >
      <MenuChoice isChosen={lens.critical !== undefined} onChoose={lens.toggleCritical}>
        {t('trace.view.criticalPath')}
        <kbd>c</kbd>
      </MenuChoice>
      <MenuChoice isChosen={lens.areGapsShort} onChoose={lens.toggleGaps}>
        {t('trace.view.compressGaps')}
      </MenuChoice>
      <MenuLine />
      <MenuLabel>{t('trace.view.levels')}</MenuLabel>
      {levels.map((level) => (
        <MenuItem key={level} onChoose={() => state.setLevel(level)}>
          <span className="menu-check" />
          {t('trace.view.level', { level })}
        </MenuItem>
      ))}
      <MenuItem onChoose={() => state.setLevel(null)}>
        <span className="menu-check" />
        {t('trace.view.allLevels')}
      </MenuItem>
      <MenuLine />
      <MenuLabel>{t('trace.view.heat')}</MenuLabel>
      {heats.map((mode) => (
        <MenuChoice key={mode} isChosen={lens.heat === mode} onChoose={() => lens.setHeat(mode)}>
          {t(`trace.view.heats.${mode}`)}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuLabel>{t('trace.view.hide')}</MenuLabel>
      <MenuChoice
        isMultiple
        isChosen={noise.wrappers}
        onChoose={() => setNoise({ ...noise, wrappers: !noise.wrappers })}
      >
        {t('trace.view.wrappers')}
      </MenuChoice>
      <MenuChoice
        isMultiple
        isChosen={noise.shorterThanMs > 0}
        onChoose={() =>
          setNoise({ ...noise, shorterThanMs: noise.shorterThanMs > 0 ? 0 : shortMs })
        }
      >
        {t('trace.view.shorterThan', { ms: noise.shorterThanMs || shortMs })}
      </MenuChoice>
      {hideable.map((type) => (
        <MenuChoice
          key={type}
          isMultiple
          isChosen={noise.types.includes(type)}
          onChoose={() => setNoise({ ...noise, types: toggled(noise.types, type) })}
        >
          {t('trace.view.runsOfType', { type: runTypeWord(type) })}
        </MenuChoice>
      ))}
    </Menu>
  );
}

function toggled(types: readonly RunType[], type: RunType): RunType[] {
  return types.includes(type) ? types.filter((other) => other !== type) : [...types, type];
}
