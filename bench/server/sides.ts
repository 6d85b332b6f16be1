/** What is compared: the product, and the floor below which nobody gets. */
export interface Sides<Value> {
  readonly product: Value;
  readonly floor: Value;
}
