package io.overture.demo;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One page of one shop and what it pushes, as the decisions that make it. */
record OddTrial(List<Integer> shop, List<List<Integer>> pushes) {

    /** Pushed before the script has loaded. */
    private static final int EARLY = 20;
    /** Milliseconds until what was not acknowledged counts as lost; less for a few. */
    private static final double PATIENCE = 20_000;

    private static final double LITTLE_PATIENCE = 4_000;

    OddTrial {
        shop = List.copyOf(shop);
        pushes = List.copyOf(pushes);
    }

    /** @param acknowledged batches; @param fault null: none */
    record Outcome(int acknowledged, @Nullable String fault) {}

    static OddTrial random(SplittableRandom random, int size) {
        var shop = Choices.random(random);
        OddShop.from(shop, List.of());
        var pushes = IntStream.range(0, size)
                .mapToObj(i -> {
                    var push = Choices.random(random);
                    OddPush.from(push);
                    return push.taken();
                })
                .toList();
        return new OddTrial(shop.taken(), pushes);
    }

    Outcome run(Browser browser, URI node) {
        var statements = pushes.stream().map(OddPush::from).toList();
        int early = Math.min(EARLY, statements.size() / 2);
        var page = OddShop.from(Choices.of(shop), statements.subList(0, early));
        var patience = statements.size() > EARLY ? PATIENCE : LITTLE_PATIENCE;
        try (var visit = new OddVisit(browser, node, page, patience)) {
            visit.pushes(statements.subList(early, statements.size()));
            return new Outcome(visit.acknowledged(), visit.fault());
        }
    }

    /** Trials that are a little simpler, the boldest first. */
    List<OddTrial> simpler() {
        var all = new ArrayList<OddTrial>();
        int size = pushes.size();
        if (size > 1) {
            all.add(new OddTrial(shop, pushes.subList(0, size / 2)));
            all.add(new OddTrial(shop, pushes.subList(size / 2, size)));
        } else {
            for (int i = 0; i < shop.size(); i++) {
                if (shop.get(i) != 0) {
                    all.add(new OddTrial(zeroed(shop, i), pushes));
                }
            }
            for (var push : pushes) {
                all.add(new OddTrial(shop, List.of()));
                for (int length = push.size() / 2;
                        length > 0 && length < push.size();
                        length += (push.size() - length + 1) / 2) {
                    all.add(new OddTrial(shop, List.of(push.subList(0, length))));
                }
                for (int i = push.size() - 1; i > 0; i--) {
                    if (push.get(i) != 0) {
                        all.add(new OddTrial(shop, List.of(zeroed(push, i))));
                    }
                }
            }
        }
        return all;
    }

    private static List<Integer> zeroed(List<Integer> choices, int index) {
        var changed = new ArrayList<>(choices);
        changed.set(index, 0);
        return changed;
    }

    /** As a page's source. */
    String source() {
        var page = OddShop.from(Choices.of(shop), List.of());
        return "<html lang=\"%s\">, built-ins {%s}, %s"
                .formatted(
                        page.language(),
                        page.builtIns(),
                        pushes.size() > 3
                                ? pushes.size() + " pushes"
                                : pushes.stream().map(OddPush::from).toList());
    }
}
