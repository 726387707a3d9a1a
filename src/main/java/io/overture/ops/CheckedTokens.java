package io.overture.ops;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a token that is wrong from one that could not be checked. A token may name a key that is newer than those Quarkus
 * has; when it cannot fetch them, or has just tried, it says what it says of a forged one. Whoever showed it would be told
 * to sign in again while nobody can. Other credentials than tokens have nothing to do with the issuer, and are left alone.
 */
@Decorator
@Priority(CheckedTokens.ORDER)
abstract class CheckedTokens implements HttpAuthenticationMechanism {

    static final int ORDER = 1;

    private static final String SCHEME = "Bearer ";

    private final HttpAuthenticationMechanism mechanism;
    private final IssuerKeys keys;
    private final IssuerFigures figures;

    @Inject
    CheckedTokens(@Delegate @Any HttpAuthenticationMechanism mechanism, IssuerKeys keys, IssuerFigures figures) {
        this.mechanism = mechanism;
        this.keys = keys;
        this.figures = figures;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var authenticated = mechanism.authenticate(request, identities);
        return isToken(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                ? authenticated.onFailure(AuthenticationFailedException.class).recoverWithUni(this::unlessUnchecked)
                : authenticated;
    }

    /** By RFC 6750, whose scheme is written in either case by RFC 9110. */
    private static boolean isToken(@Nullable String credentials) {
        return credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** A token that was read and found wrong is; of one whose key is not at hand Quarkus may not even say that much. */
    private Uni<SecurityIdentity> unlessUnchecked(Throwable failure) {
        boolean isWrong = false;
        boolean isKeyUnknown = false;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                figures.isAway(cause.getClass().getSimpleName());
                return Uni.createFrom().failure(unchecked(failure));
            }
            isWrong |= cause instanceof InvalidJwtException;
            isKeyUnknown |= cause instanceof UnresolvableKeyException;
        }
        return isWrong && !isKeyUnknown
                ? Uni.createFrom().failure(failure)
                : keys.areAway().chain(away -> Uni.createFrom().failure(away ? unchecked(failure) : failure));
    }

    private static OIDCException unchecked(Throwable failure) {
        return new OIDCException("the issuer of tokens is away", failure);
    }
}
