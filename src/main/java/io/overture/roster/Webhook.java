package io.overture.roster;

import java.net.URI;

/** A contact centre of the house's own that takes conversations over. {@code secret} signs what it is sent. */
public record Webhook(URI url, String secret) {

    /** Without the secret, so that it is in no log. */
    @Override
    public String toString() {
        return "Webhook[url=" + url + "]";
    }
}
