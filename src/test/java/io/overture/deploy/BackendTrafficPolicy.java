package io.overture.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Envoy Gateway (1.7) knows of how a route's traffic is balanced, of the parts that we use. */
record BackendTrafficPolicy(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            List<Target> targetRefs,
            LoadBalancer loadBalancer,
            @Nullable Timeout timeout,
            @Nullable Retry retry) {}

    record Target(String group, String kind, String name) {}

    record LoadBalancer(String type, @Nullable ConsistentHash consistentHash) {}

    record ConsistentHash(
            String type,
            @Nullable List<Named> queryParams,
            @Nullable List<Named> headers) {}

    record Named(String name) {}

    record Timeout(@Nullable Tcp tcp) {}

    record Tcp(@Nullable String connectTimeout) {}

    record Retry(@Nullable Integer numRetries, RetryOn retryOn) {}

    record RetryOn(List<String> triggers) {}
}
