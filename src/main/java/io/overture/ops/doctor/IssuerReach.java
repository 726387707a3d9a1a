package io.overture.ops.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The issuer of the house's tokens: whether there is one, for whom tokens must be, and whether its keys can be fetched. */
@Singleton
final class IssuerReach implements Check {

    private static final String ID = "issuer";
    private static final String SEE = "docs/development.md#who-may-come-in";
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Web web;
    private final boolean enabled;
    private final Optional<String> issuer;
    private final Optional<List<String>> audience;
    private final Optional<String> publicKey;

    @Inject
    IssuerReach(
            Web web,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> publicKey) {
        this.web = web;
        this.enabled = enabled;
        this.issuer = issuer;
        this.audience = audience;
        this.publicKey = publicKey;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Uni<List<Finding>> look() {
        if (!enabled) {
            return Uni.createFrom()
                    .item(List.of(
                            Finding.warn(ID, "no issuer is configured: nobody of the house comes in by a token", SEE)));
        }
        var meant = Finding.ok(
                "issuer.audience", "tokens must be for " + String.join(" or ", audience.orElse(List.of())), SEE);
        if (issuer.isEmpty()) {
            return Uni.createFrom()
                    .item(List.of(
                            meant,
                            publicKey.isPresent()
                                    ? Finding.ok(ID, "the issuer's key is configured; nothing is fetched", SEE)
                                    : Finding.fail(ID, "quarkus.oidc.auth-server-url is not set", SEE)));
        }
        return Uni.createFrom().completionStage(() -> keys(issuer.get())).map(found -> List.of(meant, found));
    }

    private CompletableFuture<Finding> keys(String issuer) {
        return web.get(URI.create(issuer.replaceAll("/+$", "") + DISCOVERY)).thenCompose(found -> {
            if (!found.isThere()) {
                return CompletableFuture.completedFuture(
                        Finding.fail(ID, "the issuer does not answer: " + found.why(), SEE));
            }
            var keys = text(found.body());
            return keys.isEmpty()
                    ? CompletableFuture.completedFuture(Finding.fail(ID, "the issuer answers and names no keys", SEE))
                    : web.get(URI.create(keys)).thenApply(IssuerReach::finding);
        });
    }

    private static Finding finding(Web.Reached keys) {
        return keys.isFine()
                ? Finding.ok(ID, "the issuer's keys can be fetched", SEE)
                : Finding.fail(
                        ID,
                        "the issuer's keys cannot be fetched: "
                                + (keys.isThere() ? "it answers " + keys.status() : keys.why()),
                        SEE);
    }

    private static String text(String body) {
        try {
            return JSON.readTree(body).path("jwks_uri").asText("");
        } catch (JsonProcessingException none) {
            return "";
        }
    }
}
