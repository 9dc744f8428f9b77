/** What senders call a provider of the table; lower case. */
const aliases: Record<string, readonly string[]> = {
  openai: ['openai'],
  anthropic: ['anthropic'],
  azure: [
    'azure',
    'azure_openai',
    'azureopenai',
    'azure.ai.openai',
    'az.ai.openai',
    'azure.openai',
  ],
  google: [
    'google',
    'gemini',
    'google_genai',
    'google-genai',
    'google_gla',
    'google-gla',
    'google_ai',
    'googleai',
    'google_generativeai',
    'google.generative-ai',
    'gcp.gemini',
    'gcp.gen_ai',
  ],
  vertex: [
    'vertex',
    'vertexai',
    'vertex_ai',
    'google_vertexai',
    'google-vertex',
    'google.vertex',
    'gcp.vertex_ai',
    'google_anthropic_vertex',
  ],
  aws: ['aws', 'bedrock', 'amazon_bedrock', 'amazon-bedrock', 'bedrock_converse', 'aws.bedrock'],
  mistral: ['mistral', 'mistralai', 'mistral_ai'],
  deepseek: ['deepseek'],
  xai: ['xai', 'x_ai', 'x-ai', 'grok'],
  cohere: ['cohere'],
  groq: ['groq'],
  together: ['together', 'togetherai', 'together_ai'],
  fireworks: ['fireworks', 'fireworks_ai'],
  cerebras: ['cerebras'],
  perplexity: ['perplexity'],
  moonshot: ['moonshot', 'moonshotai', 'moonshot_ai'],
  minimax: ['minimax'],
  voyage: ['voyage', 'voyageai', 'voyage_ai'],
  zai: ['zai', 'z.ai', 'z-ai', 'z_ai', 'zhipu'],
  meta: ['meta', 'meta_llama', 'llama_api'],
};

const byAlias = new Map(
  Object.entries(aliases).flatMap(([provider, words]) =>
    words.map((word) => [word, provider] as const),
  ),
);

/** Those that make models, not only serve them: a name without a provider is looked for here. */
const makers = [
  'openai',
  'anthropic',
  'google',
  'mistral',
  'deepseek',
  'xai',
  'cohere',
  'moonshot',
  'minimax',
  'voyage',
  'perplexity',
  'zai',
] as const;

/** They send what they charged; no table says it. */
const routers = new Set(['openrouter', 'litellm', 'litellm_proxy']);

export type ProviderChoice =
  { kind: 'known'; provider: string } | { kind: 'makers'; providers: readonly string[] } | Unknown;
type Unknown = { kind: 'router' } | { kind: 'unknown' };

/**
 * Whose prices a name is looked for in: the attribute decides, then the prefix of the name. Without either
 * only those who make models are asked. Both lower case.
 */
export function chooseProvider(provider: string, model: string): ProviderChoice {
  if (model.startsWith('openrouter/')) return { kind: 'router' };
  if (provider === '') return chooseByName(model);
  if (routers.has(provider)) return { kind: 'router' };
  const known = byAlias.get(provider) ?? familyOf(provider);
  if (known === undefined) return { kind: 'unknown' };
  const isOfGoogle = known === 'vertex' && !/claude|mistral|codestral|llama|jamba/.test(model);
  const isOnVertex =
    known === 'google' && /^(?:publishers\/anthropic|.*\/publishers\/anthropic)\//.test(model);
  return { kind: 'known', provider: isOfGoogle ? 'google' : isOnVertex ? 'vertex' : known };
}

/** The AI SDK adds the API: `openai.responses`, `google.vertex.chat`. */
function familyOf(provider: string): string | undefined {
  for (let cut = provider.lastIndexOf('.'); cut > 0; cut = provider.lastIndexOf('.', cut - 1)) {
    const known = byAlias.get(provider.slice(0, cut));
    if (known !== undefined) return known;
  }
  return undefined;
}

function chooseByName(model: string): ProviderChoice {
  if (model.includes('publishers/google/')) return { kind: 'known', provider: 'google' };
  if (/publishers\/|claude[^/]*@/.test(model)) return { kind: 'known', provider: 'vertex' };
  if (
    /^(?:arn:aws|bedrock)|^(?:[a-z-]+\.)?(?:anthropic|amazon|meta|cohere|mistral|ai21)\./.test(
      model,
    )
  ) {
    return { kind: 'known', provider: 'aws' };
  }
  if (model.startsWith('accounts/fireworks/')) return { kind: 'known', provider: 'fireworks' };
  const prefix = /^([\w.-]+)[/:]/.exec(model)?.[1];
  const named = prefix === undefined ? undefined : byAlias.get(prefix);
  if (named === undefined) return { kind: 'makers', providers: makers };
  const isGoogle = named === 'vertex' && model.includes('gemini');
  return { kind: 'known', provider: isGoogle ? 'google' : named };
}
