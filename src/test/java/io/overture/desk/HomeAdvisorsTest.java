package io.overture.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.flow.Flow;
import io.overture.store.AnyVisitor;
import io.overture.visitor.Passport;
import io.overture.visitor.Request;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose advisor somebody has at home is looked up for those alone who came with a passport. */
class HomeAdvisorsTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void a_passport_names_the_advisor() {
        var home = new HomeAdvisors(finding(Uni.createFrom().item(Optional.of(withPassport()))));

        assertThat(home.of(call(null, "vic")).await().indefinitely()).contains("Camille");
    }

    @ParameterizedTest
    @CsvSource({"c-1, vic", ", unknown"})
    void others_cost_no_look(@Nullable String client, String tier) {
        var home = new HomeAdvisors(finding(Uni.createFrom().item(Optional.of(withPassport()))));

        assertThat(home.of(call(client, tier)).await().indefinitely()).isEmpty();
        assertThat(looks).hasValue(0);
    }

    @Test
    void it_rings_without_the_name_when_that_cannot_be_had() {
        var home = new HomeAdvisors(finding(Uni.createFrom().failure(new IllegalStateException("away"))));

        assertThat(home.of(call(null, "vic")).await().indefinitely()).isEmpty();
    }

    private static Visitor withPassport() {
        var visitor = AnyVisitor.visiting(null);
        var passport = new Passport(
                "europe",
                "p-1",
                "vic",
                null,
                new Passport.OwnAdvisor("Camille", "paris"),
                Passport.InForce.NONE,
                AnyVisitor.NOW);
        return visitor.with(visitor.memory(), visitor.session().honouring(passport));
    }

    private static Call call(@Nullable String client, String tier) {
        var request = new Request(null, null, null, List.of("chat"), "fr", BigDecimal.ONE);
        return new Call(SHE, "talk", 0, 0, request, client, tier, AnyVisitor.NOW, null, null, null, Set.of());
    }

    private Flow finding(Uni<Optional<Visitor>> found) {
        return new Flow() {
            @Override
            public Uni<Receipt> submit(VisitorKey key, Input input) {
                throw new IllegalStateException("nothing happens to anybody here");
            }

            @Override
            public Uni<Optional<Visitor>> look(VisitorKey key) {
                looks.incrementAndGet();
                return found;
            }

            @Override
            public int underWay() {
                return 0;
            }
        };
    }
}
