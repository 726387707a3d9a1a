/**
 * The subprotocols of a connection that says who connects: a browser's socket can carry no header, so the service
 * takes the `Authorization` it would have carried from a subprotocol that is made up for it.
 */
export const carrier = (authorization: string): string[] => [
  'overture.v1',
  'bearer-token-carrier',
  encodeURIComponent(`quarkus-http-upgrade#Authorization#${authorization}`),
];
