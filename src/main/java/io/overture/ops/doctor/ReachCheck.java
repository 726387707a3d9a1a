package io.overture.ops.doctor;

import io.overture.roster.Desk;
import io.overture.roster.Roster;
import io.overture.roster.Webhook;
import io.overture.site.Identity;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom else this node has to reach: the shops' published keys, the houses' contact centres, the collector of traces. */
@Singleton
final class ReachCheck implements Check {

    private static final String KEYS = "docs/clients.md";
    private static final String HOOKS = "docs/desks.md";
    private static final String TRACES = "docs/settings.md";

    private final Web web;
    private final Sites sites;
    private final Roster roster;
    private final Optional<URI> traces;

    @Inject
    ReachCheck(
            Web web,
            Sites sites,
            Roster roster,
            @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint") Optional<URI> traces,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean isUntraced) {
        this(web, sites, roster, traces.filter(endpoint -> !isUntraced));
    }

    /** @param traces where they go; empty: nowhere */
    ReachCheck(Web web, Sites sites, Roster roster, Optional<URI> traces) {
        this.web = web;
        this.sites = sites;
        this.roster = roster;
        this.traces = traces;
    }

    @Override
    public String id() {
        return "reach";
    }

    @Override
    public Uni<List<Finding>> look() {
        var all = new ArrayList<Uni<Finding>>();
        sites.all().forEach(site -> keys(site).ifPresent(all::add));
        roster.inForce().all().forEach(desk -> desk.webhook().ifPresent(hook -> all.add(hook(desk, hook))));
        traces.ifPresent(endpoint -> all.add(knock("reach.traces", "the collector of traces", endpoint, TRACES)));
        return all.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(all).andFailFast();
    }

    private Optional<Uni<Finding>> keys(Site site) {
        return site.identity().flatMap(identity -> switch (identity) {
            case Identity.Secret secret -> Optional.empty();
            case Identity.KeySet(var url, var algorithm) ->
                Optional.of(Uni.createFrom()
                        .completionStage(() -> web.get(url))
                        .map(found -> found.isFine()
                                ? Finding.ok(
                                        "reach.keys", "the keys of site %s can be fetched".formatted(site.key()), KEYS)
                                : Finding.fail(
                                        "reach.keys",
                                        "the keys of site %s cannot be fetched: %s"
                                                .formatted(
                                                        site.key(),
                                                        found.isThere() ? "answer " + found.status() : found.why()),
                                        KEYS)));
        });
    }

    private Uni<Finding> hook(Desk desk, Webhook hook) {
        return knock("reach.webhooks", "the contact centre of desk " + desk.id(), hook.url(), HOOKS);
    }

    /** Its host, whatever it answers there. */
    private Uni<Finding> knock(String id, String who, URI address, String see) {
        return Uni.createFrom()
                .completionStage(() -> web.knock(address.resolve("/")))
                .map(found -> found.isThere()
                        ? Finding.ok(id, who + " answers", see)
                        : Finding.fail(id, who + " does not answer: " + found.why(), see));
    }
}
