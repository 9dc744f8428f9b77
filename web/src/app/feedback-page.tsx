import { useWorkspace } from '../api/viewer.ts';
import { FeedbackScalesPage } from '../features/feedback/FeedbackScalesPage.tsx';

export function FeedbackScales() {
  const { viewer } = useWorkspace();
  return <FeedbackScalesPage canChange={viewer.permissions.includes('projects:write')} />;
}
