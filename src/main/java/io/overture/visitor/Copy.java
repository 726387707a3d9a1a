package io.overture.visitor;

import org.jspecify.annotations.Nullable;

/**
 * The words of an invitation, approved, in one language.
 *
 * @param accept yes
 * @param decline no
 * @param later not now, which is milder; null where nobody has words for it in this language: then it is not offered
 */
public record Copy(
        String title,
        String text,
        String accept,
        String decline,
        @Nullable String later) {}
