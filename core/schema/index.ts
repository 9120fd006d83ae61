/** One schema per kind of content file. Used by the compiler and the editors; never by what runs in the Worker. */
export * from './assessment.ts';
export * from './basics.ts';
export * from './commitment.ts';
export * from './glossary.ts';
export * from './language.ts';
export * from './law.ts';
export * from './locale.ts';
export * from './network.ts';
export * from './place.ts';
export * from './prose.ts';
export * from './service.ts';
export * from './topic.ts';
export * from './urgent.ts';
export * from './vocabulary.ts';
