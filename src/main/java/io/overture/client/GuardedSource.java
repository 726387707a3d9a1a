package io.overture.client;

import io.smallrye.faulttolerance.api.Guard;
import java.io.IOException;
import java.time.temporal.ChronoUnit;

/** A source of keys behind a circuit breaker of its own: a backend that keeps failing is left alone for a while. */
final class GuardedSource implements PublishedKeys.Source {

    static final int ATTEMPTS = 4;

    private static final double FAILED = 0.5;
    private static final int REST_MINUTES = 2;

    private final PublishedKeys.Source source;
    private final Guard guard = Guard.create()
            .withCircuitBreaker()
            .requestVolumeThreshold(ATTEMPTS)
            .failureRatio(FAILED)
            .delay(REST_MINUTES, ChronoUnit.MINUTES)
            .done()
            .build();

    GuardedSource(PublishedKeys.Source source) {
        this.source = source;
    }

    @Override
    public String fetch() throws IOException {
        try {
            return guard.call(source::fetch, String.class);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("not fetched", e);
        }
    }
}
