/** Words for one provider, as instrumentations write them; in lower case. */
const aliases: Record<string, string[]> = {
  openai: ['openai'],
  azure: [
    'azure',
    'azure_openai',
    'azure.ai.openai',
    'az.ai.openai',
    'azure.openai',
    'azureopenai',
  ],
  anthropic: ['anthropic'],
  google: [
    'google',
    'gemini',
    'google-gla',
    'google_gla',
    'google_genai',
    'google.generative-ai',
    'gcp.gemini',
    'gcp.gen_ai',
    'gen_ai',
    'googleai',
    'google_generativeai',
  ],
  'gcp.vertex_ai': [
    'gcp.vertex_ai',
    'vertex_ai',
    'vertexai',
    'google-vertex',
    'google.vertex',
    'google_vertexai',
  ],
  bedrock: [
    'bedrock',
    'aws',
    'aws.bedrock',
    'amazon-bedrock',
    'amazon_bedrock',
    'bedrock_converse',
  ],
  mistral: ['mistral', 'mistralai', 'mistral_ai'],
  xai: ['xai', 'x_ai', 'x-ai', 'grok'],
  cohere: ['cohere'],
  deepseek: ['deepseek'],
  groq: ['groq'],
  ollama: ['ollama'],
  openrouter: ['openrouter'],
  perplexity: ['perplexity'],
  together: ['together', 'togetherai', 'together_ai'],
  fireworks: ['fireworks', 'fireworks_ai'],
  huggingface: ['huggingface', 'hugging_face'],
  'ibm.watsonx.ai': ['ibm.watsonx.ai', 'watsonx'],
};

const byAlias = new Map(
  Object.entries(aliases).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
);

/** Frameworks and instrumentations that name themselves where the provider should stand. */
const frameworks = new Set([
  'agent_framework',
  'agno',
  'ai',
  'autogen',
  'autogen_agentchat',
  'crewai',
  'dspy',
  'gateway',
  'gcp.vertex.agent',
  'genkit',
  'google_adk',
  'haystack',
  'langchain',
  'langgraph',
  'litellm',
  'livekit',
  'llama_index',
  'llamaindex',
  'logfire',
  'mastra',
  'mcp',
  'microsoft.agent_framework',
  'openai_agents',
  'pydantic-ai',
  'semantic_kernel',
  'smolagents',
  'strands',
  'strands-agents',
  'unknown',
  'vercel',
]);

/** Ends of host names of model APIs. */
const hosts: [end: string, provider: string][] = [
  ['openai.azure.com', 'azure'],
  ['openai.com', 'openai'],
  ['anthropic.com', 'anthropic'],
  ['generativelanguage.googleapis.com', 'google'],
  ['aiplatform.googleapis.com', 'gcp.vertex_ai'],
  ['amazonaws.com', 'bedrock'],
  ['mistral.ai', 'mistral'],
  ['x.ai', 'xai'],
  ['cohere.com', 'cohere'],
  ['deepseek.com', 'deepseek'],
  ['groq.com', 'groq'],
  ['openrouter.ai', 'openrouter'],
  ['perplexity.ai', 'perplexity'],
  ['together.xyz', 'together'],
  ['fireworks.ai', 'fireworks'],
];

/** The provider of a model; undefined for the name of a framework. Unknown names are kept. */
export function providerOf(written: string): string | undefined {
  const word = written.trim().toLowerCase();
  if (word === '' || frameworks.has(word)) return undefined;
  const known = byAlias.get(word) ?? providerOfHost(word);
  if (known !== undefined) return known;
  // The AI SDK adds the API: openai.responses, anthropic.messages, google.vertex.chat.
  for (let cut = word.lastIndexOf('.'); cut > 0; cut = word.lastIndexOf('.', cut - 1)) {
    const family = byAlias.get(word.slice(0, cut));
    if (family !== undefined) return family;
    if (frameworks.has(word.slice(0, cut))) return undefined;
  }
  return written.trim();
}

/** The provider whose API a host is. */
export function providerOfHost(written: string): string | undefined {
  const host = written.trim().toLowerCase();
  return hosts.find(([end]) => host === end || host.endsWith(`.${end}`))?.[1];
}

/** The provider that a model's name begins with, such as `bedrock/us.anthropic…`. */
export function providerOfModel(model: string): string | undefined {
  if (/^projects\/.*\/publishers\/google\//.test(model)) return 'google';
  const prefix = /^([\w.-]+)\//.exec(model)?.[1];
  return prefix === undefined ? undefined : byAlias.get(prefix.toLowerCase());
}

/** Resource paths of Google name the model last. */
export function modelOf(written: string): string {
  const path = /^(?:projects\/.*\/)?models\/(.+)$/.exec(written.trim());
  return path?.[1] ?? written.trim();
}
