package io.routiq.adapter.persistence;

import io.routiq.application.Transactions;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Patients;
import io.routiq.application.practice.Census;
import io.routiq.application.practice.CopyPorts;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.Watermarks;
import io.routiq.domain.organization.OrganizationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A database of its own with the adapter on top, wired as in production and watched for statements without organization. */
final class TestDatabase implements AutoCloseable {

    private final PersistenceSettings settings = PostgresTestServer.newDatabase();
    private final StatementLog statements = new StatementLog();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    TestDatabase() {
        context.registerBean(PersistenceSettings.class, () -> settings);
        context.registerBean(
                DefaultExecuteListenerProvider.class, () -> new DefaultExecuteListenerProvider(statements));
        context.register(PersistenceConfiguration.class);
        context.refresh();
    }

    PersistenceSettings settings() {
        return settings;
    }

    /** What the adapter has sent so far. */
    StatementLog statements() {
        return statements;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    CopyPorts copyPorts() {
        return new CopyPorts(
                get(Transactions.class),
                get(PracticeCopy.class),
                get(Patients.class),
                get(PatientVisits.class),
                get(Watermarks.class),
                get(Quarantine.class),
                get(Census.class));
    }

    JooqTransactions transactions() {
        return get(JooqTransactions.class);
    }

    /** SQL of the test's own, as the service's role inside an organization's transaction. */
    DSLContext sql(OrganizationId organization) {
        return transactions().sql(organization);
    }

    /** SQL of the test's own as the service's role, past the adapter; marked as the organization's, unless that is null. */
    void asService(@Nullable OrganizationId organization, Consumer<DSLContext> work) {
        DSL.using(get(DataSource.class), SQLDialect.POSTGRES).transaction(begun -> {
            if (organization != null) {
                begun.dsl().execute("select set_config('routiq.organization_id', ?, true)", organization.value());
            }
            work.accept(begun.dsl());
        });
    }

    /** SQL of the test's own that no policy binds. */
    void asSuperuser(Consumer<DSLContext> work) {
        try (Connection connection = PostgresTestServer.superuser(settings)) {
            work.accept(DSL.using(connection, SQLDialect.POSTGRES));
        } catch (SQLException failure) {
            throw new IllegalStateException("The test's own statement failed", failure);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
