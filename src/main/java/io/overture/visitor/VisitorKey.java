package io.overture.visitor;

/** Who a visitor is to us: the same identifiers at another site are somebody else. */
public record VisitorKey(String site, Handle handle) {

    public static VisitorKey of(String site, String visitorId) {
        return new VisitorKey(site, Handle.of(visitorId));
    }

    /** Her name within her shard, {@code site:handle}. */
    public String member() {
        return site + ":" + handle.value();
    }

    /** The inverse of {@link #member()}. */
    public static VisitorKey ofMember(String member) {
        int colon = member.lastIndexOf(':');
        return new VisitorKey(member.substring(0, colon), new Handle(member.substring(colon + 1)));
    }
}
