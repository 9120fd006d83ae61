declare module 'virtual:atlantis' {
  export const bundled: import('../core/index.ts').Bundled;
  export const shards: [name: string, text: string][];
}

declare module 'cloudflare:workers' {
  export const env: {
    readonly ASSETS: { fetch(request: Request | URL | string): Promise<Response> };
    readonly MEMORY: import('../bot/memory.ts').MemoryNamespace;
    readonly DB: import('../bot/database.ts').Database;
    readonly LIMITER: import('../bot/rate-limit.ts').Limiter;
    readonly SLACK_SIGNING_SECRET: string;
    readonly SLACK_API_URL: string;
  };
  export const exports: { readonly default: { fetch(request: Request | URL | string, init?: RequestInit): Promise<Response> } };
}

interface ImportMeta {
  /** Of the bundler: the files that fit a pattern. */
  glob<T>(pattern: string, options: { readonly eager: true; readonly query?: string; readonly import?: string }): Record<string, T>;
}

declare module 'virtual:migrations' {
  const migrations: { name: string; queries: string[] }[];
  export default migrations;
}
