package io.overture.client;

import io.overture.redis.TlsFault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A key set at an address of the web: one answer, of bounded size, within a bounded time. */
final class KeySetSource implements PublishedKeys.Source {

    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int MOST_BYTES = 256 * 1024;
    private static final int OK = 200;

    private final HttpClient http;
    private final HttpRequest request;
    private final Duration patience;

    /** @param patience for the whole exchange, a body that trickles included */
    KeySetSource(URI url, Duration patience) {
        this.patience = patience;
        http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        request = HttpRequest.newBuilder(url)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
    }

    @Override
    public String fetch() throws IOException {
        var exchange = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            var answer = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new PublishedKeys.NotFetched("status " + answer.statusCode());
            }
            return answer.body();
        } catch (TimeoutException e) {
            throw new PublishedKeys.NotFetched("no answer in time", e);
        } catch (ExecutionException e) {
            throw new PublishedKeys.NotFetched("no answer: " + TlsFault.orKind(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishedKeys.NotFetched("interrupted", e);
        } finally {
            exchange.cancel(true);
        }
    }
}
