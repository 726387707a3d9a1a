package io.overture.book;

import io.overture.document.Mistake;
import io.overture.trigger.Book;
import java.util.List;

/** What came of reading a text as a book. */
public sealed interface Reading {

    record Valid(Book book) implements Reading {}

    /** Everything that is wrong with it, in the order of the text; never empty. */
    record Invalid(List<Mistake> errors) implements Reading {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
