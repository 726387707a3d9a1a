package io.overture.visitor;

import org.jspecify.annotations.Nullable;

/**
 * An advisor as a visitor sees her.
 *
 * @param id the house's own name for her; never sent to a browser
 * @param portrait address of a picture
 */
public record Attendant(
        String id, String name, String title, @Nullable String portrait) {}
