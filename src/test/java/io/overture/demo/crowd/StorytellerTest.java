package io.overture.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.demo.crowd.Story.Act;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StorytellerTest {

    private static final int MOST_ACTS = 12;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Property(tries = 100)
    void the_same_seed_tells_the_same_stories(@ForAll long seed, @ForAll @IntRange(max = 100) int member) {
        var once = stories(seed, member, 20);

        var again = stories(seed, member, 20);

        assertThat(again).isEqualTo(once);
    }

    @Property(tries = 100)
    void a_story_is_bounded_and_begins_at_the_door(@ForAll long seed, @ForAll @IntRange(max = 100) int member) {
        var stories = stories(seed, member, 20);

        assertThat(stories).allSatisfy(story -> {
            assertThat(story.acts()).hasSizeBetween(2, MOST_ACTS);
            assertThat(story.length()).isLessThan(LONGEST);
            assertThat(story.acts().getFirst().deed()).isInstanceOf(Deed.Opens.class);
            assertThat(story.acts()).allSatisfy(act -> assertThat(act.after()).isPositive());
        });
        assertThat(stories.getFirst().returns()).isFalse();
    }

    /** The shop's script cannot know longer stretches, nor could they have begun before the deed before. */
    @Property(tries = 100)
    void nobody_stays_longer_than_the_time_that_went_by(@ForAll long seed) {
        var acts = stories(seed, 0, 20).stream().flatMap(story -> story.acts().stream());

        var stays = acts.filter(act -> act.deed() instanceof Deed.Stays).toList();

        assertThat(stays).allSatisfy(act -> {
            assertThat(((Deed.Stays) act.deed()).time()).isEqualTo(act.after());
            assertThat(act.after()).isLessThanOrEqualTo(Duration.ofSeconds(10));
        });
    }

    @Test
    void members_and_seeds_differ() {
        var first = stories(7, 0, 5);

        assertThat(Set.of(first, stories(7, 1, 5), stories(8, 0, 5))).hasSize(3);
    }

    @Test
    void in_time_everything_happens_and_most_visits_are_uneventful() {
        var stories = IntStream.range(0, 20)
                .mapToObj(member -> stories(7, member, 20))
                .flatMap(List::stream)
                .toList();

        var deeds = stories.stream()
                .flatMap(story -> story.acts().stream().map(Act::deed).map(Object::getClass))
                .collect(Collectors.toSet());

        assertThat(deeds).hasSize(Deed.class.getPermittedSubclasses().length);
        assertThat(stories)
                .anySatisfy(story -> assertThat(story.guise().fromThePress()).isTrue());
        assertThat(stories).anySatisfy(story -> assertThat(story.returns()).isTrue());
        assertThat(stories.stream().map(story -> story.reply().manner()).distinct())
                .containsExactlyInAnyOrder(Story.Manner.values());
    }

    private static List<Story> stories(long seed, int member, int howMany) {
        return Stream.generate(new Storyteller(seed, member)::next)
                .limit(howMany)
                .toList();
    }
}
