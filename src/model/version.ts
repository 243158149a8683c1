/** Version of the format that this library writes and reads; `migrate` brings earlier ones here. */
export const VERSION = 1;
