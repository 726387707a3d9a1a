package io.overture.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.overture.client.ClientRecord;
import io.overture.client.Profile;
import io.overture.desk.Task.Owner;
import io.overture.roster.Advisor;
import io.overture.roster.Desk;
import io.overture.roster.Desks;
import io.overture.roster.Hours;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnersTest {

    private static final Desks DESKS = new Desks(List.of(
            desk("london", List.of("en-GB"), List.of("uk"), "oliver"),
            desk("paris", List.of("fr", "en"), List.of(), "camille"),
            desk("montreal", List.of("fr-CA"), List.of(), "luc")));

    static Stream<Arguments> owners() {
        return Stream.of(
                arguments(DESKS, client("camille", "ja"), null, Owner.advisor("camille")),
                arguments(DESKS, client("somebody who left", "fr"), null, Owner.desk("paris")),
                arguments(DESKS, client(null, "fr-CA"), null, Owner.desk("montreal")),
                arguments(DESKS, client(null, "fr-FR"), null, Owner.desk("paris")),
                arguments(DESKS, client(null, "en-GB"), "uk", Owner.desk("london")),
                arguments(DESKS, client(null, "en-GB"), "demo", Owner.desk("paris")),
                arguments(DESKS, client(null, "ja"), "demo", Owner.desk("paris")),
                arguments(DESKS, Optional.empty(), null, Owner.desk("paris")),
                arguments(Desks.NONE, client("camille", "fr"), null, Owner.advisor("camille")),
                arguments(Desks.NONE, Optional.empty(), null, Owners.HOUSE));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void her_own_advisor_then_the_first_desk_that_speaks_with_her(
            Desks desks, Optional<ClientRecord> client, @Nullable String site, Owner expected) {
        var owner = Owners.of(desks, client, site);

        assertThat(owner).isEqualTo(expected);
    }

    private static Optional<ClientRecord> client(@Nullable String advisor, String language) {
        var none = Profile.NONE;
        return Optional.of(ClientRecord.of("c")
                .with(new Profile(
                        null,
                        null,
                        null,
                        language,
                        none.sizes(),
                        none.favourites(),
                        none.dates(),
                        null,
                        advisor,
                        none.contacts(),
                        null)));
    }

    private static Desk desk(String id, List<String> languages, List<String> sites, String advisor) {
        return new Desk(
                id,
                "eu",
                languages,
                List.of(),
                List.of("chat"),
                new Hours(ZoneOffset.UTC, Map.of(), Map.of()),
                List.of(),
                sites,
                Map.of(),
                Optional.empty(),
                Map.of(),
                List.of(new Advisor(
                        advisor, advisor, "Advisor", null, languages, List.of(), List.of("chat"), 2, false)));
    }
}
