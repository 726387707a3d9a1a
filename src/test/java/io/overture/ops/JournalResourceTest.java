package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JournalResourceTest {

    @Test
    void a_line_is_written_as_it_is_and_not_as_a_string() throws JsonProcessingException {
        var line = new JournalResource.Line("{\"type\":\"forgotten\"}");

        var written = new ObjectMapper().writeValueAsString(line);

        assertThat(written).isEqualTo("{\"type\":\"forgotten\"}");
    }
}
