/** The part of the Workers runtime that the bot uses; the whole of it would be six hundred kilobytes of generated types. */
declare module 'cloudflare:workers' {
  interface SqlCursor<Row> {
    readonly rowsWritten: number;
    toArray(): Row[];
  }

  export class DurableObject {
    protected readonly ctx: {
      readonly storage: {
        readonly sql: { exec<Row = Record<string, unknown>>(query: string, ...bindings: (string | number | null)[]): SqlCursor<Row> };
        getAlarm(): Promise<number | null>;
        setAlarm(time: number): Promise<void>;
        deleteAlarm(): Promise<void>;
        deleteAll(): Promise<void>;
      };
    };
    alarm?(): Promise<void>;
  }
}
