package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.routiq.application.health.HealthProbe;
import io.routiq.application.health.HealthProbe.Finding;
import io.routiq.application.health.HealthProbe.State;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class HealthProbesIT {

    @AutoClose
    private static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void measuresHowSoonTheDatabaseAnswers() {
        HealthProbe probe = new DatabaseProbe(DATABASE.get(DataSource.class));

        Finding finding = probe.examine();

        assertThat(probe.name()).isEqualTo("database");
        assertThat(finding.state()).isEqualTo(State.HEALTHY);
        assertThat(finding.details().get("latency_ms"))
                .isInstanceOfSatisfying(
                        Long.class, latency -> assertThat(latency).isNotNegative());
    }

    @Test
    void isSilentWithoutADatabase() {
        HealthProbe probe = new DatabaseProbe(new DriverManagerDataSource("jdbc:postgresql://localhost:1/nowhere"));

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(probe::examine);
        assertThat(probe.whenSilent()).isEqualTo(State.UNHEALTHY);
    }

    @Test
    void findsTheSchemaThatThisBuildNeeds() {
        MigratedSchema needed = DATABASE.get(MigratedSchema.class);
        HealthProbe probe = new MigrationsProbe(DATABASE.get(DataSource.class), needed);

        assertThat(probe.name()).isEqualTo("migrations");
        assertThat(probe.examine())
                .isEqualTo(new Finding(
                        State.HEALTHY, Map.of("schema_version", needed.version().toString())));
        assertThat(probe.whenSilent()).isEqualTo(State.UNHEALTHY);
    }

    @Test
    void givesConnectionsBackHoweverOftenItIsAsked() {
        HealthProbe database = new DatabaseProbe(DATABASE.get(DataSource.class));
        HealthProbe migrations =
                new MigrationsProbe(DATABASE.get(DataSource.class), DATABASE.get(MigratedSchema.class));

        assertThat(IntStream.range(0, 50)).allSatisfy(time -> {
            assertThat(database.examine().state()).isEqualTo(State.HEALTHY);
            assertThat(migrations.examine().state()).isEqualTo(State.HEALTHY);
        });
    }

    @Test
    void acceptsASchemaThatALaterBuildHasMade() {
        assertThat(probeOfABuildThatNeeds("1").examine().state()).isEqualTo(State.HEALTHY);
    }

    @Test
    void reportsASchemaThatIsTooOld() {
        assertThat(probeOfABuildThatNeeds("10000").examine().state()).isEqualTo(State.UNHEALTHY);
    }

    private static HealthProbe probeOfABuildThatNeeds(String version) {
        return new MigrationsProbe(
                DATABASE.get(DataSource.class), new MigratedSchema(MigrationVersion.fromVersion(version)));
    }
}
