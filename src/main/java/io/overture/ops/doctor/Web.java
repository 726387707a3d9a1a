package io.overture.ops.doctor;

import io.overture.redis.TlsFault;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Whether somebody on the web answers, asked without credentials and followed nowhere. */
@Singleton
final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST_ANSWER = 256 * 1024;

    /**
     * What came of it.
     *
     * @param status 0 when there was no answer
     * @param why there was none; empty when there was
     */
    record Reached(int status, String body, String why) {

        boolean isThere() {
            return status > 0;
        }

        boolean isFine() {
            return status >= 200 && status < 300;
        }
    }

    /** Never fails. */
    CompletableFuture<Reached> get(URI address) {
        return ask("GET", address);
    }

    /** Whoever it is answers something; nothing is posted. */
    CompletableFuture<Reached> knock(URI address) {
        return ask("HEAD", address);
    }

    /** A client for this one question: it is asked so rarely that none is kept. */
    private static CompletableFuture<Reached> ask(String method, URI address) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER))
                .handle((answer, failure) -> {
                    http.shutdownNow();
                    return failure == null ? reached(answer) : new Reached(0, "", TlsFault.orKind(failure));
                });
    }

    private static Reached reached(HttpResponse<String> answer) {
        return new Reached(answer.statusCode(), answer.body(), "");
    }
}
