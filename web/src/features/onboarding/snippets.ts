import { t } from '../../i18n/index.ts';

export const sdks = ['python', 'javascript', 'opentelemetry', 'curl'] as const;
export type Sdk = (typeof sdks)[number];

export interface SnippetInput {
  origin: string;
  project: string;
  /** undefined while none was made. */
  apiKey: string | undefined;
  runUuid: string;
  now: Date;
}

export interface Snippet {
  title: string;
  code: string;
}

/** What to paste, in order, for a first run. */
export function snippetsFor(sdk: Sdk, input: SnippetInput): Snippet[] {
  switch (sdk) {
    case 'python':
      return [
        { title: t('setup.install'), code: 'pip install langsmith' },
        { title: t('setup.environment'), code: environment(input) },
        { title: t('setup.python'), code: pythonCode },
      ];
    case 'javascript':
      return [
        { title: t('setup.install'), code: 'npm install langsmith' },
        { title: t('setup.environment'), code: environment(input) },
        { title: t('setup.javascript'), code: javascriptCode },
      ];
    case 'opentelemetry':
      return [
        { title: t('setup.install'), code: 'pip install opentelemetry-distro[otlp]' },
        { title: t('setup.environment'), code: otelEnvironment(input) },
        { title: t('setup.opentelemetry'), code: otelCode },
      ];
    case 'curl':
      return [{ title: t('setup.curl'), code: curlCode(input) }];
    default:
      return sdk satisfies never;
  }
}

const placeholder = 'YOUR_API_KEY';

function environment({ origin, project, apiKey }: SnippetInput): string {
  return [
    'export LANGSMITH_TRACING=true',
    `export LANGSMITH_ENDPOINT=${shellText(origin)}`,
    `export LANGSMITH_API_KEY=${shellText(apiKey ?? placeholder)}`,
    `export LANGSMITH_PROJECT=${shellText(project)}`,
  ].join('\n');
}

/** The variables that every OpenTelemetry SDK reads; header values are percent-encoded (W3C Baggage). */
function otelEnvironment({ origin, project, apiKey }: SnippetInput): string {
  const headers = [
    `x-api-key=${apiKey ?? placeholder}`,
    `langsmith-project=${encodeURIComponent(project)}`,
  ];
  return [
    `export OTEL_EXPORTER_OTLP_ENDPOINT=${shellText(`${origin}/otel`)}`,
    `export OTEL_EXPORTER_OTLP_HEADERS=${shellText(headers.join(','))}`,
    'export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
  ].join('\n');
}

/** A word of a shell: plain where it can be, else quoted so that nothing in it is read. */
export function shellText(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

const pythonCode = `from langsmith import traceable

@traceable(run_type="tool")
def look_up(city: str) -> str:
    return f"It rains in {city}."

@traceable
def answer(question: str) -> str:
    return f"{look_up('Lisbon')} Take an umbrella."

print(answer("Do I need an umbrella in Lisbon?"))`;

const otelCode = `from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
tracer = provider.get_tracer("hello")

with tracer.start_as_current_span("chat gpt-4o") as span:
    span.set_attribute("gen_ai.operation.name", "chat")
    span.set_attribute("gen_ai.provider.name", "openai")
    span.set_attribute("gen_ai.request.model", "gpt-4o")
    span.set_attribute("gen_ai.prompt", "Do I need an umbrella in Lisbon?")
    span.set_attribute("gen_ai.completion", "Yes, it rains.")

provider.shutdown()`;

const javascriptCode = `import { traceable } from 'langsmith/traceable';

const lookUp = traceable(async (city) => \`It rains in \${city}.\`, {
  name: 'look_up',
  run_type: 'tool',
});
const answer = traceable(
  async (question) => \`\${await lookUp('Lisbon')} Take an umbrella.\`,
  { name: 'answer' },
);

console.log(await answer('Do I need an umbrella in Lisbon?'));`;

function curlCode({ origin, project, apiKey, runUuid, now }: SnippetInput): string {
  const run = {
    id: runUuid,
    name: 'hello-from-curl',
    run_type: 'chain',
    start_time: new Date(now.getTime() - 1200).toISOString(),
    end_time: now.toISOString(),
    inputs: { question: 'Do I need an umbrella in Lisbon?' },
    outputs: { answer: 'Yes, it rains.' },
    session_name: project,
  };
  return [
    `curl -X POST ${shellText(`${origin}/runs`)} \\`,
    `  -H ${shellText(`x-api-key: ${apiKey ?? placeholder}`)} \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d ${shellText(JSON.stringify(run, null, 2))}`,
  ].join('\n');
}
