package io.routiq.adapter.persistence;

import io.routiq.domain.organization.OrganizationId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** How PostgreSQL answers the adapter's last statement, line by line, as the service's role for one organization. */
record QueryPlans(TestDatabase database, OrganizationId organization) {

    /** The plan as it went, with its figures. */
    List<String> asExecuted() {
        return explain(
                "analyze, costs off, timing off",
                database.statements().withValues().getLast());
    }

    /** The plan that a prepared statement may end up with: the values are not looked at. */
    List<String> generic() {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String part : database.statements().all().getLast().split("\\?", -1)) {
            numbered.append(number == 0 ? "" : "$" + number).append(part);
            number++;
        }
        return explain("generic_plan", numbered.toString());
    }

    /** By the simple protocol: the other one would want values for the parameters of a generic plan. */
    private List<String> explain(String options, String statement) {
        PersistenceSettings settings = database.settings();
        try (Connection connection = DriverManager.getConnection(
                settings.url() + "?preferQueryMode=simple", settings.user(), settings.password())) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            sql.execute("select set_config('routiq.organization_id', '" + organization + "', false)");
            return sql.resultQuery("explain (" + options + ") " + statement).fetch(0, String.class);
        } catch (SQLException failure) {
            throw new IllegalStateException("No plan", failure);
        }
    }
}
