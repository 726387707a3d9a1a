package io.overture.flow;

import io.overture.book.Books;
import io.overture.catalog.PriceLists;
import io.overture.offer.Slots;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.store.Nodes;
import io.overture.trigger.Facts;
import io.overture.trigger.Prices;
import io.overture.trigger.Service;
import io.overture.trigger.Slot;
import io.overture.visitor.VisitorKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The world as this node knows it: the book in force, its site's prices, the live nodes. */
@Singleton
class HouseWorld implements World {

    private static final Prices NONE = item -> null;
    private static final int ID_BYTES = 16;
    private static final Slot NEEDED = new Slot.Needed(null);
    private static final Slot NEEDLESS = new Slot.Needless();

    private final Books books;
    private final PriceLists prices;
    private final Sites sites;
    private final Nodes nodes;
    private final Slots slots;
    private final Service withDesks;
    private final Service withoutDesks;
    private final SecureRandom random = new SecureRandom();

    HouseWorld(Books books, PriceLists prices, Sites sites, Nodes nodes, Slots slots, ServiceConfig service) {
        this.books = books;
        this.prices = prices;
        this.sites = sites;
        this.nodes = nodes;
        this.slots = slots;
        this.withDesks = service.service(true);
        this.withoutDesks = service.service(false);
    }

    @Override
    public Facts facts(VisitorKey key) {
        var book = books.inForce();
        var counted = sites.find(key.site())
                .map((Site site) -> prices.of(site, book.currency()))
                .orElse(NONE);
        return new Facts(
                book,
                counted,
                nodes.live(),
                () -> draw(key),
                this::id,
                slots.areNeeded() ? NEEDED : NEEDLESS,
                slots.haveDesks() ? withDesks : withoutDesks);
    }

    /** Uniform in [0, 1), from a digest of who she is: the same at every node and at every visit. */
    static double draw(VisitorKey key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(("holdout:" + key.member()).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String id() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
