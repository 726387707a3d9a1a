package io.overture.roster;

import io.overture.visitor.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Advisors who work together, at the same hours.
 *
 * @param languages BCP 47
 * @param skills prefixes of categories' paths; empty: all
 * @param covers ids of desks that take over while this one is closed or empty, in order
 * @param sites empty: all
 * @param handoff channel to the template of an address of the house's own tool
 * @param keep tier to the share of slots kept for it, 0 to 1, together at most 1
 */
public record Desk(
        String id,
        String region,
        List<String> languages,
        List<String> skills,
        List<String> channels,
        Hours hours,
        List<String> covers,
        List<String> sites,
        Map<String, String> handoff,
        Optional<Webhook> webhook,
        Map<String, BigDecimal> keep,
        List<Advisor> advisors) {

    public Desk {
        languages = Language.mended(languages);
        skills = List.copyOf(skills);
        channels = List.copyOf(channels);
        covers = List.copyOf(covers);
        sites = List.copyOf(sites);
        handoff = Map.copyOf(handoff);
        keep = Map.copyOf(keep);
        advisors = List.copyOf(advisors);
    }
}
