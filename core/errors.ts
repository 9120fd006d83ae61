/** Faults of our own. What a person can cause is an Answer or a Problem, never an exception. */

/** A shard is missing, was altered, or has another format than this code reads. */
export class ShardError extends Error {
  override readonly name = 'ShardError';
  readonly shard: string;

  constructor(shard: string, reason: string, options?: ErrorOptions) {
    super(`shard ${shard}: ${reason}`, options);
    this.shard = shard;
  }
}

/** The deployment is configured in a way that cannot work. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
