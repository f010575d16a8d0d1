package io.routiq.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementLogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select \"patient\".\"email\" from \"patient\"",
                "select 1 from \"patient\" where \"patient\".\"organization_id\" is not null",
                "select 1 from \"patient\" join \"visit\" on true where \"visit\".\"organization_id\" = ?",
                "select 1 from \"watermark\", \"patient\" where \"patient\".\"organization_id\" = ?",
                "update \"sync_run\" set \"status\" = ? where \"sync_run\".\"sync_run_id\" = ?",
                "delete from \"connection\"",
                "insert into \"audit_entry\" (\"user_id\") values (?)",
            })
    void stopsStatementsWithoutOrganization(String sql) {
        assertThatThrownBy(() -> StatementLog.requireOrganization(sql)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select set_config(?, ?, true)",
                "select 1 from \"scheduled_tasks\"",
                "delete from \"request_window\"",
                "select \"email\" from \"patient\" where \"patient\".\"organization_id\" = ?",
                "delete from \"connection\" where \"connection\".\"organization_id\" = ?",
                "insert into \"audit_entry\" (\"organization_id\", \"user_id\") values (?, ?)",
            })
    void letsOtherStatementsPass(String sql) {
        assertThatCode(() -> StatementLog.requireOrganization(sql)).doesNotThrowAnyException();
    }
}
