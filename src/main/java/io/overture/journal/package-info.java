/**
 * The journal: what happened, as lines of JSON, one stream a shard. How a record is written, and how the streams are read
 * again: from beginning to end, or on from a cursor that says how far a reader has come; what was trimmed before a reader
 * came to it is reported as a gap. Appending is part of a commit, which is the store's.
 */
@NullMarked
package io.overture.journal;

import org.jspecify.annotations.NullMarked;
