package io.overture.ops.doctor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Asks all checks at once. One that fails or takes too long is itself a finding. */
@Singleton
final class Doctor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SEE = "docs/command-line.md#doctor";

    private final List<Check> checks;

    @Inject
    Doctor(@Any Instance<Check> checks) {
        this(checks.stream().toList());
    }

    Doctor(List<Check> checks) {
        this.checks = checks.stream().sorted(Comparator.comparing(Check::id)).toList();
    }

    /** By what was looked at. */
    Uni<List<Finding>> examine() {
        return Uni.join()
                .all(checks.stream().map(Doctor::findings).toList())
                .andFailFast()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private static Uni<List<Finding>> findings(Check check) {
        return Uni.createFrom()
                .deferred(check::look)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> List.of(Finding.fail(
                        check.id(),
                        "this could not be looked at: " + failure.getClass().getSimpleName(),
                        SEE)));
    }
}
