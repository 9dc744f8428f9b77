export { bootstrap } from './bootstrap.ts';
export { displayPrefix, generateApiKey, hashApiKey, isApiKey } from './keys/api-key.ts';
export { createKeyDirectory } from './keys/key-directory.ts';
export type { KeyDirectory, KeyDirectoryOptions } from './keys/key-directory.ts';
export { createFeedbackConfigDirectory } from './feedback/config-directory.ts';
export type { FeedbackConfigDirectory } from './feedback/config-directory.ts';
export { createFeedbackTokens, createTokenRedeemer } from './feedback/feedback-tokens.ts';
export type {
  FeedbackToken,
  FeedbackTokens,
  NewFeedbackToken,
  RedeemableToken,
  TokenRedeemer,
} from './feedback/feedback-tokens.ts';
export { createTokenSealer, hashToken, newLinkToken } from './links/link-tokens.ts';
export type { TokenSealer } from './links/link-tokens.ts';
export { createShareLinks, isActiveLink, principalOfShare } from './links/share-links.ts';
export type {
  NewShareLink,
  ShareLink,
  ShareLinks,
  ShareLinkSelection,
  SharedObject,
} from './links/share-links.ts';
export { permissions, requirePermission } from './principal.ts';
export type { Permission, Principal } from './principal.ts';
export { createProjectDirectory } from './projects/project-directory.ts';
export type { ProjectDirectory } from './projects/project-directory.ts';
export { parseProjectName, toStorableText } from './projects/project-name.ts';
export {
  apiKeyScopes,
  permissionsOfRole,
  permissionsOfScope,
  principalOfKey,
  roles,
} from './roles.ts';
export type { ApiKeyIdentity, ApiKeyScope, Role } from './roles.ts';
export { createSignIn } from './sign-in/sign-in.ts';
export type { SignIn, SignInOptions } from './sign-in/sign-in.ts';
