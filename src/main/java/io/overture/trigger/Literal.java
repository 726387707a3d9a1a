package io.overture.trigger;

/** A leaf of the book's conditions, or that it is known to fail. Equal ones are one, whichever triggers read them. */
record Literal(Condition leaf, boolean negated) {

    Spans of(Scene scene) {
        return negated ? leaf.fails(scene) : leaf.holds(scene);
    }

    /** How seldom it holds of anybody, the seldomest first: what asks for one word of an aspect, then by aspect. */
    int frequency() {
        int most = -1;
        for (var dependency : leaf.dependencies()) {
            most = Math.max(
                    most, dependency.key() == null ? dependency.aspect().ordinal() : -1);
        }
        return most;
    }
}
