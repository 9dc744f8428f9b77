import { useMutation } from '@apollo/client/react';
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { errorWords } from '../../../api/error-words.ts';
import type { OwnPriceFragment } from '../../../gql/graphql.ts';
import { t } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { MatchPreview } from './MatchPreview.tsx';
import { createModelPriceMutation, updateModelPriceMutation } from './price-documents.ts';

interface PriceFormProps {
  /** The price that changes; absent: a new one. */
  price?: OwnPriceFragment;
  onClose: () => void;
  onSaved: () => void;
}

interface Draft {
  name: string;
  pattern: string;
  provider: string;
  /** `YYYY-MM-DD`, or empty. */
  from: string;
  rates: { subtype: string; usdPerMillion: string }[];
}

const emptyDraft: Draft = {
  name: '',
  pattern: '',
  provider: '',
  from: '',
  rates: [
    { subtype: 'input', usdPerMillion: '' },
    { subtype: 'output', usdPerMillion: '' },
  ],
};

const subtypes = [
  'input',
  'cache_read',
  'cache_write_5m',
  'cache_write_1h',
  'cache_write_30m',
  'cache_write_12h',
  'output',
  'reasoning',
  'audio_in',
  'audio_out',
  'cache_read_audio',
  'image_in',
  'image_out',
] as const;

/** A new price, or a change of one; shows at once which recent models it would be for. */
export function PriceForm({ price, onClose, onSaved }: PriceFormProps) {
  const [draft, setDraft] = useState<Draft>(() => (price ? draftOf(price) : emptyDraft));
  const { save, problem, isSaving } = useSave(price, () => {
    onSaved();
    onClose();
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  return (
    <Dialog title={t(price ? 'prices.editTitle' : 'prices.addTitle')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save(draft);
        }}
      >
        <TextField
          label={t('prices.form.name')}
          value={draft.name}
          maxLength={128}
          isFirst
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('prices.form.pattern')}
          note={t('prices.form.patternNote')}
          value={draft.pattern}
          maxLength={200}
          placeholder="my-model-.*"
          isCode
          onChange={(pattern) => change({ pattern })}
        />
        <MatchPreview pattern={draft.pattern} provider={draft.provider} />
        <div className="price-pair">
          <TextField
            label={t('prices.form.provider')}
            value={draft.provider}
            maxLength={64}
            placeholder={t('prices.form.anyProvider')}
            isOptional
            onChange={(provider) => change({ provider })}
          />
          <label className="field">
            <span>{t('prices.form.from')}</span>
            <input
              type="date"
              value={draft.from}
              onChange={(event) => change({ from: event.target.value })}
            />
          </label>
        </div>
        <RateFields rates={draft.rates} onChange={(rates) => change({ rates })} />
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <p className="field-note">{t('prices.form.note')}</p>
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-strong" disabled={isSaving}>
            {t('prices.form.save')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

const draftOf = ({ name, pattern, provider, from, rates }: OwnPriceFragment): Draft => ({
  name,
  pattern,
  provider: provider ?? '',
  from: from?.slice(0, 10) ?? '',
  rates: rates.map(({ subtype, usdPerMillion }) => ({ subtype, usdPerMillion })),
});

function useSave(price: OwnPriceFragment | undefined, onDone: () => void) {
  const [problem, setProblem] = useState<string>();
  const [create, { loading: isCreating }] = useMutation(createModelPriceMutation);
  const [update, { loading: isUpdating }] = useMutation(updateModelPriceMutation);

  async function send(draft: Draft) {
    const { name, pattern, provider, from, rates } = draft;
    const input = {
      name,
      pattern,
      provider: provider.trim() || null,
      from: from === '' ? null : `${from}T00:00:00Z`,
      rates: rates.filter(({ usdPerMillion }) => usdPerMillion.trim() !== ''),
    };
    if (!price) return (await create({ variables: { input } })).data!.createModelPrice.userErrors;
    const { data } = await update({ variables: { input: { ...input, id: price.id } } });
    return data!.updateModelPrice.userErrors;
  }

  async function save(draft: Draft): Promise<void> {
    setProblem(undefined);
    try {
      const [mistake] = await send(draft);
      if (mistake) setProblem(mistake.message);
      else onDone();
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return { save, problem, isSaving: isCreating || isUpdating };
}

interface TextFieldProps {
  label: string;
  value: string;
  maxLength: number;
  note?: string;
  placeholder?: string;
  isOptional?: boolean;
  isCode?: boolean;
  isFirst?: boolean;
  onChange: (value: string) => void;
}

function TextField(props: TextFieldProps) {
  const noteId = useId();
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        type="text"
        spellCheck={false}
        required={!props.isOptional}
        {...(props.isFirst ? { 'data-autofocus': true } : {})}
        className={props.isCode ? 'mono' : ''}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-describedby={props.note === undefined ? undefined : noteId}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.note === undefined ? null : (
        <small id={noteId} className="field-note">
          {props.note}
        </small>
      )}
    </label>
  );
}

interface RateFieldsProps {
  rates: Draft['rates'];
  onChange: (rates: Draft['rates']) => void;
}

function RateFields({ rates, onChange }: RateFieldsProps) {
  const free = subtypes.filter((name) => !rates.some(({ subtype }) => subtype === name));
  const change = (subtype: string, usdPerMillion: string) =>
    onChange(rates.map((rate) => (rate.subtype === subtype ? { subtype, usdPerMillion } : rate)));
  return (
    <fieldset className="field price-rate-fields">
      <legend>{t('prices.form.rates')}</legend>
      {rates.map(({ subtype, usdPerMillion }) => (
        <div key={subtype} className="price-rate-field">
          <span className="mono" aria-hidden>
            {subtype}
          </span>
          <input
            type="text"
            aria-label={subtype}
            inputMode="decimal"
            pattern="\d{1,7}(\.\d{1,9})?"
            title={t('prices.form.rateTitle')}
            required={subtype === 'input'}
            value={usdPerMillion}
            onChange={(event) => change(subtype, event.target.value.trim())}
          />
          {subtype === 'input' ? (
            <span />
          ) : (
            <button
              type="button"
              className="icon-button"
              title={t('prices.form.removeRate', { subtype })}
              aria-label={t('prices.form.removeRate', { subtype })}
              onClick={() => onChange(rates.filter((rate) => rate.subtype !== subtype))}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </div>
      ))}
      {free.length === 0 ? null : (
        <label className="price-rate-add">
          <Plus size={14} aria-hidden />
          <select
            aria-label={t('prices.form.addRate')}
            value=""
            onChange={(event) =>
              onChange([...rates, { subtype: event.target.value, usdPerMillion: '' }])
            }
          >
            <option value="">{t('prices.form.addRate')}</option>
            {free.map((subtype) => (
              <option key={subtype}>{subtype}</option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
