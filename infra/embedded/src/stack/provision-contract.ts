/** What the supervisor tells `provision.ts`, as one line of JSON. */
export interface ProvisionOrder {
  clickhouseUrl: string;
  databaseUrl: string;
  /** Whether the Postgres database may have to be made; one of somebody else's is there already. */
  createDatabase: boolean;
  publicUrl: string;
  authSecret: string;
  apiKey?: string;
}

/** What it answers, as one line of JSON. */
export interface ProvisionResult {
  signInLink: string;
  /** Only when one was made now. */
  createdApiKey?: string;
}
