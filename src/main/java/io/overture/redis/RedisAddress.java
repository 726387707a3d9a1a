package io.overture.redis;

import io.vertx.redis.client.RedisClientType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Addresses as in {@code quarkus.redis.hosts}, looked at before anything connects to one. */
final class RedisAddress {

    private static final Set<String> SCHEMES = Set.of("redis", "rediss");
    private static final int LAST_PORT = 65_535;

    private RedisAddress() {}

    /**
     * What is wrong with the first that is wrong, without a word of it, since it may hold a password.
     *
     * @param type of the client: a cluster has no databases
     */
    static Optional<String> wrong(List<String> addresses, RedisClientType type) {
        boolean hasDatabases = type != RedisClientType.CLUSTER;
        return IntStream.range(0, addresses.size())
                .boxed()
                .flatMap(i -> wrong(addresses.get(i), hasDatabases)
                        .map(why -> "address %d %s; one is redis://host:6379 or, by TLS, rediss://host:6379"
                                .formatted(i + 1, why))
                        .stream())
                .findFirst();
    }

    private static Optional<String> wrong(String address, boolean hasDatabases) {
        if (address.isEmpty()) {
            return Optional.of("is empty");
        }
        try {
            return wrong(new URI(address), hasDatabases);
        } catch (URISyntaxException e) {
            return Optional.of(
                    "is no address (" + e.getReason() + "): in a password encode what is neither letter nor digit");
        }
    }

    private static Optional<String> wrong(URI address, boolean hasDatabases) {
        var scheme = address.getScheme();
        if (scheme == null || address.isOpaque()) {
            return Optional.of("has no scheme");
        }
        if (scheme.equals("unix")) {
            return address.getPath().isEmpty() ? Optional.of("names no socket") : Optional.empty();
        }
        if (!SCHEMES.contains(scheme)) {
            return Optional.of("has a scheme that is neither redis nor rediss");
        }
        if (address.getHost() == null) {
            return Optional.of("has no host, or a port that is no number");
        }
        if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
            return Optional.of("has a port that is not between 1 and " + LAST_PORT);
        }
        var path = address.getPath();
        if (path.isEmpty() || path.equals("/") || path.equals("/0")) {
            return Optional.empty();
        }
        if (!path.matches("/\\d{1,5}")) {
            return Optional.of("ends in what is no number of a database");
        }
        return hasDatabases ? Optional.empty() : Optional.of("names a database, which a cluster does not have");
    }
}
