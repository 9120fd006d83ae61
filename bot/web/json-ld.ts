/** schema.org for machines that search: a question with its answer, a service. */
import type { Answered, Section, ServiceCard } from '../../core/index.ts';
import type { Say } from '../say.ts';

const context = 'https://schema.org';

/** The right, or the duty, without any markup. */
export function plainAnswer({ sections }: Answered, sayFor: (lang: string) => Say): string {
  const wanted = sections.filter(({ name, status }) => status === null && ['answer', 'duty'].includes(name));
  return plainText(wanted, sayFor);
}

export function plainText(sections: readonly Section[], sayFor: (lang: string) => Say): string {
  return sections
    .flatMap(({ lang, blocks }) =>
      blocks.flatMap((block) => {
        if (block.type === 'paragraph') return [sayFor(lang).plain(block.content)];
        return block.type === 'steps' ? block.items.map((item) => sayFor(lang).plain(item)) : [];
      }),
    )
    .join(' ');
}

interface Asked {
  readonly title: string;
  readonly text: string;
  readonly locale: string;
  readonly url: string;
  /** ISO date. */
  readonly checkedOn: string;
}

export function questionAndAnswer({ title, text, locale, url, checkedOn }: Asked): object {
  return {
    '@context': context,
    '@type': 'FAQPage',
    '@id': url,
    inLanguage: locale,
    dateModified: checkedOn,
    mainEntity: [{ '@type': 'Question', name: title, acceptedAnswer: { '@type': 'Answer', text, url } }],
  };
}

/** Kinds of doors that are an office of the state or the town; others may be anybody's. */
const publicOffices = ['police', 'address-registration', 'civil-registry', 'immigration-office', 'asylum-office', 'ombudsman', 'data-protection'];

/** `place`: its name. */
export function serviceOf(card: ServiceCard, url: string, place: string): object {
  const { name, organization, phones, locations, languages } = card;
  return {
    '@context': context,
    '@type': card.categories.some((kind) => publicOffices.includes(kind)) ? 'GovernmentService' : 'Service',
    '@id': url,
    name,
    provider: { '@type': 'Organization', name: organization.name, ...(organization.url ? { url: organization.url } : {}) },
    areaServed: place,
    ...(languages.length > 0 ? { availableLanguage: languages } : {}),
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(card.url ? { serviceUrl: card.url } : {}),
      ...(phones[0] ? { servicePhone: { '@type': 'ContactPoint', telephone: phones[0].number } } : {}),
      ...(locations[0] ? { serviceLocation: { '@type': 'Place', address: addressOf(locations[0].address) } } : {}),
    },
  };
}

function addressOf({ address_1, city, postal_code, country }: ServiceCard['locations'][number]['address']): object {
  return {
    '@type': 'PostalAddress',
    streetAddress: address_1,
    addressLocality: city,
    ...(postal_code ? { postalCode: postal_code } : {}),
    addressCountry: country,
  };
}
