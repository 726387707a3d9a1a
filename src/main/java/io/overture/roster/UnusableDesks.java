package io.overture.roster;

import io.overture.document.Mistake;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.stream.Collectors;

/** With desks that cannot be read the service does not start; the message is all its operator needs. */
final class UnusableDesks extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    /** Has no cause: the message of what stopped the start is all that is printed, when it is the root of it. */
    UnusableDesks(String message) {
        super(message);
    }

    UnusableDesks(String name, List<Mistake> mistakes) {
        super("%s does not say what desks there are:%n%s".formatted(name, listed(mistakes)));
    }

    private static String listed(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(each -> "  %s  %s".formatted(each.pointer().isEmpty() ? "/" : each.pointer(), each.detail()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
