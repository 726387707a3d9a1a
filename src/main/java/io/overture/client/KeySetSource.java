package io.overture.client;

import io.smallrye.faulttolerance.api.Guard;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** A key set at an address of the web, asked for behind a timeout and a circuit breaker of its own. */
final class KeySetSource implements PublishedKeys.Source {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int OK = 200;

    /**
     * How long to wait for it.
     *
     * @param answer for the whole exchange
     * @param rest once half of the last attempts failed, before trying again
     */
    record Bounds(Duration answer, int attempts, Duration rest) {
        static final Bounds USUAL = new Bounds(Duration.ofSeconds(3), 4, Duration.ofMinutes(1));
    }

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final HttpRequest request;
    private final Guard guard;

    KeySetSource(URI url, Bounds bounds) {
        request = HttpRequest.newBuilder(url)
                .header("Accept", "application/jwk-set+json, application/json")
                .timeout(bounds.answer())
                .build();
        guard = Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(bounds.attempts())
                .failureRatio(0.5)
                .delay(bounds.rest().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withTimeout()
                .duration(bounds.answer().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    @Override
    public String fetch() throws IOException {
        try {
            return guard.call(this::ask, String.class);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private String ask() throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }
}
