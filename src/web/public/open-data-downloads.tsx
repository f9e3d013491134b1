import type { TownFrame } from '../components/frame.ts';
import { openDataWords } from '../text/open-data.ts';

/** Both forms of one file. The name goes into the links for who jumps from link to link. */
export const Downloads = ({
  name,
  csv,
  json,
  frame,
}: {
  readonly name: string;
  readonly csv: string;
  readonly json: string;
  readonly frame: TownFrame;
}) => {
  const words = openDataWords(frame.language);
  return (
    <ul className="plain-list">
      {(
        [
          [words.csv, csv],
          [words.json, json],
        ] as const
      ).map(([form, address]) => (
        <li key={form}>
          <a href={address}>
            <span className="visually-hidden">{name} </span>
            {form}
          </a>
          <br />
          <code className="small">{address}</code>
        </li>
      ))}
    </ul>
  );
};
