/** For city staff: the framework of commitments, and networks to join. */
import type { FC } from 'hono/jsx';
import { type Block, type Commitment, commitmentKinds, type Network, type NetworkWish } from '../../core/index.ts';
import type { Say } from '../say.ts';
import { BlockView, CitationText, Inlines } from './blocks.tsx';
import { TopicLinks } from './render.tsx';

/** Links lead to what staff read: the duty first. */
export const CommitmentsView: FC<{ commitments: readonly Commitment[]; say: Say; place: string }> = ({ commitments, say, place }) => (
  <article class="answer framework">
    <p>{say.t('framework.intro')}</p>
    <Foreign langs={commitments.map(({ lang }) => lang)} say={say} />
    {commitmentKinds.map((kind) => (
      <section>
        <h2>{say.label('commitment_kind', kind)}</h2>
        {commitments
          .filter((commitment) => commitment.kind === kind)
          .map((commitment) => (
            <CommitmentView commitment={commitment} say={say} place={place} />
          ))}
      </section>
    ))}
  </article>
);

const CommitmentView: FC<{ commitment: Commitment; say: Say; place: string }> = ({ commitment, say, place }) => (
  <details id={commitment.id}>
    <summary lang={commitment.lang} dir={say.direction(commitment.lang)}>
      {commitment.title}
    </summary>
    <Blocks blocks={[...commitment.commitment, ...commitment.question]} lang={commitment.lang} say={say} />
    <Evidence commitment={commitment} say={say} />
    <h3>{say.t('framework.low_cost')}</h3>
    <Blocks blocks={commitment.lowCost} lang={commitment.lang} say={say} />
    <h3>{say.t('answer.law')}</h3>
    <ul>
      {commitment.citations.map((citation) => (
        <li>
          <CitationText citation={citation} say={say} />
        </li>
      ))}
      {commitment.sdgTargets.length > 0 ? <li>{say.t('framework.sdg', { targets: commitment.sdgTargets.join(', ') })}</li> : null}
    </ul>
    <TopicLinks title={say.t('framework.topics')} topics={commitment.topics} say={say} place={place} reader="staff" level={2} />
  </details>
);

/** Words of the framework in the language they are written in. */
export const Blocks: FC<{ blocks: readonly Block[]; lang: string; say: Say }> = ({ blocks, lang, say }) => (
  <div lang={lang} dir={say.direction(lang)}>
    {blocks.map((block) => (
      <BlockView block={block} say={say} />
    ))}
  </div>
);

/** What shows each level. */
export const Evidence: FC<{ commitment: Pick<Commitment, 'levels' | 'lang'>; say: Say }> = ({ commitment: { levels, lang }, say }) => (
  <dl>
    {levels.map((level, number) => (
      <div>
        <dt>{say.t('framework.level', { level: say.number(number) })}</dt>
        <dd lang={lang} dir={say.direction(lang)}>
          <Inlines content={level} say={say} />
        </dd>
      </div>
    ))}
  </dl>
);

/** Says that a text is in another language than the page. */
export const Foreign: FC<{ langs: readonly string[]; say: Say }> = ({ langs, say }) => (
  <>
    {[...new Set(langs)]
      .filter((lang) => lang !== say.locale)
      .map((lang) => (
        <p class="foreign">{say.t('answer.section_language', { language: say.language(lang) })}</p>
      ))}
  </>
);

export const NetworksView: FC<{ networks: readonly Network[]; needs: readonly string[]; wish: NetworkWish; say: Say }> = ({ networks, needs, wish, say }) => (
  <article class="answer framework">
    <form method="get" action="/networks">
      <input type="hidden" name="lang" value={say.locale} />
      <div class="settings">
        <label>
          {say.t('framework.need')}
          <select name="need">
            <option value="">{say.t('framework.any')}</option>
            {needs.map((need) => (
              <option value={need} selected={need === wish.need}>
                {say.label('network_need', need)}
              </option>
            ))}
          </select>
        </label>
        <label class="tick">
          <input type="checkbox" name="small" value="yes" checked={wish.smallTown} /> {say.t('framework.small_town')}
        </label>
        <label class="tick">
          <input type="checkbox" name="free" value="yes" checked={wish.free} /> {say.label('network_cost', 'free')}
        </label>
      </div>
      <button type="submit">{say.t('framework.choose')}</button>
    </form>
    {networks.length === 0 ? <p class="remark">{say.t('framework.none')}</p> : null}
    {networks.map((network) => (
      <NetworkView network={network} say={say} />
    ))}
  </article>
);

const NetworkView: FC<{ network: Network; say: Say }> = ({ network, say }) => {
  const list = (kind: string, codes: readonly string[]) => codes.map((code) => say.label(kind, code)).join(', ');
  const rows = [
    [say.t('framework.need'), list('network_need', network.needs)],
    [say.t('framework.members'), list('network_member', network.members)],
    [say.t('framework.small_town'), say.label('network_small_towns', network.small_towns)],
    [say.t('framework.cost'), say.label('network_cost', network.cost)],
    [say.t('framework.activity'), say.label('network_activity', network.activity)],
  ];
  return (
    <section class="door" id={network.id}>
      <h2>
        <a href={network.url} rel="noreferrer">
          <bdi>{network.name}</bdi>
        </a>
      </h2>
      <p>
        <InOwnWords names={network.purpose} say={say} />
      </p>
      {network.trust === 'to-confirm' ? <p class="warning">{say.t('service.to_confirm')}</p> : null}
      <dl>
        {rows.map(([label, text]) => (
          <div>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {network.obligations ? (
          <div>
            <dt>{say.t('framework.obligations')}</dt>
            <dd>
              <InOwnWords names={network.obligations} say={say} />
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
};

/** In the language of the page, else in English. */
const InOwnWords: FC<{ names: Readonly<Record<string, string>>; say: Say }> = ({ names, say }) => {
  const lang = names[say.locale] ? say.locale : 'en';
  return (
    <span lang={lang} dir={say.direction(lang)}>
      {names[lang]}
    </span>
  );
};
