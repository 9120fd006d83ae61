/** What the work gives, or `late` when it takes longer than so many milliseconds. What it throws in time is thrown. */
export async function withinTime<T, Late>(work: Promise<T>, milliseconds: number, late: Late): Promise<T | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
