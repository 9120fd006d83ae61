/** `/api`: the JSON API for people, made from its own OpenAPI description. In English, as the description is. */
import type { FC } from 'hono/jsx';
import { Page } from '../page.tsx';
import type { PageFunction } from '../visit.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

interface Description {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const apiPage: PageFunction = async (visit) => {
  const { info, paths, components } = (await (await visit.settings.asset('/openapi.json')).json()) as Description;
  return (
    <Page visit={visit} title={`${info.title} API`} description={info.description} kind="text">
      <div lang="en" dir="ltr" class="api">
        <h1>{info.title} API</h1>
        <p class="lead">{info.description}</p>
        <p>
          <a href="/api/openapi.json">OpenAPI 3.1</a>
        </p>
        {Object.entries(paths).flatMap(([path, operations]) =>
          Object.entries(operations).map(([method, operation]) => <OperationView name={`${method.toUpperCase()} ${path}`} operation={operation} />),
        )}
        <h2>Schemas</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <details id={name}>
            <summary>{name}</summary>
            <SchemaView schema={schema} />
          </details>
        ))}
      </div>
    </Page>
  );
};

const OperationView: FC<{ name: string; operation: Operation }> = ({ name, operation: { summary, parameters = [], requestBody, responses } }) => (
  <section>
    <h2>
      <code>{name}</code>
    </h2>
    <p>{summary}</p>
    {parameters.length > 0 ? (
      <dl>
        {parameters.map((one) => (
          <div>
            <dt>
              <code>{one.name}</code> ({one.in})
            </dt>
            <dd>{one.description}</dd>
          </div>
        ))}
      </dl>
    ) : null}
    {requestBody ? (
      <p>
        Body: <ContentView content={requestBody.content} />
      </p>
    ) : null}
    <dl>
      {Object.entries(responses).map(([status, { description, content = {} }]) => (
        <div>
          <dt>{status}</dt>
          <dd>
            {description} <ContentView content={content} />
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

const ContentView: FC<{ content: Content }> = ({ content }) => (
  <>
    {Object.entries(content).map(([type, { schema }]) => (
      <span>
        <code>{type}</code> {schema ? <TypeName schema={schema} /> : null}{' '}
      </span>
    ))}
  </>
);

const SchemaView: FC<{ schema: Schema }> = ({ schema }) => (
  <>
    {schema.description ? <p>{schema.description}</p> : null}
    {(schema.oneOf ?? schema.anyOf ?? []).map((one) => (
      <SchemaView schema={one} />
    ))}
    {schema.properties ? (
      <dl>
        {Object.entries(schema.properties).map(([name, property]) => (
          <div>
            <dt>
              <code>
                {name}
                {schema.required?.includes(name) ? '' : '?'}
              </code>
            </dt>
            <dd>
              <TypeName schema={property} /> {property.description}
            </dd>
          </div>
        ))}
      </dl>
    ) : null}
  </>
);

/** Names of schemas are links to them. */
const TypeName: FC<{ schema: Schema }> = ({ schema }) => {
  const { $ref, items, type } = schema;
  if ($ref) return <a href={$ref.startsWith('#') ? `#${$ref.split('/').at(-1)}` : $ref}>{$ref.split('/').at(-1)}</a>;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return (
      <>
        {choices.map((one, i) => (
          <>
            {i > 0 ? ' | ' : ''}
            <TypeName schema={one} />
          </>
        ))}
      </>
    );
  if (items)
    return (
      <>
        <TypeName schema={items} />
        []
      </>
    );
  const values = schema.const === undefined ? schema.enum : [schema.const];
  return <code>{values ? values.map((value) => JSON.stringify(value)).join(' | ') : (type ?? 'any')}</code>;
};
