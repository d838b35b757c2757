/**
 * `make`, computed once for each list and kept as long as the list lives. For an index that a rule asks for again with every subject:
 * looking through the whole list each time makes a large unit cost its square.
 */
export function oncePer<L extends object, R>(make: (list: L) => R): (list: L) => R {
  const made = new WeakMap<L, R>();
  return (list) => {
    if (!made.has(list)) made.set(list, make(list));
    return made.get(list) as R;
  };
}
