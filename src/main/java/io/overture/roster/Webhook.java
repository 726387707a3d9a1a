package io.overture.roster;

import java.net.URI;

/**
 * A contact centre of the house's own that takes conversations over.
 *
 * @param secret signs what it is sent
 * @param first whether whoever covers the desk is called only when it has not taken a conversation; otherwise together with it
 */
public record Webhook(URI url, String secret, boolean first) {

    /** Without the secret, so that it is in no log. */
    @Override
    public String toString() {
        return "Webhook[url=" + url + "]";
    }
}
