/** Where the server of the browser tests has the package as `npm pack` makes it (`npm run pack`). */
export const PACKED = '/packed/';
