package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mechanism that refuses what it was shown while the issuer of tokens is away. */
class CheckedTokensTest {

    private static final AuthenticationFailedException REFUSED =
            new AuthenticationFailedException(new IOException("no way there"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final IssuerFigures figures = new IssuerFigures(meters);
    private final CheckedTokens checked =
            new Checked(new Refusing(), new IssuerKeys(answering(Instance.class, Map.of()), figures), figures);

    @ParameterizedTest
    @ValueSource(strings = {"Bearer t.o.k", "bearer t.o.k", "BEARER t.o.k"})
    void a_token_was_not_checked(String credentials) {
        assertThatThrownBy(() -> authenticate(credentials))
                .isInstanceOf(OIDCException.class)
                .hasCause(REFUSED);
        assertThat(askedInVain()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic bGVhZDpsZWFk", "Bearerless x", "Bearer", "Digest username=\"Bearer x\""})
    void other_credentials_are_left_to_others(String credentials) {
        assertThatThrownBy(() -> authenticate(credentials)).isSameAs(REFUSED);
        assertThat(askedInVain()).isZero();
    }

    @Test
    void whoever_shows_nothing_has_shown_no_token() {
        assertThatThrownBy(() -> authenticate(null)).isSameAs(REFUSED);
        assertThat(askedInVain()).isZero();
    }

    private void authenticate(@Nullable String credentials) {
        var http =
                answering(HttpServerRequest.class, credentials == null ? Map.of() : Map.of("getHeader", credentials));
        var request = answering(RoutingContext.class, Map.of("request", http));
        checked.authenticate(request, answering(IdentityProviderManager.class, Map.of()))
                .await()
                .indefinitely();
    }

    private double askedInVain() {
        return meters.counter("overture.issuer.asked", "result", "away").count();
    }

    /** Of a wide interface the few methods that are asked; any other answers null. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    private static final class Checked extends CheckedTokens {

        Checked(HttpAuthenticationMechanism mechanism, IssuerKeys keys, IssuerFigures figures) {
            super(mechanism, keys, figures);
        }

        @Override
        public Uni<ChallengeData> getChallenge(RoutingContext request) {
            return Uni.createFrom().nullItem();
        }
    }

    private static final class Refusing implements HttpAuthenticationMechanism {

        @Override
        public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
            return Uni.createFrom().failure(REFUSED);
        }

        @Override
        public Uni<ChallengeData> getChallenge(RoutingContext request) {
            return Uni.createFrom().nullItem();
        }
    }
}
