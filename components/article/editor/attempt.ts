/** The answer of the server, or null where it could not be reached, which fetch tells by a TypeError. */
export async function attempt<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
