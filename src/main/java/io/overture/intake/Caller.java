package io.overture.intake;

import org.jspecify.annotations.Nullable;

/**
 * Who opened a socket, as its handshake says.
 *
 * @param asksForPrivacy Global Privacy Control: she is not to be recognised as a person
 */
record Caller(@Nullable String origin, Address address, boolean asksForPrivacy) {}
