package io.overture.deploy;

import java.util.Locale;

/** Types as operators say them. */
final class Words {
    private Words() {}

    static String of(String type) {
        return switch (type) {
            case "int", "long", "Integer", "Long", "OptionalInt" -> "whole number";
            case "double", "Double", "float" -> "number";
            case "String", "string" -> "text";
            case "Boolean" -> "boolean";
            case "Path" -> "path";
            case "URI" -> "URL";
            default -> type.toLowerCase(Locale.ROOT).startsWith("memory") ? "size" : type.toLowerCase(Locale.ROOT);
        };
    }
}
