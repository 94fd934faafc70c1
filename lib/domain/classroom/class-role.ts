/** What somebody is in a class, from most to least powers. */
export const classRoles = ['teacher', 'co-teacher', 'assistant', 'student'] as const
export type ClassRole = (typeof classRoles)[number]

/** Those who teach: they see names, all work and the key. */
export const isStaff = (role: ClassRole | null): boolean => role !== null && role !== 'student'
