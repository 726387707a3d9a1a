package io.overture.release;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A command a release sent and what Redis replied. Bytes that are no text stand in Base64. Of a script the first argument is
 * its SHA-1, whether it was sent itself or only named.
 */
record Said(String command, List<String> args, String reply) {

    private static final String BASE64 = "base64:";

    static Said of(String command, List<byte[]> args, String reply) {
        var texts = new ArrayList<>(args.stream().map(Said::text).toList());
        return new Said(command, texts, reply);
    }

    boolean isScript() {
        return command.equalsIgnoreCase("EVAL") || command.equalsIgnoreCase("EVALSHA");
    }

    /** As it was sent, its script by {@code sources}. */
    Request request(Map<String, String> sources) {
        var request = Request.cmd(isScript() ? Command.EVAL : Command.create(command));
        for (int i = 0; i < args.size(); i++) {
            request.arg(
                    i == 0 && isScript() ? bytes(sources.getOrDefault(args.get(0), args.get(0))) : bytes(args.get(i)));
        }
        return request;
    }

    static String text(@Nullable Response reply) {
        if (reply == null) {
            return "nil";
        }
        return switch (reply.type()) {
            case MULTI ->
                reply.isMap()
                        ? reply.getKeys().stream()
                                .map(key -> key + ": " + text(reply.get(key)))
                                .sorted()
                                .collect(Collectors.joining(", ", "{", "}"))
                        : StreamSupport.stream(reply.spliterator(), false)
                                .map(Said::text)
                                .collect(Collectors.joining(", ", "[", "]"));
            case BULK -> masked(text(reply.toBytes()));
            default -> reply.toString();
        };
    }

    /** What is different every time it is made. */
    static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>")
                .replaceAll("\\b\\d{13}-\\d+\\b", "<id>");
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return BASE64 + Base64.getEncoder().encodeToString(bytes);
        }
    }

    private static byte[] bytes(String text) {
        return text.startsWith(BASE64)
                ? Base64.getDecoder().decode(text.substring(BASE64.length()))
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
