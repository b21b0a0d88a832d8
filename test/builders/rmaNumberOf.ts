import { productRma, rmaNumberIn } from '../../shared/barcodes/rma/rmaForm.ts';

/** In the product's own form: `RMA-26-0004711`. */
export function rmaNumberOf(year: number, sequence: number): string {
  return rmaNumberIn(productRma, { year, sequence });
}
