package io.routiq.application.administration;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The migrations of the store's schema, which is one for all organizations. */
public interface SchemaMigrations {

    /** Applies those that are missing, in their order. Any number of instances may do so at once; again changes nothing. */
    Applied apply();

    /**
     * What was done.
     *
     * @param schemaVersion of the schema from now on
     * @param migrations that were missing, in their order
     */
    record Applied(String schemaVersion, List<Migration> migrations) {
        public Applied {
            migrations = List.copyOf(migrations);
        }
    }

    /**
     * One of them.
     *
     * @param version or null for one that is applied again whenever it changes
     */
    record Migration(@Nullable String version, String description, Duration took) {}
}
