import type { ReactNode } from 'react';
import { Tag } from '../../../../components/generic/marks/Tag.tsx';
import { useWording } from '../../../../wording/WordingProvider.tsx';
import styles from './CompareTable.module.css';

export type CompareRow = {
  readonly key: string;
  readonly name: string;
  readonly said: ReactNode;
  readonly found: ReactNode;
  /** What is not the same on both sides, in words. */
  readonly differs?: readonly string[];
};

/** What the client and the papers say beside what came and was found, one question a row. */
export function CompareTable(props: {
  readonly caption: string;
  readonly rows: readonly CompareRow[];
  /** Where the same heads stand above already. */
  readonly isHeadHidden?: boolean;
}): ReactNode {
  const { t } = useWording();
  return (
    <table className={styles['table']}>
      <caption className={styles['hidden']}>{props.caption}</caption>
      <thead {...(props.isHeadHidden === true && { 'data-hidden': true })}>
        <tr>
          <th scope="col">
            <span className={styles['hidden']}>{t('compare.about')}</span>
          </th>
          <th scope="col">{t('compare.said')}</th>
          <th scope="col">{t('compare.found')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, name, said, found, differs = [] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{said}</td>
            <td>
              {differs.map((words) => (
                <p key={words}>
                  <Tag tone="amber">{words}</Tag>
                </p>
              ))}
              {found}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
