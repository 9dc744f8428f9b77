/** Orders event ids such as `1700000000000-12-3`: numbers part by part, the shorter one first. */
export function compareEventIds(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.split('-');
  const right = b.split('-');
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = Number(left[index] ?? -1) - Number(right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
