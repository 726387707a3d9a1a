package io.overture.journal;

import io.overture.engine.Entry;
import java.time.Instant;

/** One line of the journal: what happened at a site, when, and to whom by her random journal name. */
public record JournalRecord(Instant at, String site, String visitor, Entry entry) {}
