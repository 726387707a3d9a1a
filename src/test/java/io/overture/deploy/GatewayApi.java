package io.overture.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the standard channel of the Gateway API (1.2) knows, of the parts that we use. */
final class GatewayApi {
    private GatewayApi() {}

    record Gateway(String apiVersion, String kind, ObjectMeta metadata, GatewaySpec spec) {}

    record GatewaySpec(String gatewayClassName, List<Listener> listeners) {}

    record Listener(
            String name,
            @Nullable String hostname,
            String protocol,
            int port,
            @Nullable Tls tls) {}

    record Tls(String mode, List<Reference> certificateRefs) {}

    record Reference(
            @Nullable String group,
            @Nullable String kind,
            @Nullable String namespace,
            String name) {}

    record HttpRoute(String apiVersion, String kind, ObjectMeta metadata, RouteSpec spec) {}

    record RouteSpec(List<Parent> parentRefs, @Nullable List<String> hostnames, List<Rule> rules) {}

    record Parent(
            @Nullable String namespace,
            String name,
            @Nullable String sectionName) {}

    record Rule(
            @Nullable List<Match> matches,
            @Nullable List<Filter> filters,
            @Nullable List<Backend> backendRefs,
            @Nullable Timeouts timeouts) {}

    record Match(@Nullable PathMatch path, @Nullable String method) {}

    record PathMatch(String type, String value) {}

    record Filter(String type, @Nullable Redirect requestRedirect) {}

    record Redirect(@Nullable String scheme, @Nullable Integer statusCode) {}

    record Backend(
            @Nullable String namespace,
            String name,
            int port,
            @Nullable Integer weight) {}

    record Timeouts(@Nullable String request, @Nullable String backendRequest) {}
}
