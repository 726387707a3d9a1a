package io.overture.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What KEDA accepts, as its documentation of {@code ScaledObject} (keda.sh/v1alpha1) lists it. */
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(
            Target scaleTargetRef,
            @Nullable Integer pollingInterval,
            @Nullable Integer cooldownPeriod,
            @Nullable Integer initialCooldownPeriod,
            @Nullable Integer idleReplicaCount,
            @Nullable Integer minReplicaCount,
            @Nullable Integer maxReplicaCount,
            @Nullable Fallback fallback,
            @Nullable Advanced advanced,
            List<Trigger> triggers) {}

    record Target(
            @Nullable String apiVersion,
            @Nullable String kind,
            String name,
            @Nullable String envSourceContainerName) {}

    record Fallback(
            int failureThreshold, int replicas, @Nullable String behavior) {}

    record Advanced(
            @Nullable Boolean restoreToOriginalReplicaCount,
            @Nullable Autoscaler horizontalPodAutoscalerConfig,
            @Nullable Modifiers scalingModifiers) {}

    record Autoscaler(@Nullable String name, @Nullable HorizontalPodAutoscalerBehavior behavior) {}

    record Modifiers(
            String formula,
            String target,
            @Nullable String activationTarget,
            @Nullable String metricType) {}

    record Trigger(
            String type,
            @Nullable String name,
            @Nullable String metricType,
            @Nullable Boolean useCachedMetrics,
            Map<String, String> metadata,
            @Nullable Authentication authenticationRef) {}

    record Authentication(String name, @Nullable String kind) {}
}
