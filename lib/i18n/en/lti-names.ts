/** What people are called of whom a learning platform tells no name; a mark of four letters follows. */
export const ltiNames = {
  student: 'Student',
  staff: 'Teacher',
}
