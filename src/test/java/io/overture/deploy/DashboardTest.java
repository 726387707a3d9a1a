package io.overture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The dashboard is in order: every panel has a place of its own and asks for something we explain. */
class DashboardTest {
    private static final int WIDTH = 24;

    private final Dashboard dashboard = Dashboard.read();

    @Test
    void every_panel_asks_for_figures_of_the_region_chosen() {
        var panels = dashboard.panels();

        assertThat(panels)
                .hasSizeGreaterThan(15)
                .allSatisfy(panel -> assertThat(panel.expressions())
                        .isNotEmpty()
                        .allMatch(expression -> expression.contains("region=~\"$region\"")));
    }

    @Test
    void every_figure_of_ours_is_explained() {
        var explained = Documents.text(Path.of("docs/metrics.md"));

        var ours = dashboard.metrics().filter(name -> name.startsWith("overture_"));

        assertThat(ours)
                .isNotEmpty()
                .allMatch(name -> explained.contains("`" + name.replaceFirst("_(bucket|count|sum)$", "") + "`"));
    }

    @Test
    void no_panel_lies_on_another() {
        var panels = dashboard.panels().toList();

        var cells = panels.stream()
                .flatMapToInt(panel -> IntStream.range(
                                0,
                                panel.place().path("w").asInt()
                                        * panel.place().path("h").asInt())
                        .map(cell -> (panel.place().path("y").asInt()
                                                + cell / panel.place().path("w").asInt())
                                        * WIDTH
                                + panel.place().path("x").asInt()
                                + cell % panel.place().path("w").asInt()));

        assertThat(cells.boxed()).doesNotHaveDuplicates();
    }
}
