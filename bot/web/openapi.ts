/** The OpenAPI 3.1 description of the JSON API, made from `schema.ts`. */
import * as z from 'zod';
import { answerSchema, problemSchema, questionSchema } from './schema.ts';

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });

const query = (name: string, description: string) => ({ name, in: 'query', description, schema: { type: 'string' } });
const language = 'A BCP 47 tag: the language of the words for codes. Else English.';
const paging = [query('place', '"es/barcelona", "at", …'), query('page', 'From 1.'), query('per_page', 'At most 200; else 50.'), query('lang', language)];

/** The shapes are not ours: they are read where they are published. */
const hsds = (shape: string) => ({
  description: `The shape of HSDS; in a list, a page of them`,
  content: { 'application/json': { schema: { $ref: `https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled/${shape}.json` } } },
});

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
      '/api/hsds': {
        get: {
          summary: 'Which version of HSDS this is',
          responses: { 200: { description: 'Version, profile, description', content: { 'application/json': {} } } },
        },
      },
      '/api/hsds/services': {
        get: {
          summary: 'Services of a place, a page at a time, as HSDS 3.0',
          parameters: [...paging, query('full', '"true": each with phones, hours, addresses and languages.')],
          responses: { 200: hsds('service'), 400: problem('No such place, or no number') },
        },
      },
      '/api/hsds/services/{id}': {
        get: {
          summary: 'One service with all that belongs to it, as HSDS 3.0',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }, query('lang', language)],
          responses: { 200: hsds('service'), 404: problem('No such service') },
        },
      },
      '/api/hsds/organizations': {
        get: {
          summary: 'Who runs the services of a place, as HSDS 3.0',
          parameters: paging,
          responses: { 200: hsds('organization'), 400: problem('No such place, or no number') },
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
