import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissions } from './principal.ts';
import type { Permission } from './principal.ts';
import { apiKeyScopes, permissionsOfRole, permissionsOfScope, roles } from './roles.ts';

// The whole table, written out a second time: a change of rights has to be made on purpose.
const columns = ['owner', 'admin', 'editor', 'annotator', 'viewer', 'ingest', 'read', 'full'];
const table: Record<Permission, string> = {
  'runs:read': '✓ ✓ ✓ ✓ ✓ - ✓ ✓',
  'runs:write': '✓ ✓ ✓ - - ✓ - ✓',
  'runs:delete': '✓ ✓ - - - - - -',
  'runs:share': '✓ ✓ ✓ - - - - ✓',
  'runs:export': '✓ ✓ ✓ - - - - ✓',
  'feedback:write': '✓ ✓ ✓ ✓ - ✓ - ✓',
  'projects:read': '✓ ✓ ✓ ✓ ✓ - ✓ ✓',
  'projects:write': '✓ ✓ ✓ - - - - ✓',
  'keys:manage': '✓ ✓ - - - - - -',
  'ingest:manage': '✓ ✓ - - - - - -',
  'workspace:read': '✓ ✓ ✓ ✓ ✓ - ✓ ✓',
  'workspace:manage': '✓ ✓ - - - - - -',
};

for (const permission of permissions) {
  test(`who has ${permission}`, () => {
    const sets = [...roles.map(permissionsOfRole), ...apiKeyScopes.map(permissionsOfScope)];
    assert.deepEqual([...roles, ...apiKeyScopes], columns);
    assert.equal(sets.map((set) => (set.has(permission) ? '✓' : '-')).join(' '), table[permission]);
  });
}
