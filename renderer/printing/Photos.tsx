import type { ReactNode } from 'react';
import type { PrintedPhoto } from '../../shared/desktop/printedDocument.ts';
import { Picture } from '../components/returns/annotations/Picture.tsx';

const perRow = 3;

/** In a steady grid; a row of them is never broken over two pages. */
export function Photos(props: { readonly photos: readonly PrintedPhoto[] }): ReactNode {
  const { photos } = props;
  const rows = Math.ceil(photos.length / perRow);
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} className="photos">
      {photos.slice(row * perRow, (row + 1) * perRow).map((photo) => (
        <figure key={photo.name} className="photo">
          <div className="frame">
            <Printed photo={photo} />
          </div>
          <figcaption>
            <p className="caption">
              <strong>{photo.name}</strong> {photo.caption}
            </p>
            <p className="detail">{photo.detail}</p>
          </figcaption>
        </figure>
      ))}
    </div>
  ));
}

/** One photo, whole, with what is drawn over it. */
function Printed(props: { readonly photo: PrintedPhoto }): ReactNode {
  const { picture, caption, name, marks } = props.photo;
  return picture === null ? null : (
    <Picture
      url={`/job/picture/${picture}`}
      name={`${name}: ${caption}`}
      drawn={marks ?? undefined}
      fit="contain"
      isOnPaper
      className={undefined}
    />
  );
}
