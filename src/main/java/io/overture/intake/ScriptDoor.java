package io.overture.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Hands out {@code /overture.js}, which shops embed by the address alone, and {@code /overture-talk.js}, which it loads
 * once there is a conversation: cached for minutes, so that a release reaches every page soon, then confirmed by their
 * tags. Compressed once, here, rather than on every request by the server.
 */
@Singleton
class ScriptDoor {
    private static final List<String> PATHS = List.of("/overture.js", "/overture-talk.js");

    void open(@Observes Router router) {
        for (var path : PATHS) {
            try (var script = ScriptDoor.class.getResourceAsStream("/META-INF/resources" + path)) {
                if (script != null) {
                    open(router, path, script.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
    }

    static void open(Router router, String path, byte[] script) {
        var plain = Buffer.buffer(script);
        var gzipped = Buffer.buffer(gzip(script));
        var tag = tag(script);
        // Before the static resources, which know neither tags nor compression.
        router.get(path).order(0).handler(request -> answer(request, plain, gzipped, tag));
        router.head(path).order(0).handler(request -> answer(request, plain, gzipped, tag));
    }

    private static void answer(RoutingContext request, Buffer plain, Buffer gzipped, String tag) {
        var response = request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/javascript; charset=utf-8");
        var compressed = takesGzip(request);
        if (compressed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(compressed ? gzipped : plain);
    }

    private static boolean takesGzip(RoutingContext request) {
        return request.parsedHeaders().acceptEncoding().stream()
                .anyMatch(encoding -> encoding.value().equals("gzip") && encoding.weight() > 0);
    }

    /** Weak: the compressed and the plain form share it. */
    private static String tag(byte[] script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 8) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] script) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
