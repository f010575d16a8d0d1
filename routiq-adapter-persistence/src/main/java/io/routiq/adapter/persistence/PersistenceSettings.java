package io.routiq.adapter.persistence;

/**
 * Where the database is and who uses it.
 *
 * @param url JDBC address of the PostgreSQL database
 * @param user the role that serves; created if it is missing, else left as it is
 * @param ownerUser the role that owns the tables and migrates them; may create roles, unless {@code user} and
 *     {@link #searchRole} exist and it may pass on the latter
 * @param poolSize connections that are held open for serving
 */
public record PersistenceSettings(
        String url, String user, String password, String ownerUser, String ownerPassword, int poolSize) {

    /** The role in whose name patients are searched; nobody logs in with it. Made like {@code user}. */
    String searchRole() {
        return user + "_search";
    }

    @Override
    public String toString() {
        return "PersistenceSettings[user=" + user + ", ownerUser=" + ownerUser + ", poolSize=" + poolSize + "]";
    }
}
