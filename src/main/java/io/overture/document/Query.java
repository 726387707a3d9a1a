package io.overture.document;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a question that are more than text. JAX-RS would answer a wrong one as if there were no such door, and take
 * whatever is not "true" for false: here it is 400, naming it.
 */
public final class Query {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private Query() {}

    /** @throws BadRequestException naming the parameter, if this is no whole number */
    public static long number(String name, @Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw wrong(name, "This must be a whole number.");
        }
        return Long.parseLong(text);
    }

    /** False when it is not there. @throws BadRequestException naming the parameter, if this is neither true nor false */
    public static boolean flag(String name, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            throw wrong(name, "This must be true or false.");
        }
        return true;
    }

    public static BadRequestException wrong(String name, String detail) {
        return new BadRequestException(answer(name, detail));
    }

    public static Response answer(String name, String detail) {
        return Problem.answer(400, "Not a valid question", List.of(new Mistake("/" + name, detail)));
    }
}
