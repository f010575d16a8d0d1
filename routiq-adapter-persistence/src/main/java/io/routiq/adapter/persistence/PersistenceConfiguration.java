package io.routiq.adapter.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.routiq.application.administration.OldRecords;
import io.routiq.application.administration.SchemaMigrations;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.connection.Connections;
import io.routiq.application.dashboard.Visits;
import io.routiq.application.health.HealthProbe;
import io.routiq.application.idempotency.IdempotencyKeys;
import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.Census;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.RequestWindows;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.sync.SyncCheckpoints;
import io.routiq.application.sync.SyncRuns;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The storage ports on PostgreSQL, given {@link PersistenceSettings}. The schema is brought up to date before anything
 * else gets to the database. Data source and transaction manager are there for what must share a transaction with the
 * ports, such as the scheduler; the organizations' tables are reached through the ports alone.
 */
@Configuration(proxyBeanMethods = false)
public class PersistenceConfiguration {

    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(5);
    /** Longer than any statement may take: what answers nothing for so long is gone. */
    private static final int SOCKET_TIMEOUT_SECONDS = 60;

    /**
     * Compiling a plan pays for long statements only, and there are none. A process that is stopped inside a transaction
     * holds its run's row, which another one has to have within half a minute.
     */
    private static final String SESSION = """
            set time zone 'UTC';
            set jit = off;
            set statement_timeout = '30s';
            set idle_in_transaction_session_timeout = '10s'""";

    @Bean
    MigratedSchema migratedSchema(PersistenceSettings settings) {
        return MigratedSchema.migrate(settings);
    }

    @Bean
    HikariDataSource dataSource(PersistenceSettings settings, MigratedSchema schema) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("routiq");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
        config.setConnectionInitSql(SESSION);
        config.addDataSourceProperty("ApplicationName", "routiq");
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        // The server's details quote the values of rows, which have no place in a log.
        config.addDataSourceProperty("logServerErrorDetail", false);
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JooqTransactions transactions(
            PlatformTransactionManager manager,
            DataSource dataSource,
            ObjectProvider<ExecuteListenerProvider> listeners) {
        return new JooqTransactions(manager, sql(dataSource, listeners));
    }

    /** jOOQ's own logging is off because it shows values. */
    private static DSLContext sql(DataSource dataSource, ObjectProvider<ExecuteListenerProvider> listeners) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new Settings().withExecuteLogging(false));
        configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)));
        configuration.set(listeners.orderedStream().toArray(ExecuteListenerProvider[]::new));
        configuration.setAppending(new DefaultExecuteListenerProvider(new SpringExceptions()));
        return DSL.using(configuration);
    }

    @Bean
    Patients patients(JooqTransactions transactions) {
        return new JooqPatients(transactions);
    }

    @Bean
    AppointmentTypes appointmentTypes(JooqTransactions transactions) {
        return new JooqAppointmentTypes(transactions);
    }

    @Bean
    PracticeCopy practiceCopy(JooqTransactions transactions) {
        return new JooqPracticeCopy(transactions);
    }

    @Bean
    Quarantine quarantine(JooqTransactions transactions) {
        return new JooqQuarantine(transactions);
    }

    @Bean
    Census census(JooqTransactions transactions) {
        return new JooqCensus(transactions);
    }

    @Bean
    Watermarks watermarks(JooqTransactions transactions) {
        return new JooqWatermarks(transactions);
    }

    @Bean
    RequestWindows requestWindows(JooqTransactions transactions) {
        return new JooqRequestWindows(transactions);
    }

    @Bean
    SyncRuns syncRuns(JooqTransactions transactions) {
        return new JooqSyncRuns(transactions);
    }

    @Bean
    SyncCheckpoints syncCheckpoints(JooqTransactions transactions) {
        return new JooqSyncCheckpoints(transactions);
    }

    @Bean
    Connections connections(JooqTransactions transactions) {
        return new JooqConnections(transactions);
    }

    @Bean
    AuditTrail auditTrail(JooqTransactions transactions) {
        return new JooqAuditTrail(transactions);
    }

    @Bean
    Visits visits(JooqTransactions transactions) {
        return new JooqVisits(transactions);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JooqTransactions transactions) {
        return new JooqIdempotencyKeys(transactions);
    }

    @Bean
    OldRecords oldRecords(PersistenceSettings settings, MigratedSchema schema) {
        return new OwnerOldRecords(OwnerDatabase.of(settings));
    }

    @Bean
    SchemaMigrations schemaMigrations(PersistenceSettings settings) {
        return new FlywayMigrations(settings);
    }

    @Bean
    PatientVisits patientVisits(JooqTransactions transactions) {
        return new JooqPatientVisits(transactions);
    }

    @Bean
    HealthProbe databaseProbe(DataSource dataSource) {
        return new DatabaseProbe(dataSource);
    }

    @Bean
    HealthProbe migrationsProbe(DataSource dataSource, MigratedSchema schema) {
        return new MigrationsProbe(dataSource, schema);
    }
}
