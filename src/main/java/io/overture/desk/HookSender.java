package io.overture.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.roster.Webhook;
import io.overture.trace.Traceparent;
import io.smallrye.mutiny.Uni;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Posts to a contact centre. Follows nobody elsewhere, waits for a bounded time, reads a bounded answer. */
final class HookSender implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int OK = 200;
    private static final int NO_LONGER_OK = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    HookSender(InstantSource clock) {
        this.clock = clock;
    }

    /** The address it answers, if it answers one by https; fails when it did not take it. */
    Uni<Optional<String>> send(Webhook to, Hook hook, Optional<String> traceparent) {
        long seconds = clock.instant().getEpochSecond();
        var builder = HttpRequest.newBuilder(to.url());
        traceparent.ifPresent(span -> builder.header(Traceparent.HEADER, span));
        var request = builder.timeout(PATIENCE)
                .header("content-type", "application/cloudevents+json; charset=utf-8")
                .header("webhook-id", hook.id())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", HookSignature.of(to.secret(), hook.id(), seconds, hook.body()))
                .POST(HttpRequest.BodyPublishers.ofString(hook.body()))
                .build();
        var handler = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER);
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, handler))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answer -> {
                    if (answer.statusCode() < OK || answer.statusCode() >= NO_LONGER_OK) {
                        throw new NotTaken("answered " + answer.statusCode());
                    }
                    return address(answer.body());
                });
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static Optional<String> address(String body) {
        try {
            var url = JSON.readTree(body).path("url").textValue();
            return Optional.ofNullable(url).flatMap(Elsewhere::secure);
        } catch (JsonProcessingException notOne) {
            return Optional.empty();
        }
    }

    /** The contact centre refused. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why, null, false, false);
        }
    }
}
