/** Every service of the real content, against the JSON Schemas of HSDS 3.0 (tests/fixtures/hsds). */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../bot/assistant.ts';
import { coreFrom } from '../../bot/disk.ts';
import { hsdsOrganizations, hsdsService, hsdsWhole, pageOf } from '../../bot/web/hsds.ts';
import { doorsIn } from '../../core/index.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
ajv.addFormat('csv', true);
const folder = 'tests/fixtures/hsds';
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) ajv.addSchema(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')), file);

/** As it is sent: what is undefined is not written. */
function problems(schema: string, shape: object): string[] {
  ajv.validate(schema, JSON.parse(JSON.stringify(shape)));
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const core = coreFrom('dist');
const cities = Object.keys(core.bundled.places).filter((id) => core.bundled.places[id]?.level === 'city');

describe('services in the shapes of HSDS 3.0', () => {
  it.each(cities)('%s', async (city) => {
    for (const lang of ['en', 'ar']) {
      const say = await sayIn(lang, core);
      const cards = await doorsIn(city, '2026-11-22T10:00:00Z', core);
      expect(cards.length).toBeGreaterThan(5);
      const services = await Promise.all(cards.map((card) => hsdsService(card, say)));
      const ids = services.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const service of services) expect(problems('service.json', service), String(service.name)).toEqual([]);
      for (const card of cards) expect(problems('service.json', await hsdsWhole(card, city, say)), card.name).toEqual([]);
      const organizations = await hsdsOrganizations(cards);
      for (const organization of organizations) expect(problems('organization.json', organization), String(organization.name)).toEqual([]);
      expect(new Set(organizations.map(({ id }) => id)).size).toBe(organizations.length);
      for (const { organization_id: of } of services) expect(organizations.some(({ id }) => id === of)).toBe(true);
      expect(problems('page.json', pageOf(services, 1, 10))).toEqual([]);
    }
  });

  it('the schemas refuse what is no service', () => {
    expect(problems('service.json', { id: '1', name: 'x', status: 'open' })).toHaveLength(2);
    expect(problems('service.json', { name: 'x', status: 'active', phones: [{ id: 'x' }] }).length).toBeGreaterThanOrEqual(2);
  });
});
