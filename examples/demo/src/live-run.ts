import type { Client } from 'langsmith';
import { RunTree } from 'langsmith';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A research agent that works in real time for about `steps` × 2.5 s, to be watched live. */
export async function runLiveAgent(client: Client, project: string, steps = 6): Promise<void> {
  const topic = 'What changed in EU battery recycling rules this year?';
  const root = new RunTree({
    name: 'research-agent',
    run_type: 'chain',
    inputs: { question: topic },
    client,
    project_name: project,
    tags: ['agent', 'live'],
  });
  await root.postRun();
  for (let step = 1; step <= steps; step += 1) {
    const think = root.createChild({
      name: `think ${step}`,
      run_type: 'llm',
      inputs: {
        messages: [
          { role: 'user', content: `Step ${step}: what do I still need to know about “${topic}”?` },
        ],
      },
      extra: { metadata: { ls_provider: 'openai', ls_model_name: 'gpt-4o' } },
    });
    await think.postRun();
    await pause(900 + Math.random() * 600);
    await think.end({
      role: 'assistant',
      content: `Search for source ${step}.`,
      usage_metadata: {
        input_tokens: 300 + step * 80,
        output_tokens: 20,
        total_tokens: 320 + step * 80,
      },
    });
    await think.patchRun();

    const search = root.createChild({
      name: 'web_search',
      run_type: 'tool',
      inputs: { query: `battery recycling regulation source ${step}` },
    });
    await search.postRun();
    await pause(700 + Math.random() * 700);
    const failed = step === 3;
    await search.end(
      failed
        ? undefined
        : { results: [{ title: `Source ${step}`, url: `https://example.org/${step}` }] },
      failed ? 'SearchError: the engine answered 502' : undefined,
    );
    await search.patchRun();
  }
  await root.end({
    answer:
      'Collection targets rise to 63 % by the end of 2027; recycled content must be declared.',
  });
  await root.patchRun();
}
