package io.overture.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** What {@code scheduling.k8s.io/v1} knows of a priority. */
record PriorityClass(
        String apiVersion,
        String kind,
        ObjectMeta metadata,
        int value,
        @Nullable String description,
        @Nullable Boolean globalDefault,
        @Nullable String preemptionPolicy) {}
