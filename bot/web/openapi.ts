/** The OpenAPI 3.1 description of the JSON API, made from `schema.ts`. */
import * as z from 'zod';
import { answerSchema, problemSchema, questionSchema } from './schema.ts';

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

export function openapi(): object {
  const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hereabouts',
      version: '1',
      description: 'Plain-language answers about local rights and services. No question is stored.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      '/api/ask': {
        post: {
          summary: 'Ask a question in any listed language',
          requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Question' } } } },
          responses: {
            200: { description: 'One of the closed set of outcomes', content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } },
            400: problem('Not a question'),
            405: problem('Not a POST'),
            408: problem('The body came too slowly'),
            413: problem('Too long'),
            415: problem('Not JSON'),
          },
        },
      },
      '/api/health': {
        get: {
          summary: 'Is it up, with which content?',
          responses: {
            200: {
              description: 'Up',
              content: { 'application/json': { schema: { type: 'object', properties: { ok: { const: true }, content: { type: 'string' } } } } },
            },
          },
        },
      },
      '/api/openapi.json': { get: { summary: 'This description', responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': {} } } } } },
    },
    components: { schemas: { Question: schemaOf(questionSchema), Answer: schemaOf(answerSchema), Problem: schemaOf(problemSchema) } },
  };
}
