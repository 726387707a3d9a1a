/**
 * The journal, as it is read: from beginning to end, or followed from a cursor that says how far a reader has come. The
 * shards' streams are merged; what was trimmed before a reader came to it is reported as a gap.
 */
@NullMarked
package io.overture.journal;

import org.jspecify.annotations.NullMarked;
