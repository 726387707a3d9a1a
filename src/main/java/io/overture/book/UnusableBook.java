package io.overture.book;

import io.overture.document.Mistake;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/** Without a valid book the service does not start; the message is all its operator needs. */
final class UnusableBook extends ConfigurationException {

    /** Has no cause: the message of what stopped the start is all that is printed, when it is the root of it. */
    UnusableBook(String message) {
        super(message);
    }

    UnusableBook(String name, List<Mistake> errors) {
        super("%s is not a valid trigger book:%n%s".formatted(name, listed(errors)));
    }

    private static String listed(List<Mistake> errors) {
        return errors.stream()
                .map(error -> "  %s  %s".formatted(error.pointer().isEmpty() ? "/" : error.pointer(), error.detail()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
