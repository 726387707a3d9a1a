package io.overture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.redis.Lanes;
import io.overture.store.Stores;
import io.smallrye.jwt.build.Jwt;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** A region of the house with passports: a node, a Redis of its own, a key, and an address that outlives the node. */
final class Region implements AutoCloseable {

    private static final String SECRET = "demo-demo-demo-demo-demo-demo-32";

    private final String name;
    private final String book;
    private final int port = Ports.free();
    private final PublicJsonWebKey key;
    private final RedisServer redis = RedisServer.start();
    private final Stores stores = new Stores();
    private final List<String> partners = new ArrayList<>();
    private final Lanes lanes = stores.lanes(redis.url());
    private Node node;

    Region(String name, String book) {
        this.name = name;
        this.book = book;
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(name + "-1");
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    void knows(Region other) {
        partners.add(other.name + "=" + other.url());
    }

    /** At the same address as before, on the same Redis. */
    void start() {
        var environment = new HashMap<String, String>();
        environment.put("OVERTURE_PASSPORT_REGIONS", String.join(",", partners));
        environment.put("OVERTURE_REGION", name);
        environment.put(
                "OVERTURE_BOOK",
                Path.of("src/test/resources/books/" + book + ".yaml")
                        .toAbsolutePath()
                        .toString());
        environment.put("OVERTURE_PASSPORT_KEYS", keys().toAbsolutePath().toString());
        environment.put("QUARKUS_HTTP_PORT", "" + port);
        node = Node.start(redis, environment);
    }

    Node node() {
        return node;
    }

    /** As the shop's backend signs it. */
    static String client(String id) {
        return Jwt.subject(id)
                .audience("demo")
                .expiresIn(Duration.ofMinutes(30))
                .claim("tier", "vic")
                .signWithSecret(SECRET);
    }

    HttpResponse<String> wish(BrowserClient browser) {
        return post("/v1/passport", browser.standing());
    }

    String passport(BrowserClient browser) {
        var answer = wish(browser);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Operator.parse(answer.body()).path("passport").asText();
    }

    HttpResponse<String> honour(BrowserClient browser, String passport) {
        return post("/v1/passport/honour", browser.standing().put("passport", passport));
    }

    /** What a passport says, checked against the keys the region publishes. */
    JwtClaims verified(String passport) throws Exception {
        var published = BrowserClient.send(HttpRequest.newBuilder(URI.create(url() + "/v1/passport/keys"))
                        .build())
                .body();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(published).getJsonWebKeys()))
                .setSkipDefaultAudienceValidation()
                .build()
                .processToClaims(passport);
    }

    /** A passport from Europe to Japan, changed and then signed with this region's key. */
    String signed(Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setIssuer("europe");
        claims.setAudience("japan");
        claims.setSubject("somebody");
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setExpirationTimeMinutesInTheFuture(2);
        change.accept(claims);
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "overture-passport+jwt");
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first sample whose name and labels begin so; 0 without one. */
    double metric(String pattern) {
        var metrics = BrowserClient.send(HttpRequest.newBuilder(URI.create(node.management() + "/q/metrics"))
                .header("Accept", "text/plain")
                .build());
        var beginning = Pattern.compile("^" + pattern.replace("{", "\\{") + ".*");
        return metrics.body()
                .lines()
                .filter(line -> beginning.matcher(line).matches())
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0.0);
    }

    List<String> keys(String pattern) {
        return Stores.askEach(lanes, Command.KEYS, pattern).stream()
                .flatMap(Response::stream)
                .map(Response::toString)
                .toList();
    }

    @Override
    public void close() throws Exception {
        node.close();
        stores.close();
        redis.close();
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private Path keys() {
        try {
            var file = Files.createDirectories(Path.of("target/passports")).resolve(name + ".json");
            return Files.writeString(
                    file, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> post(String path, ObjectNode body) {
        return BrowserClient.send(HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/plain")
                .header("Origin", BrowserClient.ORIGIN)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }
}
