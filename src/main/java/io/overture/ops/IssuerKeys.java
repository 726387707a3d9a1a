package io.overture.ops;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the keys of the issuer of tokens can be had at this moment, asked the way Quarkus asks for them: with its
 * certificates and its proxy. Once in a few seconds, however many tokens name a key nobody knows.
 */
@Singleton
class IssuerKeys {

    /** For an answer, and between two questions: so no two are under way at once, however slow the issuer is. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int OK = 200;

    private final Instance<TenantConfigBean> tenants;
    private final IssuerFigures figures;
    private @Nullable Uni<Boolean> latest;
    private long askedAt;

    @Inject
    IssuerKeys(Instance<TenantConfigBean> tenants, IssuerFigures figures) {
        this.tenants = tenants;
        this.figures = figures;
    }

    /** Never fails; goes on where whoever asks is. */
    Uni<Boolean> areAway() {
        return Uni.createFrom().deferred(() -> {
            var context = Vertx.currentContext();
            return latest().emitOn(deed -> on(context, deed));
        });
    }

    private synchronized Uni<Boolean> latest() {
        var known = latest;
        if (known == null || System.nanoTime() - askedAt > PATIENCE.toNanos()) {
            askedAt = System.nanoTime();
            known = ask().memoize().indefinitely();
            latest = known;
        }
        return known;
    }

    private Uni<Boolean> ask() {
        var tenant = tenants.get().getDefaultTenant();
        var client = tenant.getOidcProviderClient();
        var metadata = tenant.getOidcMetadata();
        if (client == null || metadata == null || metadata.getJsonWebKeySetUri() == null) {
            return Uni.createFrom().item(false);
        }
        return client.getWebClient()
                .getAbs(metadata.getJsonWebKeySetUri())
                .timeout(PATIENCE.toMillis())
                .send()
                .map(answer -> answer.statusCode() == OK ? "" : "status " + answer.statusCode())
                .onFailure()
                .recoverWithItem(failure -> failure.getClass().getSimpleName())
                .map(why -> {
                    if (why.isEmpty()) {
                        figures.isThere();
                    } else {
                        figures.isAway(why);
                    }
                    return !why.isEmpty();
                });
    }

    private static void on(@Nullable Context context, Runnable deed) {
        if (context == null) {
            deed.run();
        } else {
            context.runOnContext(nothing -> deed.run());
        }
    }
}
