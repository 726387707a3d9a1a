package io.overture.ops;

import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import jakarta.inject.Singleton;

/** Names and passwords, by HTTP Basic (RFC 7617). A bean of ours, since Quarkus' own cannot be decorated by {@link SignInProblem}. */
@Singleton
class Passwords extends BasicAuthenticationMechanism {

    Passwords() {
        super("overture");
    }
}
