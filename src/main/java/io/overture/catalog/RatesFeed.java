package io.overture.catalog;

import io.overture.document.Errors;
import io.overture.redis.Lanes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fetches rates from where they are published: one node of the region at a time, and only what has changed since this one
 * asked last. What cannot be had or read changes nothing, and is asked for again at the next turn.
 */
final class RatesFeed {

    private static final Logger LOG = Logger.getLogger(RatesFeed.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TURN = "ov:{rates}:turn";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    /** What is new there, and how it may be asked for again. */
    private record Published(List<Fixing> fixings, @Nullable String tag) {}

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;
    private final Duration every;
    private final Lanes lanes;
    private final RatesInForce rates;
    private volatile @Nullable String tag;

    RatesFeed(URI url, Duration every, Lanes lanes, RatesInForce rates) {
        this.url = url;
        this.every = every;
        this.lanes = lanes;
        this.rates = rates;
    }

    /** Fetches, if it is this region's time and no other node does. Never fails. */
    Uni<Void> fetch() {
        return lanes.send(Request.cmd(Command.SET)
                        .arg(TURN)
                        .arg("")
                        .arg("NX")
                        .arg("PX")
                        .arg(every.toMillis()))
                .chain(mine -> mine == null ? Uni.createFrom().voidItem() : ask())
                .onFailure()
                .invoke(failure -> LOG.warnf("rates not fetched from %s: %s", url, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> ask() {
        return Uni.createFrom()
                .<Optional<Published>>emitter(asked -> Thread.startVirtualThread(() -> {
                    try {
                        asked.complete(published());
                    } catch (IOException | RuntimeException e) {
                        asked.fail(e);
                    }
                }))
                .chain(news ->
                        news.map(this::take).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> take(Published news) {
        return rates.put(news.fixings()).invoke(() -> tag = news.tag());
    }

    /** Nothing, when nothing has changed. */
    private Optional<Published> published() throws IOException {
        var answer = answer();
        if (answer.statusCode() == NOT_MODIFIED) {
            return Optional.empty();
        }
        if (answer.statusCode() != OK) {
            throw new IOException("status " + answer.statusCode());
        }
        var errors = new Errors();
        var fixings = read(answer.body(), errors);
        if (!errors.isEmpty()) {
            throw new IOException(errors.inOrder().getFirst().toString());
        }
        return Optional.of(
                new Published(fixings, answer.headers().firstValue("ETag").orElse(null)));
    }

    private HttpResponse<byte[]> answer() throws IOException {
        var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), RatesReader.MOST_BYTES);
        var exchange = http.sendAsync(request(), handler);
        try {
            return exchange.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request() {
        var request =
                HttpRequest.newBuilder(url).timeout(PATIENCE).header("Accept", "application/xml, application/json");
        var known = tag;
        return (known == null ? request : request.header("If-None-Match", known)).build();
    }

    /** Whatever it says it is: publishers differ in what they call XML. */
    private static List<Fixing> read(byte[] body, Errors errors) {
        var isXml = new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("<");
        return isXml ? EcbReader.read(body, errors) : RatesReader.read(body, errors);
    }
}
