package io.overture.trigger;

/** A leaf of the book's conditions, or that it is known to fail. Equal ones are one, whichever triggers read them. */
record Literal(Condition leaf, boolean negated) {

    Spans of(Scene scene) {
        return negated ? leaf.fails(scene) : leaf.holds(scene);
    }

    /** How seldom it holds of anybody, the seldomest first: by the seldomest it looks at, one key before any whole aspect. */
    int frequency() {
        int least = Integer.MAX_VALUE;
        for (var dependency : leaf.dependencies()) {
            least = Math.min(
                    least, dependency.key() == null ? dependency.aspect().ordinal() : -1);
        }
        return least;
    }
}
