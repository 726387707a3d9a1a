package io.overture.document;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a question that are more than text, and is the one that builds the answer to a wrong one: 400,
 * naming it. JAX-RS would answer as if there were no such door, and take whatever is not "true" for false.
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

    /**
     * For any other mistake in a question, to be thrown: 400, with a {@link Problem} whose one error points at the parameter.
     *
     * @param detail what it must be, as a sentence
     */
    public static BadRequestException wrong(String name, String detail) {
        return new BadRequestException(
                Problem.answer(400, "Not a valid question", List.of(new Mistake("/" + name, detail))));
    }
}
