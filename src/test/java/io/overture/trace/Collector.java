package io.overture.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes spans as a collector does: OTLP over HTTP, as protobuf. */
final class Collector implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private final List<Told> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** A span by the names tests use: ids in hex, links as {@code trace/span}, values as text. */
    record Told(
            String name,
            String scope,
            String node,
            String trace,
            String id,
            String parent,
            List<String> links,
            Map<String, String> said,
            Span raw) {

        String place() {
            return trace + "/" + id;
        }
    }

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new Collector(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Told> spans() {
        return List.copyOf(spans);
    }

    Stream<Told> named(String name) {
        return spans.stream().filter(each -> each.name().equals(name));
    }

    Optional<Told> at(String place) {
        return spans.stream().filter(each -> each.place().equals(place)).findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = ExportTraceServiceRequest.parseFrom(
                    exchange.getRequestBody().readAllBytes());
            for (var resource : sent.getResourceSpansList()) {
                var node = said(resource.getResource().getAttributesList()).getOrDefault("node", "");
                resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream()
                                .map(span -> told(span, scope.getScope().getName(), node)))
                        .forEach(spans::add);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Told told(Span span, String scope, String node) {
        var links = span.getLinksList().stream()
                .map(link -> HEX.formatHex(link.getTraceId().toByteArray()) + "/"
                        + HEX.formatHex(link.getSpanId().toByteArray()))
                .toList();
        return new Told(
                span.getName(),
                scope,
                node,
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                links,
                said(span.getAttributesList()),
                span);
    }

    private static Map<String, String> said(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey,
                        each -> each.getValue().hasIntValue()
                                ? Long.toString(each.getValue().getIntValue())
                                : each.getValue().getStringValue()));
    }
}
