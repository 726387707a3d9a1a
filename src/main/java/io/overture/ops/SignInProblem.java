package io.overture.ops;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

/**
 * Gives a 401 the body that every other refusal has. Quarkus sets the status and {@code WWW-Authenticate} and would end the
 * response without one; it leaves alone what has ended already.
 */
@Decorator
@Priority(CheckedTokens.ORDER + 1)
abstract class SignInProblem implements HttpAuthenticationMechanism {

    private final HttpAuthenticationMechanism mechanism;

    @Inject
    SignInProblem(@Delegate @Any HttpAuthenticationMechanism mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        return mechanism.sendChallenge(request).invoke(isChallenged -> {
            if (isChallenged && request.response().getStatusCode() == 401) {
                FaultDoor.answer(request, 401, "Sign in: credentials are needed, or those given are not valid");
            }
        });
    }
}
