package io.overture.export;

import java.util.List;

/** What is saved beside the cursor; each as {@code export-save.lua} takes it. */
sealed interface Change {

    List<Object> words();

    /** A record was refused. */
    record Refused(Letter letter) implements Change {
        @Override
        public List<Object> words() {
            return List.of(
                    "dead",
                    letter.id(),
                    letter.visitor(),
                    letter.stored(),
                    letter.refusedAt().toEpochMilli());
        }
    }

    /** A record that had been refused was sent after all. */
    record SentAfterAll(Letter letter) implements Change {
        @Override
        public List<Object> words() {
            return List.of("sent", letter.id(), letter.visitor());
        }
    }

    /** A visitor was forgotten. */
    record Forgotten(String visitor) implements Change {
        @Override
        public List<Object> words() {
            return List.of("forget", visitor);
        }
    }
}
