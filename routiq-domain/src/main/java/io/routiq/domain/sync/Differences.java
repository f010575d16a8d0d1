package io.routiq.domain.sync;

/**
 * What a verification found the copy to differ in from the source. A change that came after the copy was last brought up
 * to date is news, not a difference.
 *
 * @param missing records that the source has and the copy has not
 * @param outdated records that the copy holds otherwise than the source
 * @param vanished records that the copy holds and the source has no more
 */
public record Differences(long missing, long outdated, long vanished) {

    /** The copy equals the source. */
    public static final Differences NONE = new Differences(0, 0, 0);

    /** These and others. */
    public Differences plus(Differences others) {
        return new Differences(missing + others.missing, outdated + others.outdated, vanished + others.vanished);
    }

    /** With so many vanished records, whatever was said of them before. */
    public Differences withVanished(long records) {
        return new Differences(missing, outdated, records);
    }
}
