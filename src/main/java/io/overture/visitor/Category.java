package io.overture.visitor;

import java.util.ArrayList;
import java.util.List;

/** Where an item stands in the house's catalogue: {@code item_category}, {@code item_category2}, … joined by slashes; empty when unknown. */
public record Category(String path) {

    public static final Category NONE = new Category("");

    Category shared() {
        return path.isEmpty() ? NONE : new Category(SharedValues.shared(path));
    }

    /** Whether a text is one of {@link #prefixes}. */
    public boolean hasPrefix(String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() ? !path.isEmpty() : path.charAt(prefix.length()) == '/');
    }

    public boolean isWithin(String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')
                && !prefix.isEmpty();
    }

    /** {@code watches}, {@code watches/dive}, … up to the whole path: what a look at an item says she cares for. */
    public List<String> prefixes() {
        var all = new ArrayList<String>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            all.add(path.substring(0, slash));
        }
        if (!path.isEmpty()) {
            all.add(path);
        }
        return all;
    }
}
