package io.overture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

    @Test
    void what_of_the_question_is_wrong_is_known_by_its_pointer() {
        var answer = answer("{\"title\": \"No\", \"errors\": [{\"pointer\": \"/force\", \"detail\": \"Say so.\"}]}");

        assertThat(answer.isAbout("/force")).isTrue();
        assertThat(answer.isAbout("/id")).isFalse();
        assertThat(answer("{\"title\": \"No\"}").isAbout("/force")).isFalse();
        assertThat(answer("<html>").isAbout("/force")).isFalse();
    }

    private static Answer answer(String body) {
        return new Answer(409, body, Optional.empty(), Optional.empty());
    }
}
