import { useMutation } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { errorWords } from '../../api/error-words.ts';
import { graphql } from '../../gql/index.ts';
import { t } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';

export const createProjectMutation = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
        name
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

/** A new, empty project; then how to send it its first run. */
export function CreateProject({ workspace, onClose }: { workspace: string; onClose: () => void }) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const [create, { loading }] = useMutation(createProjectMutation, {
    update: (cache) => {
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'projects' });
    },
  });
  const navigate = useNavigate();

  async function submit(): Promise<void> {
    setProblem(undefined);
    try {
      const { data } = await create({ variables: { input: { name: name.trim() } } });
      const { project, userErrors } = data!.createProject;
      if (!project) return setProblem(userErrors[0]?.message ?? t('errors.noReason'));
      onClose();
      await navigate({
        to: '/w/$workspace/p/$project/setup',
        params: { workspace, project: project.name },
      });
    } catch (error) {
      const { title, text } = errorWords(error);
      setProblem(`${title}. ${text}`);
    }
  }

  return (
    <Dialog title={t('projects.createTitle')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <label className="field">
          <span>{t('projects.nameLabel')}</span>
          <input
            type="text"
            required
            data-autofocus
            maxLength={256}
            value={name}
            aria-invalid={problem !== undefined}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <p className="field-note">{t('projects.createText')}</p>
        {problem === undefined ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <footer className="form-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            className="button button-strong"
            disabled={loading || name.trim() === ''}
          >
            {t('projects.create')}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
