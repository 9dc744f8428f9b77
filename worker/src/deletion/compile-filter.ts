import { sql, texts } from '@runlight/clickhouse';
import { invalidInput } from '@runlight/service';
import type { CompileFilter } from './choose-targets.ts';

const userKeys = ['user_id', 'userId', 'ls_user_id', 'langfuse_user_id', 'enduser.id', 'user.id'];

export const compileFilter: CompileFilter = (filter) => {
  const { userId } = filter as { userId?: { in?: string[] } };
  if (!userId?.in) throw invalidInput('This release cannot read the filter');
  return sql`arrayFirst(user -> user != '', arrayMap(key -> metadata[key], ${texts(userKeys)})) IN ${texts(userId.in)}`;
};
