package io.routiq.adapter.persistence;

import io.routiq.application.health.HealthProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Asks the database the shortest of questions. */
final class DatabaseProbe implements HealthProbe {

    private final DataSource dataSource;

    DatabaseProbe(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public State whenSilent() {
        return State.UNHEALTHY;
    }

    @Override
    public Finding examine() {
        long start = System.nanoTime();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("The database gives no answer", failure);
        }
        long latency = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Finding(State.HEALTHY, Map.of("latency_ms", latency));
    }
}
