package io.overture.trigger;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What the world knows at an instant.
 *
 * @param liveNodes incarnations whose lease runs
 * @param draw hers alone, uniform in [0, 1) and always the same: below the holdout's share she is held out
 * @param ids makes an unguessable identifier
 */
public record Facts(Book book, Prices prices, Set<String> liveNodes, double draw, Supplier<String> ids) {}
