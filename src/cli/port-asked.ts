import { Complaint } from './complaint.ts';

/** `PORT`, a number (0: any that is free); 4321 where it is not set. */
export function portAsked(): number {
  const asked = process.env.PORT || '4321';
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port > 65_535)
    throw new Complaint(`PORT can be a number up to 65535, not ${asked}.`, 2);
  return port;
}
