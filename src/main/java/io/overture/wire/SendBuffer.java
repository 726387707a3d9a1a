package io.overture.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * What the kernel takes of answers before their peer does. It says that there is room again when a third is free, which is
 * how a peer is seen to read at all: of the megabytes it would take by itself, a slow reader frees none in the time that {@link
 * Patience} has for it. Enough for a megabyte a second at a round trip of an eighth of one.
 */
@Singleton
class SendBuffer implements HttpServerOptionsCustomizer {

    private static final int BYTES = 128 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }
}
