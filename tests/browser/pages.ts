/** Every page there is, once. */

/** `lang`: of the page. */
export function pagesIn(lang: string): string[] {
  const place = `/es/barcelona/${lang}`;
  const second = lang === 'ar' ? 'es' : 'ar';
  return [
    `/?lang=${lang}`,
    place,
    `${place}/work-unpaid-wages`,
    `${place}/work-unpaid-wages?reader=staff`,
    `${place}/domestic-violence`,
    `${place}/work-unpaid-wages/card/${second}`,
    `${place}/work-unpaid-wages/card`,
    `${place}/topics`,
    `${place}/services`,
    `${place}/services?open=yes&free=yes`,
    `${place}/service/accem`,
    `${place}/emergency`,
    `${place}/privacy`,
    `${place}/about`,
    `${place}/law/es-estatuto-trabajadores`,
    `${place}/duties`,
    `${place}/commitments`,
    `${place}/assessment`,
    `/networks?lang=${lang}`,
    '/api',
    `/embed${place}`,
    `${place}/there-is-no-such-topic`,
  ];
}
