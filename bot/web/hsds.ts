/**
 * Services as the Human Services Data Specification 3.0 wants them: names of fields and shapes are those of HSDS, codes become words of one language.
 * Only what a source says is given: what is not known is left out. Hours are on the clock of the place.
 */
import type { ServiceCard } from '../../core/index.ts';
import type { Say } from '../say.ts';

/** A shape of HSDS; what is undefined is not written. */
type Shape = Readonly<Record<string, unknown>>;

export interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly Shape[];
}

export const hsdsVersion = '3.0';
export const hsdsProfile = 'https://docs.openreferral.org/en/3.0/';

/** `number` counts from one. */
export function pageOf(all: readonly Shape[], number: number, size: number): Page {
  const contents = all.slice((number - 1) * size, number * size);
  const pages = Math.max(Math.ceil(all.length / size), 1);
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: number,
    size: contents.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** A service with what belongs to it one to one. */
export async function hsdsService(card: ServiceCard, say: Say): Promise<Shape> {
  const list = (kind: string, codes: readonly string[]): string => say.list(codes.map((code) => say.label(kind, code)));
  const organization = await organizationOf(card);
  return {
    id: await hsdsId(card.place, 'service', card.id),
    organization_id: organization.id,
    name: card.name,
    alternate_name: card.alternate_name,
    url: card.url,
    email: card.email,
    status: card.status,
    application_process: list('access', card.access),
    fees_description: say.label('fee', card.fee),
    eligibility_description: list('eligibility', card.eligibility),
    minimum_age: card.minimum_age,
    maximum_age: card.maximum_age,
    assured_date: card.source.seen.length === 10 ? card.source.seen : undefined,
    alert: say.freshness(card) ?? undefined,
    organization,
  };
}

/** A service with all that belongs to it. `area`: the name of its place. */
export async function hsdsWhole(card: ServiceCard, area: string, say: Say): Promise<Shape> {
  const id = (kind: string, key: string | number): Promise<string> => hsdsId(card.place, kind, `${card.id}/${key}`);
  const each = <T>(items: readonly T[], shape: (item: T, at: number) => Promise<Shape>): Promise<Shape[]> => Promise.all(items.map(shape));
  const language = async (kind: string, tag: string): Promise<Shape> => ({ id: await id(kind, tag), code: tag, name: say.languageName(tag) });
  return {
    ...(await hsdsService(card, say)),
    phones: await each(card.phones, async (phone, at) => ({
      id: await id('phone', at),
      number: phone.number,
      type: phone.type,
      languages: await each(phone.languages ?? [], (tag) => language(`phone-${at}`, tag)),
    })),
    schedules: await each(hoursOf(card), async (hours, at) => ({ id: await id('schedule', at), ...hours })),
    service_areas: [{ id: await id('area', card.place), name: area }],
    service_at_locations: await each(card.locations, async ({ address: { address_type, ...address }, latitude, longitude }, at) => ({
      id: await id('at', at),
      location: {
        id: await id('location', at),
        location_type: address_type,
        latitude,
        longitude,
        addresses: [{ id: await id('address', at), state_province: '', postal_code: '', ...address, address_type }],
      },
    })),
    languages: await each(card.languages, (tag) => language('language', tag)),
    required_documents: card.papers === 'none' || card.papers === 'unknown' ? [] : [{ id: await id('papers', 0), document: say.label('papers', card.papers) }],
    attributes: await each(card.categories, async (code) => ({
      id: await id('category', code),
      link_id: await hsdsId(card.place, 'service', card.id),
      link_entity: 'service',
      taxonomy_term: {
        id: await hsdsId('', 'category', code),
        code,
        name: say.label('service_category', code),
        description: say.label('service_category', code),
        taxonomy: 'hereabouts/service_category',
      },
    })),
  };
}

/** Who runs the services, each once, by name. */
export async function hsdsOrganizations(cards: readonly ServiceCard[]): Promise<Shape[]> {
  const groups = [...Map.groupBy(cards, ({ place, organization }) => `${place} ${organization.name}`).values()];
  const shapes = groups.flatMap((group) => (group[0] ? [organizationOf(group[0], group)] : []));
  return (await Promise.all(shapes)).sort((one, other) => String(one.name).localeCompare(String(other.name)));
}

/** HSDS asks for a description; the names of what it runs are all that we know. */
async function organizationOf({ place, organization: { name, url } }: ServiceCard, runs: readonly ServiceCard[] = []): Promise<Shape> {
  return { id: await hsdsId(place, 'organization', name), name, description: runs.map((card) => card.name).join('; '), website: url };
}

function hoursOf({ schedules, always_open }: ServiceCard): Shape[] {
  if (always_open) return [{ freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '24:00' }];
  return schedules.map((schedule) => ({ ...schedule }));
}

/** Of what is known by its place and a key: a UUID (version 8, RFC 9562). Its first six bytes are those of the place, so that a service is found without asking where. */
export async function hsdsId(place: string, kind: string, key: string): Promise<string> {
  const bytes = new Uint8Array([...(await digest(place)).slice(0, placeBytes), ...(await digest(`${place} ${kind} ${key}`)).slice(0, 16 - placeBytes)]);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const placeBytes = 6;

/** The place in whose ids this one is, or undefined. */
export async function placeOfId(id: string, places: readonly string[]): Promise<string | undefined> {
  const known = await Promise.all(places.map((place) => hsdsId(place, '', '')));
  return places[known.findIndex((one) => one.slice(0, 13) === id.toLowerCase().slice(0, 13))];
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
