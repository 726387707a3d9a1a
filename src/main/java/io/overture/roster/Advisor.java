package io.overture.roster;

import io.overture.visitor.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers.
 *
 * @param id the name she signs in with
 * @param name as a visitor may read it
 * @param portrait address of a picture
 * @param languages BCP 47
 * @param skills prefixes of categories' paths; empty: all
 * @param capacity conversations she can attend at once, at least 1
 * @param partner not of the house: sees a reduced dossier
 */
public record Advisor(
        String id,
        String name,
        String title,
        @Nullable String portrait,
        List<String> languages,
        List<String> skills,
        List<String> channels,
        int capacity,
        boolean partner) {

    public Advisor {
        languages = Language.mended(languages);
        skills = List.copyOf(skills);
        channels = List.copyOf(channels);
    }
}
