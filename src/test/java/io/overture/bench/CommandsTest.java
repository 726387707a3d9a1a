package io.overture.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void calls_between_two_looks_are_counted() {
        var before = Commands.of("# Commandstats\r\ncmdstat_get:calls=5,usec=9,usec_per_call=1.80\r\n");
        var after = Commands.of("# Commandstats\r\ncmdstat_get:calls=8,usec=20,usec_per_call=2.50\r\n"
                + "cmdstat_client|setname:calls=2,usec=3,usec_per_call=1.50\r\n");

        var between = after.minus(before);

        assertEquals(3, between.count("get"));
        assertEquals(5, between.count("get", "client|setname"));
        assertEquals(5, between.all());
        assertEquals(0, between.count("set"));
    }
}
