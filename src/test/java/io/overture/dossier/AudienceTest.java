package io.overture.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AudienceTest {

    private static final Set<Role> HOUSE = EnumSet.of(Role.ADVISOR, Role.LEAD);
    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);

    static Stream<Arguments> rolesAndFields() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Field.values()).map(field -> Arguments.of(role, field)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rolesAndFields")
    void each_role_reads_what_it_may_and_nothing_else(Role role, Field field) {
        var dossier = Dossier.of(Portrait.whole(), role);

        assertThat(dossier.has(field.word())).isEqualTo(readers(field).contains(role));
    }

    @Test
    void names_of_fields_are_told_apart() {
        assertThat(Arrays.stream(Field.values()).map(Field::word)).doesNotHaveDuplicates();
    }

    @Test
    void before_acceptance_there_are_the_piece_the_reason_the_tier_and_the_language() {
        var parts = Arrays.stream(Glimpse.class.getRecordComponents()).map(part -> part.getName());

        assertThat(parts).containsExactlyInAnyOrder("item", "reason", "tier", "language");
    }

    /** Written down a second time on purpose: who widens an audience says so here, too. A new field does not compile. */
    private static Set<Role> readers(Field field) {
        return switch (field) {
            case PIECE, REASON, TIER, LANGUAGE -> EVERYONE;
            case PAGE, PIECES, CART, CHECKOUT, SEARCHES -> EVERYONE;
            case PATH, WISHES, VISITS, PASSPORT -> HOUSE;
            case LOCAL_TIME, DEVICE -> EVERYONE;
            case CAMPAIGN, REFERRER, COUNTRY -> HOUSE;
            case NAME, SALUTATION, SIZES, PREFERRED_CHANNEL, QUIET_UNTIL -> EVERYONE;
            case CLIENT, ADVISOR, FAVOURITES, DATES, CONTACTS -> HOUSE;
            case PURCHASES, NOTES, CONVERSATIONS, DEALINGS -> HOUSE;
        };
    }
}
