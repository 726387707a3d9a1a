package io.overture.advisor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file of the console, compressed once, confirmed by its tag on every load so that a release is seen at once. */
record ConsoleFile(String type, Buffer plain, Buffer gzipped, String tag) {

    /** The file under that name among the resources, or null. */
    static @Nullable ConsoleFile read(String name) {
        try (var file = ConsoleFile.class.getResourceAsStream(name)) {
            return file == null ? null : of(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConsoleFile of(String name, byte[] content) {
        var type = MimeMapping.getMimeTypeForFilename(name);
        return new ConsoleFile(
                type == null ? "application/octet-stream" : type.startsWith("text/") ? type + "; charset=utf-8" : type,
                Buffer.buffer(content),
                Buffer.buffer(gzip(content)),
                tag(content));
    }

    void answer(RoutingContext request) {
        var response = request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (tag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
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
    private static String tag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 8) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
