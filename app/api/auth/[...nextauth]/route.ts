export { authDoor as GET, authDoor as POST } from '@/lib/server/auth-door'
