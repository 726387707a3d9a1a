package io.overture.passport;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts to another region. Follows nobody elsewhere, waits for a bounded time, reads no answer but its status. */
final class ReturnSender implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** The status; fails when nobody answered. */
    Uni<Integer> send(URI to, String token) {
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", ReturnsDoor.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(token))
                .build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(HttpResponse::statusCode);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
