package io.overture.demo.crowd;

import java.util.List;

/**
 * A piece of the boutique, as its measurement names it.
 *
 * @param price in euros
 */
record Piece(String id, String name, String category, String line, int price) {

    /** From here on a piece is one an advisor would be sent for, as the demo's book has it. */
    static final int PREMIUM = 2500;

    /** The boutique's catalogue ({@code demo/js/catalogue}). */
    static final List<Piece> ALL = List.of(
            new Piece("W-100", "Méridienne", "watches", "dress", 12500),
            new Piece("W-120", "Solstice", "watches", "complication", 48000),
            new Piece("W-140", "Petite Heure", "watches", "dress", 6800),
            new Piece("W-160", "Sémaphore", "watches", "sport", 9400),
            new Piece("L-210", "Aube", "leather", "bags", 5400),
            new Piece("L-230", "Passage", "leather", "travel", 3900),
            new Piece("L-270", "Fil", "leather", "bags", 2900),
            new Piece("L-250", "Feuillet", "leather", "small leather", 450),
            new Piece("C-310", "Vesper", "couture", "tailoring", 7200),
            new Piece("C-330", "Nocturne", "couture", "evening", 16500),
            new Piece("C-370", "Contour", "couture", "tailoring", 3300),
            new Piece("C-350", "Ligne", "couture", "silk", 520));

    boolean isPremium() {
        return price >= PREMIUM;
    }

    static List<Piece> of(String category) {
        return ALL.stream().filter(piece -> piece.category().equals(category)).toList();
    }

    static List<Piece> premium() {
        return ALL.stream().filter(Piece::isPremium).toList();
    }
}
