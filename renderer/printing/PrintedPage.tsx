import type { ReactNode } from 'react';
import type { PrintedDocument } from '../../shared/desktop/printedDocument.ts';
import { Cards } from './Cards.tsx';
import { Report } from './Report.tsx';

export function PrintedPage(props: { readonly document: PrintedDocument }): ReactNode {
  const { document } = props;
  return document.kind === 'report' ? <Report report={document} /> : <Cards sheet={document} />;
}
