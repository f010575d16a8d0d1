package io.routiq.adapter.persistence;

import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Writes the jOOQ classes of the migrated schema. Run it after each new migration, from the module's directory. */
final class GenerateJooqCode {

    static final Path CHECKED_IN = Path.of("src/generated/java");

    private GenerateJooqCode() {}

    public static void main(String[] arguments) {
        into(CHECKED_IN);
    }

    /** Replaces what was generated there before. */
    static void into(Path directory) {
        PersistenceSettings database = PostgresTestServer.newDatabase();
        try {
            GenerationTool.generate(configuration(database, directory));
        } catch (Exception failure) {
            throw new IllegalStateException("No code could be generated", failure);
        }
    }

    private static Configuration configuration(PersistenceSettings database, Path directory) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(database.url())
                        .withUser(database.ownerUser())
                        .withPassword(database.ownerPassword()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history|scheduled_tasks")
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("timestamp.*with.*time.*zone")))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withRoutines(false)
                                .withIndexes(false)
                                .withKeys(false)
                                .withRelations(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withWhereMethodOverrides(false)
                                .withRenameMethodOverrides(false)
                                .withGlobalCatalogReferences(false)
                                .withGlobalSchemaReferences(false)
                                .withDefaultCatalog(false)
                                .withDefaultSchema(false)
                                .withGeneratedAnnotation(false)
                                .withJavadoc(false)
                                .withComments(false)
                                .withSources(false)
                                .withJooqVersionReference(false))
                        .withTarget(new Target()
                                .withPackageName("io.routiq.adapter.persistence.jooq")
                                .withDirectory(directory.toString())));
    }
}
