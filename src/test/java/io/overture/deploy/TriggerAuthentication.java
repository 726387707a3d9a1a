package io.overture.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** What KEDA accepts of those ways to sign in that we use, as its documentation of {@code TriggerAuthentication} has it. */
record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    record Spec(List<FromSecret> secretTargetRef) {}

    record FromSecret(String parameter, String name, String key) {}
}
