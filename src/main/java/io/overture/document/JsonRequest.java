package io.overture.document;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a door is asked in JSON: answered, or refused with everything that is wrong. */
public final class JsonRequest {

    private static final int DEEPEST = 4;

    private JsonRequest() {}

    /**
     * The answer; 400 with every error and its pointer, 413, or 415 instead.
     *
     * @param type the body's Content-Type; null: it has none
     * @param mostBytes no body is larger
     * @param invalid the title of the problem when it is not valid
     */
    public static <T> Response answer(
            @Nullable String type,
            byte[] body,
            int mostBytes,
            String invalid,
            Function<Place, T> reader,
            Function<T, Response> answer) {
        if (!ContentType.isTold(type)) {
            return Problem.answer(415, Problem.UNTYPED);
        }
        if (body.length > mostBytes) {
            return Problem.answer(413, "A body here has at most %d KiB".formatted(mostBytes / 1024));
        }
        var errors = new Errors();
        return Document.read(body, Format.JSON, mostBytes, DEEPEST, errors)
                .map(root -> reader.apply(new Place(root, "", errors)))
                .filter(asked -> errors.isEmpty())
                .map(answer)
                .orElseGet(() -> Problem.answer(400, invalid, errors.inOrder()));
    }
}
