package io.overture.demo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe has to say against a page as it stands. */
final class Axe {

    private Axe() {}

    /** Each as rule, then the elements it speaks of. */
    static List<String> objections(Page page) {
        // There are no frames, so nothing has to be gathered in a page of its own.
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }
}
