/**
 * The book in force: loading, validating, publishing, versions and replay. What a book means lives in trigger.
 */
@NullMarked
package io.overture.book;

import org.jspecify.annotations.NullMarked;
