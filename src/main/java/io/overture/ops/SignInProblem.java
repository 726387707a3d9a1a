package io.overture.ops;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;

/**
 * Gives a 401 the body that every other refusal has. Quarkus asks for the challenge in order to set its status and headers
 * and to end the response without a body; here the response is ended instead, and Quarkus is never answered.
 */
@Decorator
@Priority(CheckedTokens.ORDER + 1)
abstract class SignInProblem implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;

    private final HttpAuthenticationMechanism mechanism;

    @Inject
    SignInProblem(@Delegate @Any HttpAuthenticationMechanism mechanism) {
        this.mechanism = mechanism;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return mechanism.getChallenge(request).chain(challenge -> {
            if (challenge == null || challenge.status != UNAUTHORIZED) {
                return Uni.createFrom().item(challenge);
            }
            challenge.getHeaders().forEach(request.response()::putHeader);
            FaultDoor.answer(request, UNAUTHORIZED, "Sign in: credentials are needed, or those given are not valid");
            return Uni.createFrom().nothing();
        });
    }
}
