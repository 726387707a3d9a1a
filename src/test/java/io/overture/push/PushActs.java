package io.overture.push;

import static io.overture.store.Stores.get;

import io.overture.release.Act;
import io.overture.visitor.Tab;
import java.util.List;

/** What nodes know of pages on other nodes. */
public final class PushActs {

    private static final Tab CLOSED = new Tab("node-1", "tab-1");
    private static final Tab OPEN = new Tab("node-2", "tab-2");

    private PushActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("a page is closed", lanes -> {
                    var tabs = new ClosedTabs(lanes);
                    tabs.closed(CLOSED);
                    return get(tabs.among(List.of(CLOSED)));
                }),
                Act.of(
                        "it is known which are closed",
                        lanes -> get(new ClosedTabs(lanes).among(List.of(CLOSED, OPEN)))));
    }
}
