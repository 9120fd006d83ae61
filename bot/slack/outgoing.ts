/** The one way out. Only to Slack, never along a redirect, and not again before Slack allows it. */

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Where `response_url` and uploads may lead, besides the API itself. */
const slackHosts = ['hooks.slack.com', 'files.slack.com'];

/** Whether an address that came in a request is Slack's. `apiUrl`: Slack's, or what stands in for it. */
export function isSlack(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname, username } = new URL(address);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && username === '' && slackHosts.includes(hostname));
}

/** Longer than this nobody waits, and Slack has the next request by then. Seconds. */
const longestPause = 5;

/** workerd knows no `redirect: "error"`, which Slack's client asks for, and refuses its own fetch as a method of something else. */
export function outgoing(apiUrl: string, fetcher: Fetch = (url, init) => fetch(url, init)): Fetch {
  return async (url, init) => {
    if (!isSlack(url, apiUrl)) throw new Error('not Slack');
    const send = () => fetcher(url, { ...init, redirect: 'manual' });
    const response = await send();
    const pause = Number(response.headers.get('retry-after'));
    if (response.status !== 429 || !(pause >= 0 && pause <= longestPause)) return response;
    await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    return send();
  };
}
