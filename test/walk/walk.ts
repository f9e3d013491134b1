import { linksOf } from './links.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Where a redirect leads; '' when it is none. */
  readonly location: string;
}

export interface Walked extends Answer {
  /** The first page that named this address; '' for a start. */
  readonly from: string;
}

export const isPage = ({ type }: Answer): boolean => type.startsWith('text/html');

export const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  type: response.headers.get('content-type') ?? '',
  location: response.headers.get('location') ?? '',
  body: await response.text(),
});

/**
 * Follows every link from the starts on, as a visitor with all the time in the world would. `ask` fetches an address;
 * `follows` says which are part of the walk. Two at a time: what is walked has two processors at most.
 */
export const walk = async (
  ask: (address: string) => Promise<Answer>,
  starts: readonly string[],
  follows: (address: string) => boolean,
): Promise<ReadonlyMap<string, Walked>> => {
  const found = new Map<string, Walked>();
  const known = new Set(starts);
  const waiting = starts.map((address) => ({ address, from: '' }));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { address, from } = next;
      const answer = await ask(address);
      found.set(address, { ...answer, from });
      const ahead = isPage(answer) ? linksOf(answer.body, address) : [];
      for (const link of answer.location === ''
        ? ahead
        : [...ahead, ...linksOf(`<a href="${answer.location}">`, address)]) {
        if (known.has(link) || !follows(link)) continue;
        known.add(link);
        waiting.push({ address: link, from: address });
      }
    }
  };
  // A lane that finds nothing waiting ends; the other may still bring work, which it then does alone.
  while (waiting.length > 0) await Promise.all([lane(), lane()]);
  return found;
};
