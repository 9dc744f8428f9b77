// A first trace with the unchanged `langsmith` package: nested runs, a streamed answer, a tool that
// fails and is tried again. It takes some seconds, so that you can watch it in the browser.
//
//   LANGSMITH_ENDPOINT=http://localhost:4000 LANGSMITH_API_KEY=… LANGSMITH_TRACING=true \
//     node examples/first-trace/first-trace.ts
import { Client } from 'langsmith';
import { traceable } from 'langsmith/traceable';

process.env['LANGSMITH_TRACING'] ??= 'true';
process.env['LANGSMITH_ENDPOINT'] ??= 'http://localhost:4000';
if (!process.env['LANGSMITH_API_KEY']) {
  console.error(
    'Set LANGSMITH_API_KEY first: `npm start` prints a key on its first start, and you can make one under Settings → API keys.',
  );
  process.exit(1);
}

const client = new Client();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Stands in for a model: a real application calls its provider here. */
const callModel = traceable(
  async function* callModel(input: { messages: { role: string; content: string }[] }) {
    const words = 'Take an umbrella: rain is expected in Lisbon this afternoon.'.split(' ');
    for (const word of words) {
      await pause(120);
      yield `${word} `;
    }
    void input;
  },
  {
    name: 'answer',
    run_type: 'llm',
    client,
    metadata: { ls_provider: 'openai', ls_model_name: 'gpt-4o-mini' },
    aggregator: (chunks: string[]) => ({
      role: 'assistant',
      content: chunks.join('').trim(),
      usage_metadata: { input_tokens: 42, output_tokens: 13, total_tokens: 55 },
    }),
  },
);

let attempts = 0;
const getWeather = traceable(
  async (input: { city: string }) => {
    await pause(800);
    attempts += 1;
    if (attempts === 1) throw new Error('weather service did not answer in 800 ms');
    return { city: input.city, forecast: 'rain', chance: 0.8 };
  },
  { name: 'get_weather', run_type: 'tool', client },
);

const askAgent = traceable(
  async (input: { question: string }) => {
    const weather = await getWeather({ city: 'Lisbon' }).catch(() =>
      getWeather({ city: 'Lisbon' }),
    );
    let answer = '';
    const stream = callModel({
      messages: [
        { role: 'system', content: 'You give short, practical advice.' },
        { role: 'user', content: `${input.question}\n\nForecast: ${JSON.stringify(weather)}` },
      ],
    });
    for await (const piece of stream) {
      answer += piece;
      process.stdout.write(piece);
    }
    process.stdout.write('\n');
    return { answer: answer.trim() };
  },
  { name: 'weather-agent', client, tags: ['first-trace'] },
);

await askAgent({ question: 'Do I need an umbrella in Lisbon today?' });
await client.awaitPendingTraceBatches();
console.log(`Sent. Look at it on ${process.env['LANGSMITH_ENDPOINT']}`);
