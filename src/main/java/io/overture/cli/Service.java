package io.overture.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A node, or the ingress in front of several: asked for one thing at a time. Never follows anybody elsewhere. */
final class Service {

    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final URI base;
    private final HttpClient http;
    private final Optional<String> credentials;
    private final Duration patience;

    /** @param base without a slash at the end */
    Service(URI base, HttpClient http, Optional<String> credentials, Duration patience) {
        this.base = base;
        this.http = http;
        this.credentials = credentials;
        this.patience = patience;
    }

    /** Of the web, with a host, and with nothing that a path could not be put after. */
    static URI address(String text) throws Trouble {
        try {
            var uri = new URI(text.strip().replaceAll("/+$", ""));
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                if (uri.getRawUserInfo() != null) {
                    throw new Trouble("an address holds no credentials: use OVERTURE_TOKEN or --token-file");
                }
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, without the text's own words: it may hold a secret.
        }
        throw new Trouble("not the address of a service, as https://house.example is one: " + redacted(text));
    }

    /** Whether others on the way can read what is sent there. */
    static boolean isOpenToAll(URI base) {
        return "http".equals(base.getScheme()) && !THIS_MACHINE.contains(base.getHost());
    }

    /** One segment of a path, whatever characters it has. */
    static String segment(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.replace(".", "").isEmpty() ? encoded.replace(".", "%2E") : encoded;
    }

    URI base() {
        return base;
    }

    Answer get(String path) throws Trouble {
        return ask("GET", path);
    }

    /** The answer to what can only be done, or else its problem. */
    Answer done(String method, String path) throws Trouble {
        var answer = ask(method, path);
        if (!answer.isFine()) {
            throw new Trouble(base + " answered " + answer.problem());
        }
        return answer;
    }

    Answer ask(String method, String path) throws Trouble {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json")
                .method(method, BodyPublishers.noBody());
        credentials.ifPresent(each -> request.header("Authorization", each));
        try {
            return answer(http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER)));
        } catch (IOException e) {
            throw new Unreached(base + " does not answer: " + said(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted while waiting for " + base);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        var headers = response.headers();
        var again = headers.firstValue("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        return new Answer(response.statusCode(), response.body(), again, certificateEnds(response));
    }

    private static Optional<Instant> certificateEnds(HttpResponse<String> response) {
        try {
            var chain = response.sslSession().isPresent()
                    ? response.sslSession().get().getPeerCertificates()
                    : new Certificate[0];
            return chain.length > 0 && chain[0] instanceof X509Certificate own
                    ? Optional.of(own.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException nobody) {
            return Optional.empty();
        }
    }

    /** The innermost cause says most: a certificate nobody trusts, a connection refused. */
    private static String said(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static String redacted(String text) {
        return text.replaceAll("//.*@", "//…@");
    }
}
