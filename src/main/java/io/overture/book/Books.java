package io.overture.book;

import io.overture.document.Format;
import io.overture.offer.HouseCopies;
import io.overture.trigger.Book;
import io.overture.visitor.Handle;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The book in force on this node. Ask for it at every step: it is never kept elsewhere. */
@Startup
@ApplicationScoped
public class Books {

    private static final Logger LOG = Logger.getLogger(Books.class);
    private static final String DEMO = "demo";
    private static final String DEFAULT = "default";

    private final BookReader reader;
    private final BookInForce inForce;

    /** {@code file}: the YAML or JSON book of the house; the built-in one otherwise. */
    @Inject
    Books(HouseCopies copies, @ConfigProperty(name = "overture.book") Optional<Path> file) {
        reader = new BookReader(copies.byName());
        inForce = load(BookSource.of(file, ConfigUtils.isProfileActive(DEMO) ? DEMO : DEFAULT));
    }

    public Book inForce() {
        return inForce.book();
    }

    BookInForce asWritten() {
        return inForce;
    }

    Reading read(byte[] text, Format format) {
        return reader.read(text, format);
    }

    private BookInForce load(BookSource source) {
        return switch (reader.read(source.text(), source.format())) {
            case Reading.Invalid(var errors) -> throw new UnusableBook(source.name(), errors);
            case Reading.Valid(var book) -> {
                var text = new String(source.text(), StandardCharsets.UTF_8);
                var digest = Handle.digest(text);
                LOG.infov(
                        "book in force: source={0} triggers={1} digest={2}",
                        source.name(), book.triggers().size(), digest);
                yield new BookInForce(book, text, source.format().mediaType(), digest);
            }
        };
    }
}
