import type { ReactNode } from 'react';
import type { PrintedPhoto } from '../../shared/desktop/printedDocument.ts';

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
            <Picture photo={photo} />
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

/** Draws one photo, whole. Whatever is drawn over it is drawn here. */
function Picture(props: { readonly photo: PrintedPhoto }): ReactNode {
  const { picture, caption, name } = props.photo;
  return picture === null ? null : (
    <img src={`/job/picture/${picture}`} alt={`${name}: ${caption}`} />
  );
}
