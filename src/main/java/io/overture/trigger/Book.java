package io.overture.trigger;

import io.overture.visitor.Client;
import io.overture.visitor.Copy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The trigger book: what deserves attention, how much, and how rarely. */
public final class Book {

    public static final String UNKNOWN = "unknown";
    public static final String CLIENT = "client";

    private final CurrencyUnit currency;
    private final Limits limits;
    private final Map<String, BigDecimal> relationship;
    private final Map<String, BigDecimal> holdout;
    private final BigDecimal floor;
    private final Map<String, Map<String, Copy>> copies;
    private final List<Trigger> triggers;
    private final Roots roots;
    private final BigDecimal assumed;

    /**
     * @param currency of every amount in it
     * @param relationship multiplier by tier; {@code unknown} for those who are not known, {@code client} for a tier it
     *     does not name
     * @param holdout share in [0, 1] by tier, read as {@code relationship} is
     * @param floor an offer must weigh at least this
     * @param copies words by name, then by language (BCP 47); every name has {@code en}
     */
    public Book(
            CurrencyUnit currency,
            Limits limits,
            Map<String, BigDecimal> relationship,
            Map<String, BigDecimal> holdout,
            BigDecimal floor,
            Map<String, Map<String, Copy>> copies,
            List<Trigger> triggers) {
        this.currency = currency;
        this.limits = limits;
        this.relationship = Map.copyOf(relationship);
        this.holdout = Map.copyOf(holdout);
        this.floor = floor;
        this.copies = Map.copyOf(copies);
        this.triggers = List.copyOf(triggers);
        this.roots = new Roots(limits, this.triggers);
        this.assumed = this.triggers.stream()
                .map(Trigger::mostAssumed)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .add(BigDecimal.ONE);
    }

    public CurrencyUnit currency() {
        return currency;
    }

    public Limits limits() {
        return limits;
    }

    public Map<String, BigDecimal> relationship() {
        return relationship;
    }

    public Map<String, BigDecimal> holdout() {
        return holdout;
    }

    public BigDecimal floor() {
        return floor;
    }

    public Map<String, Map<String, Copy>> copies() {
        return copies;
    }

    public List<Trigger> triggers() {
        return triggers;
    }

    /** Every condition that is asked by itself, by what can change it. */
    Roots roots() {
        return roots;
    }

    /**
     * What a visitor who asks for an advisor is taken to have at stake at the least: more than any trigger may make of
     * what it assumes of somebody with nothing at stake, and never nothing.
     */
    public BigDecimal assumed() {
        return assumed;
    }

    public BigDecimal multiplier(@Nullable Client client) {
        return byTier(relationship, client, BigDecimal.ONE);
    }

    /** Whose multiplier is hers: her tier's, or {@code client}'s where the book gives her tier none. */
    public String relationship(@Nullable Client client) {
        return named(relationship, client);
    }

    /** The share of visitors like her that is never offered anything, so that what offers earn can be measured. */
    public BigDecimal holdout(@Nullable Client client) {
        return byTier(holdout, client, BigDecimal.ZERO);
    }

    /** What she is to the house: {@code unknown}, her tier, or {@code client} when she has none. */
    public static String tier(@Nullable Client client) {
        if (client == null) {
            return UNKNOWN;
        }
        return client.tier() == null ? CLIENT : client.tier();
    }

    /** The words for a name in the language nearest to the one asked for; English when there is none near. */
    public Words copy(String name, String language) {
        var byLanguage = copies.getOrDefault(name, Map.of());
        var chosen = Languages.choose(byLanguage.keySet(), List.of(language));
        var copy = byLanguage.get(chosen);
        if (copy == null) {
            throw new IllegalStateException("every name of a valid book has words");
        }
        return new Words(copy, chosen);
    }

    /** Words, and the language they are in. */
    public record Words(Copy copy, String language) {}

    private static BigDecimal byTier(Map<String, BigDecimal> values, @Nullable Client client, BigDecimal otherwise) {
        return values.getOrDefault(named(values, client), otherwise);
    }

    private static String named(Map<String, BigDecimal> values, @Nullable Client client) {
        var tier = tier(client);
        return client == null || values.containsKey(tier) ? tier : CLIENT;
    }
}
