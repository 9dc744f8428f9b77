/** Runs a statement as the engine's own user; rows of a query come as objects, 64-bit numbers as text. */
export type ClickHouseQuery = <Row = Record<string, unknown>>(statement: string) => Promise<Row[]>;

export interface BareRequest {
  /** The statement, or the rows when `statement` is given. */
  body: string;
  statement?: string;
  queryId?: string;
  settings?: Record<string, string>;
}

/** A bare client for looking into the store from outside, past all code of the product. */
export async function clickHouseText(url: string, request: BareRequest): Promise<string> {
  const { body, statement, queryId, settings = {} } = request;
  const { origin, username, password, pathname } = new URL(url);
  const target = new URL(origin);
  const parameters = {
    database: pathname.slice(1),
    default_format: 'JSONEachRow',
    output_format_json_quote_64bit_integers: '1',
    ...(statement !== undefined && { query: statement }),
    ...(queryId !== undefined && { query_id: queryId }),
    ...settings,
  };
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  const response = await fetch(target, {
    method: 'POST',
    headers: { 'x-clickhouse-user': username, 'x-clickhouse-key': password },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`ClickHouse: ${text.slice(0, 500)}`);
  return text;
}

export function clickHouseQuery(url: string): ClickHouseQuery {
  return async <Row>(statement: string) => {
    const text = await clickHouseText(url, { body: statement });
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
  };
}
