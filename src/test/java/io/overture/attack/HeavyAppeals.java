package io.overture.attack;

import java.net.URI;
import java.util.Map;

/** Strangers of one address who ask to be called back, each with the heaviest piece there is, after somebody who means it. */
record HeavyAppeals(URI base) implements Attack {

    private static final int STRANGERS = 120;
    /** {@code overture.limits.promises-per-address} as it is shipped. */
    private static final int MOST = 20;

    private static final String HEAVIEST = """
            {"type": "beacon", "source": "p1", "seq": 1, "sentAt": %1$d, "events": [{"name": "view_item", "at": %1$d,
             "params": {"currency": "EUR", "items": [{"item_id": "X", "item_name": "X", "price": 999999999}]}}]}""";

    @Override
    public String name() {
        return STRANGERS + " heavy appeals of one address";
    }

    @Override
    public String before() {
        return "whoever was promised a call falls off the list";
    }

    @Override
    public Outcome run() {
        boolean wasPromised = asks("198.51.100.7", "honest-" + Page.id().substring(0, 8), false);
        int promised = 0;
        for (int i = 0; i < STRANGERS; i++) {
            promised += asks("203.0.113.9", "stranger", true) ? 1 : 0;
        }
        var list = list();
        return new Outcome(
                "%d of %d promised, the first is %s"
                        .formatted(promised, STRANGERS, list.contains("honest-") ? "kept" : "LOST"),
                wasPromised && promised <= MOST && list.contains("honest-"));
    }

    /** Whether a call back is promised. */
    private boolean asks(String from, String contact, boolean heavily) {
        try (var page = Page.ofStranger(base, from)) {
            if (heavily) {
                page.says(HEAVIEST.formatted(System.currentTimeMillis()));
            }
            page.says("""
                    {"type": "request", "id": "r", "channel": "call", "contact": "%s"}""".formatted(contact));
            var answer = page.hears("\"conversation\"", "\"id\":\"r\"");
            return answer.contains("\"conversation\"") && !answer.contains("\"refused\":true");
        }
    }

    private String list() {
        var auth = Map.of("Origin", base.toString(), "Authorization", "Basic YWR2aXNvcjphZHZpc29y");
        try (var console = Page.open(base, "/v1/advisor", auth)) {
            console.says("{\"type\": \"hello\", \"device\": \"attack\"}");
            return console.hears("\"type\":\"tasks\"");
        }
    }
}
